"""Who opened a conversation or took a copy of it, as its two parties may know (D-P2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ijtui.domain.history import Event
from ijtui.domain.person import Person

LOOKED, EXPORTED = "looked", "exported"
"""Verbs of the history."""


class What(StrEnum):
    """What was looked at; before a colon in the history, where the rest says more."""

    CONVERSATION = "conversation"  # its page, the talk or the minutes on screen
    PREPARATION = "preparation"  # what the other had opened: preparation:employee
    MINUTES = "minutes"  # as a copy: minutes:md
    PLAN = "plan"  # as it is signed
    OWN_DATA = "mine"  # within everything that is about the one who took it
    SIGNED = "signed-plan"  # what both signed, by the next manager whom they let


@dataclass(frozen=True, slots=True)
class Look:
    """One line of who looked.

    Attributes:
        who: the person, perhaps neither of the two.
        at: the first time that day; of a copy, every time.
        detail: the format of a copy ("md"), whose preparation was read ("employee"), or "".
    """

    who: Person
    at: datetime
    what: What
    detail: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether something left the file."""
        return self.what in (What.MINUTES, What.PLAN, What.OWN_DATA)


def subject(what: What, detail: str = "") -> str:
    """Return how the history names it: "minutes:md"."""
    return f"{what}:{detail}" if detail else what.value


def look(event: Event, who: Person) -> Look:
    """Return a line of the history as a look.

    Raises:
        ValueError: it is no look.
    """
    kind, _colon, detail = event.subject.partition(":")
    return Look(who, event.at, What(kind), detail)
