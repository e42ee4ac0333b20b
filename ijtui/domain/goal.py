"""Goals, and what makes one worth agreeing on (D-G1, D-G2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]


class GoalKind(StrEnum):
    """A development goal grows the person; a performance goal delivers something (D-G1, D-G11)."""

    DEVELOPMENT = "development"
    PERFORMANCE = "performance"


class Result(StrEnum):
    """How a goal ended."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not-reached"
    DROPPED = "dropped"  # by both, because it no longer mattered


class Responsible(StrEnum):
    """Who sees to it."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    OTHER = "other"


class GoalLack(StrEnum):
    """What a SMART goal still needs: a reminder, never a refusal (D-G2)."""

    MEASURE = "measure"
    DUE = "due"
    OWNER = "owner"
    SUPPORT = "support"
    SERVES = "serves"


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach.

    Attributes:
        person: id of the employee whose goal it is.
        conversation: id of the conversation where it was agreed, or None.
        title: specific: what is to be reached.
        measure: measurable: how the two will know.
        achievable: why it can be done, or the first step.
        serves: relevant: the milestone or operating-plan goal it serves.
        due: time-bound: the day it is to be reached.
        support: resources and help it needs.
        owner: who sees to it; None while nobody is named.
        period: the quarter or year it belongs to, in free words ("2027", "Q2").
        progress: per cent, 0 to 100; the newest check-in's.
        milestone: id of the unit's milestone or operating-plan goal it serves, or None (D-G2).
        made: the day it was written down.
        author: id of the person who wrote it down.
        ended: the day it was closed, or None while it goes on.
        result: how it ended, or None while it goes on.
        assessment: id of the competence assessment whose gap it closes, or None (D-K2).
        competence: id of that competence, or "".
    """

    person: int
    title: Words
    kind: GoalKind = GoalKind.DEVELOPMENT
    measure: Words = ""
    achievable: Words = ""
    serves: Words = ""
    due: date | None = None
    support: Words = ""
    owner: Responsible | None = Responsible.EMPLOYEE
    period: Annotated[str, MaxLen(40)] = ""
    progress: Annotated[int, Ge(0), Le(100)] = 0
    conversation: int | None = None
    milestone: int | None = None
    made: date | None = None
    author: int | None = None
    ended: date | None = None
    result: Result | None = None
    assessment: int | None = None
    competence: str = ""
    id: int = 0
    version: int = 0

    def checked(self) -> Goal:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it says nothing, too much, or progress is outside 0–100.
        """
        if not self.title.strip():
            raise RuleBroken("Say what is to be reached.")
        if not 0 <= self.progress <= 100:
            raise RuleBroken("Progress is a number from 0 to 100.")
        return within_limits(self)

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.result is None

    def lacks(self) -> tuple[GoalLack, ...]:
        """What is missing for it to be SMART and supported, in the order one asks for it (D-G2)."""
        given = {
            GoalLack.MEASURE: bool(self.measure.strip()),
            GoalLack.DUE: self.due is not None,
            GoalLack.OWNER: self.owner is not None,
            GoalLack.SUPPORT: bool(self.support.strip()),
            GoalLack.SERVES: bool(self.serves.strip()) or self.milestone is not None,
        }
        return tuple(lack for lack, there in given.items() if not there)
