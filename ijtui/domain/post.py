"""Where somebody works, and under whom, from one day to another: what a count of a year goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Post:
    """One employment in one unit under one manager; a move ends one and begins another.

    The newest one also stands on the person, who has a unit's name, a manager and a role; a file where
    nobody has written down posts has those alone.

    Attributes:
        person: id of whose it is.
        unit: id of the unit.
        manager: id of the nearest manager, or None at the very top.
        since: the first day.
        until: the last day, or None while it goes on.
    """

    person: int
    unit: int
    since: date
    manager: int | None = None
    role: Annotated[str, MaxLen(120)] = ""
    until: date | None = None
    id: int = 0

    def covers(self, day: date) -> bool:
        """Whether the person has it on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def checked(self) -> Post:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it ends before it begins, or the person would be their own manager.
        """
        if self.until is not None and self.until < self.since:
            raise RuleBroken("The last day can't come before the first.")
        if self.manager == self.person:
            raise RuleBroken("Nobody can be their own manager.")
        return within_limits(self)
