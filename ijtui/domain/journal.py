"""The journal: what one writes down for oneself during the year, and may share with the other (D-J)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.quarter import Quarter
from ijtui.domain.text import LONGEST
from ijtui.errors import RuleBroken

_TAG = re.compile(r"(?:^|(?<=[\s(]))#(\w[\w/-]*)")
_LONGEST_TAG = 60
_MIDDLE = 15
"""The day of a quarter's second month from which its reflection is asked for."""
_SIGNS = re.compile(r"^[\s#>*+-]*(?:\[[ xX]\] )?")


def folded(text: str) -> str:
    """Return the text as a search looks at it: in NFC, without the difference of capitals in any language."""
    return unicodedata.normalize("NFC", text.casefold())


class EntryKind(StrEnum):
    """What an entry is."""

    NOTE = "note"
    REFLECTION = "reflection"  # strengths, challenges, next step: one a quarter (D-J2)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        writer: id of the person whose journal it is in.
        day: the day it is about.
        body: Markdown.
        person: id of the other it concerns, or None; a manager's notes concern one of the employees, an
            employee's the manager.
        shared: that other may read it, too; only the writer ever changes it (D-J4).
        quarter: which quarter a reflection looks back on; None for a note.
        goal: id of the goal it points at, or None (D-J3).
        uid: random, for ever the same: export and import know it by this.
        author: id of the person who saved this version, 0 for nobody.
        filed: counts changes of everything but the body, which have versions of their own.
        version: the body's; 0 for one that is not stored.
    """

    writer: int
    day: date
    body: Annotated[str, MaxLen(LONGEST)] = ""
    person: int | None = None
    shared: bool = False
    kind: EntryKind = EntryKind.NOTE
    quarter: Quarter | None = None
    goal: int | None = None
    uid: str = ""
    author: int = 0
    made: datetime | None = None
    changed: datetime | None = None
    id: int = 0
    filed: int = 0
    version: int = 0

    def checked(self) -> Entry:
        """Return self if it can be stored.

        Raises:
            RuleBroken: about oneself, shared with nobody, or a reflection without its quarter.
        """
        if self.person == self.writer:
            raise RuleBroken("An entry is about you already; choose somebody else.")
        if self.shared and self.person is None:
            raise RuleBroken("Say with whom you share it.")
        if (self.kind is EntryKind.REFLECTION) != (self.quarter is not None):
            raise RuleBroken("A reflection looks back on a quarter.")
        return self

    @property
    def title(self) -> str:
        """Its first line with words, without the signs of Markdown."""
        lines = (_SIGNS.sub("", line).strip() for line in self.body.splitlines())
        return next((line for line in lines if line), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The words behind `#` in the text, folded, each once, in the order of their first place."""
        found = (folded(match[:_LONGEST_TAG]) for match in _TAG.findall(self.body))
        return tuple(dict.fromkeys(found))


def quarter_to_reflect_on(today: date) -> Quarter | None:
    """Return the quarter whose reflection is asked for on that day, or None while it is early yet (D-J2).

    From the middle of a quarter it is the quarter itself. In the first month of the next one, when the 1:1s
    are held (D-C2), it is still the one before.
    """
    quarter = Quarter.of(today)
    month = (today.month - 1) % 3
    if month == 0:
        return quarter.previous
    return quarter if month == 2 or today.day >= _MIDDLE else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries somebody looks for; what is empty makes no difference.

    Attributes:
        person: id of the one it is about, or who wrote and shared it.
        tag: without its `#`.
        goal: id of the goal it points at.
    """

    person: int | None = None
    tag: str = ""
    year: int | None = None
    goal: int | None = None
