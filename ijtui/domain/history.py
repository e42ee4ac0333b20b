"""Who did what, and when; never what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

UNSEEN = frozenset({"gave", "withdrew", "looked", "exported", "froze", "signed", "declined"})
"""Verbs that revise nothing which both may see.

Feedback is the giver's until it is opened, and to sign a text is not to change it.
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history.

    Attributes:
        who: id of the person.
        verb: what was done, a fixed word ("booked", "opened", "exported").
        subject: kind and id of what it was done to ("conversation:12").
        conversation: the conversation it belongs to, or None.
    """

    who: int
    verb: str
    subject: str
    at: datetime
    conversation: int | None = None
    id: int = 0
