"""Picking the competence set to rate with: the one for the employee's role stands first (D-K4)."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Conversation
from ijtui.domain.template_version import Origin
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.session import Session
from ijtui.words import LANGUAGES, N_, _

_WHOSE = {Origin.ORGANISATION: N_("your organisation's"), Origin.OWN: N_("your own set"), Origin.SHIPPED: ""}


class SetPick(Pick):
    """Shows the sets, each with its competences beside it; closes with the name of what was picked, or None.

    Args:
        session: who chooses.
        conversation: for which competences are rated.
    """

    ABOUT = N_(
        "Which competences are rated, and what the role asks for, stands in a set. The one that fits the "
        "employee's role stands first. Your organisation's sets come before those that ship with ijtui; your "
        "own lie as files in your folder of competences."
    )

    def __init__(self, session: Session, conversation: Conversation) -> None:
        options = list(_options(session, conversation))
        super().__init__(_("Competence set"), options, preview=True)


def set_named(session: Session, name: str) -> Profile:
    """Return the set that was picked.

    Raises:
        NotFound: it is gone.
    """
    language, _colon, set_id = name.partition(":")
    return session.desk.templates.competence_set(session.me, set_id, language)


def _options(session: Session, conversation: Conversation) -> Iterator[Option]:
    """Yield the sets that can be used: the one for the role, then those in the conversation's language."""
    language, sets = conversation.agenda.language, session.desk.templates
    first = sets.suggested(session.me, conversation.employee.role, language)
    usable = sets.competence_sets(session.me)
    for origin, profile in sorted(usable, key=lambda pair: (pair[1] != first, pair[1].language != language)):
        yield _option(origin, profile, language)


def _option(origin: Origin, profile: Profile, language: str) -> Option:
    parts = (
        profile.title,
        _(_WHOSE[origin]),
        "" if profile.language == language else LANGUAGES.get(profile.language, profile.language),
    )
    title = " · ".join(part for part in parts if part)
    preview = "\n".join(f"{one.title} · {_('requirement')} {one.required}" for one in profile.competences)
    return Option(f"{profile.language}:{profile.id}", title, preview=preview)
