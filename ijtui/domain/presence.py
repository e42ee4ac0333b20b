"""Where somebody is just now, and who holds the pen: a courtesy between two who write at the same time.

The pen locks nothing. That no text is lost is the business of its versions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

PREPARING = "preparation"
"""The place of somebody who prepares; the places of a talk are the keys of its stations."""

BEAT = timedelta(seconds=40)
"""How often a session that has a conversation open says that it is still there."""

STALE = timedelta(seconds=90)
"""After so long without a word from it a session counts as gone: it was killed, or lost its machine."""

SILENCE = timedelta(seconds=5)
"""After so long without a key the pen lies free."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One session that has a conversation open.

    Attributes:
        session: random, made anew each time a conversation is opened.
        person: id of whose session it is.
        conversation: its number.
        place: `PREPARING`, or the key of a station.
        pen: id of the question whose shared note is written, or "".
        wrote: when the pen was last used.
        seen: the last sign of life.
    """

    session: str
    person: int
    conversation: int
    place: str
    seen: datetime
    pen: str = ""
    wrote: datetime | None = None

    def is_here(self, now: datetime) -> bool:
        """Whether the session lives; the clock on the wall may have been put forward or back."""
        return abs(now - self.seen) <= STALE

    def writes(self, now: datetime) -> str:
        """Return the question whose shared note is being written in this session, or ""."""
        used = self.wrote is not None and abs(now - self.wrote) <= SILENCE
        return self.pen if used and self.is_here(now) else ""
