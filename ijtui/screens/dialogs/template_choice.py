"""The templates a conversation can be made from, in the order in which they are offered."""

from __future__ import annotations

from ijtui.content import library
from ijtui.content.library import Listed
from ijtui.words import LANGUAGES, _, language


def templates() -> list[Listed]:
    """Return those that can be used: in the language of the moment first, the plain annual one on top."""
    usable = [item for item in library.agendas() if not item.broken]
    return sorted(usable, key=lambda item: (item.language != language(), item.id != "annual"))


def name_of(item: Listed) -> str:
    """Return what tells it from every other: language and id."""
    return f"{item.language}:{item.id}"


def title_of(item: Listed) -> str:
    """Return what it is called, and its language where that is another than one's own."""
    parts = [item.title]
    if item.own:
        parts.append(_("your own template"))
    if item.language != language():
        parts.append(LANGUAGES.get(item.language, item.language))
    return " · ".join(parts)
