"""The templates a conversation can be made from, in the order in which they are offered."""

from __future__ import annotations

from ijtui.domain.template_version import Offered, Origin
from ijtui.screens.session import Session
from ijtui.words import LANGUAGES, N_, _, language

_WHOSE = {
    Origin.ORGANISATION: N_("your organisation's"),
    Origin.OWN: N_("your own template"),
    Origin.SHIPPED: "",
}


def templates(session: Session) -> list[Offered]:
    """Return those that can be used.

    In the language of the moment first, there the organisation's own, and of the others the plain annual.
    """
    return sorted(session.desk.templates.agendas(session.me), key=_place)


def name_of(item: Offered) -> str:
    """Return what tells it from every other: language and id."""
    return f"{item.name.language}:{item.name.key}"


def title_of(item: Offered) -> str:
    """Return what it is called, whose it is, and its language where that is another than one's own."""
    parts = [item.title, _(_WHOSE[item.origin])]
    if item.name.language != language():
        parts.append(LANGUAGES.get(item.name.language, item.name.language))
    return " · ".join(part for part in parts if part)


def _place(item: Offered) -> tuple[bool, bool, bool]:
    ours = item.origin is Origin.ORGANISATION
    return item.name.language != language(), not ours, item.name.key != "annual"
