"""Who sees what one is about to write: the one place where that is said in words."""

from __future__ import annotations

from enum import StrEnum

from ijtui.domain.visibility import Visibility
from ijtui.words import N_, _


class Told(StrEnum):
    """Where else it is read later on."""

    NOWHERE = ""
    MINUTES = "minutes"
    NEXT_TIME = "next-time"


_SENTENCES = {
    (Visibility.UNTIL_OPENED, Told.NOWHERE): N_("Only you see this until you open it."),
    (Visibility.UNTIL_OPENED, Told.NEXT_TIME): N_(
        "Only you see this until you open it. It comes up in your next conversation."
    ),
    (Visibility.UNTIL_BOTH, Told.NOWHERE): N_("Only you see this until you both have submitted."),
    (Visibility.TWO, Told.NOWHERE): N_("Both of you see this."),
    (Visibility.TWO, Told.MINUTES): N_("Both of you see this, and it stands in the minutes."),
    (Visibility.TWO, Told.NEXT_TIME): N_("Both of you see this, and it comes up in your next conversation."),
    (Visibility.CARE, Told.NOWHERE): N_("The person and their nearest manager see this."),
    (Visibility.HANDOVER, Told.NOWHERE): N_("The employee, the one who leaves and the successor see this."),
    (Visibility.HR, Told.NOWHERE): N_("Only who writes templates sees a draft; all see what is published."),
    (Visibility.EVERYBODY, Told.NOWHERE): N_("Everybody in this file sees this."),
}

BOTH_SEE = N_("both of you see this")
ONLY_YOU_SEE = N_("your own note: only you ever see this")

_SHORT = {
    Visibility.ME: N_("only you see this"),
    Visibility.UNTIL_OPENED: N_("only you see this until you open it"),
    Visibility.TWO: BOTH_SEE,
}


def who_sees_this(visibility: Visibility, told: Told = Told.NOWHERE) -> str:
    """Return it as a sentence, above a form."""
    return _(_SENTENCES[visibility, told])


def seen_by(visibility: Visibility) -> str:
    """Return it in a few words, beside a title."""
    return _(_SHORT[visibility])
