"""Picking the competence set to rate with: the one for the employee's role stands first (D-K4)."""

from __future__ import annotations

from ijtui.content import competence
from ijtui.content.competence import ListedProfile
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Conversation
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.words import LANGUAGES, N_, _


class SetPick(Pick):
    """Shows the sets, each with its competences beside it; closes with the name of what was picked, or None.

    Args:
        conversation: for which competences are rated.
    """

    ABOUT = N_(
        "Which competences are rated, and what the role asks for, stands in a set. The one that fits the "
        "employee's role stands first. Own sets lie as files in your folder of competences."
    )

    def __init__(self, conversation: Conversation) -> None:
        options = [_option(listed, conversation.agenda.language) for listed in _offered(conversation)]
        super().__init__(_("Competence set"), options, preview=True)


def set_named(name: str) -> Profile:
    """Return the set that was picked.

    Raises:
        NotFound: it is gone.
    """
    language, _colon, set_id = name.partition(":")
    return competence.profile(set_id, language)


def _offered(conversation: Conversation) -> list[ListedProfile]:
    """Return the sets that can be used: the one for the role, then the conversation's language."""
    language = conversation.agenda.language
    first = competence.suggested(conversation.employee.role, language)
    usable = [listed for listed in competence.profiles() if listed.profile is not None]
    return sorted(usable, key=lambda one: (one.profile != first, _language(one) != language))


def _option(listed: ListedProfile, language: str) -> Option:
    profile = listed.profile
    if profile is None:
        raise LookupError("a broken set is not offered")
    parts = (
        profile.title,
        _("your own set") if listed.own else "",
        "" if profile.language == language else LANGUAGES.get(profile.language, profile.language),
    )
    title = " · ".join(part for part in parts if part)
    preview = "\n".join(f"{one.title} · {_('requirement')} {one.required}" for one in profile.competences)
    return Option(f"{profile.language}:{profile.id}", title, preview=preview)


def _language(listed: ListedProfile) -> str:
    return listed.profile.language if listed.profile else ""
