"""The journal: what one writes down for oneself during the year, and may share with the other (D-J)."""

from __future__ import annotations

import re
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
        version: 0 for one that is not stored.
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
    version: int = 0

    def checked(self) -> Entry:
        """Return self if it can be stored.

        Raises:
            RuleBroken: shared with nobody, or a reflection without its quarter.
        """
        if self.shared and self.person in (None, self.writer):
            raise RuleBroken("Say with whom you share it.")
        if (self.kind is EntryKind.REFLECTION) != (self.quarter is not None):
            raise RuleBroken("A reflection looks back on a quarter.")
        return self

    @property
    def title(self) -> str:
        """Its first line with words, without the signs of Markdown."""
        lines = (line.strip().lstrip("#>-*+ ").strip() for line in self.body.splitlines())
        return next((line for line in lines if line), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The words behind `#` in the text, casefolded, each once, in the order of their first place."""
        found = (match.casefold()[:_LONGEST_TAG] for match in _TAG.findall(self.body))
        return tuple(dict.fromkeys(found))
