"""A check-in: how far a goal has come on a day, as somebody sees it (D-G4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken


class Course(StrEnum):
    """Where a goal is heading."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One line of a goal's story; both parties see it.

    Attributes:
        goal: id of the goal.
        progress: per cent, 0 to 100.
        conversation: id of the conversation it was made in, or None between two.
        author: id of the person who made it.
    """

    goal: int
    day: date
    progress: Annotated[int, Ge(0), Le(100)]
    course: Course = Course.ON_TRACK
    comment: Annotated[str, MaxLen(2000)] = ""
    conversation: int | None = None
    author: int = 0
    made: datetime | None = None
    id: int = 0
    version: int = 0

    def checked(self, today: date) -> CheckIn:
        """Return self if it can be stored.

        Raises:
            RuleBroken: progress outside 0–100, a day that has not come, or a comment that is too long.
        """
        if not 0 <= self.progress <= 100:
            raise RuleBroken("Progress is a number from 0 to 100.")
        if self.day > today:
            raise RuleBroken("A check-in is about a day that has come.")
        return within_limits(self)
