"""Goals, and what makes one worth agreeing on (D-G1, D-G2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]

ENOUGH = 3
"""How many development goals a person works on at a time: a reminder, never a refusal (D-G1)."""

WORDING = (
    "title", "kind", "measure", "achievable", "serves", "due", "support", "owner", "period", "milestone",
)  # fmt: skip
"""The parts of a goal that are its words: when one of them changes, the earlier ones are kept."""


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

    @property
    def asks_why(self) -> bool:
        """Whether the two talk about what stood in the way (D-G6)."""
        return self in (Result.PARTLY, Result.NOT_REACHED)


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
        serves: relevant: the milestone or operating-plan goal it serves; its title, where `milestone` is set.
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
        uid: by what name it is known in the file it came from, or "".
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
    uid: str = ""
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

    def is_overdue(self, today: date) -> bool:
        """Whether it goes on though its day has passed."""
        return self.is_open and self.due is not None and self.due < today

    def checked_for_progress(self) -> Goal:
        """Return self if there is still something to say about how far it has come.

        Raises:
            RuleBroken: it is closed.
        """
        if not self.is_open:
            raise RuleBroken("This goal is closed. Open it again first.")
        return self

    def checked_for_removal(self, *, in_use: bool) -> Goal:
        """Return self if it can be taken away as if it had never been.

        Args:
            in_use: whether anything points at it: a check-in, an agreement, an entry …

        Raises:
            RuleBroken: something does, or it is closed.
        """
        if in_use or not self.is_open:
            raise RuleBroken("This goal has a story by now, so it stays. Close it instead.")
        return self

    def closed(self, result: Result, on: date) -> Goal:
        """Return it as ended on that day."""
        return replace(self, result=result, ended=on)

    def reopened(self) -> Goal:
        """Return it as going on."""
        return replace(self, result=None, ended=None)

    def reworded(self, new: Goal) -> Goal:
        """Return it with the words of `new`; whose it is, its story and its end stay."""
        return replace(self, **{name: getattr(new, name) for name in WORDING}, version=new.version)

    def words(self) -> dict[str, str]:
        """Its words by the name of their part; a day in ISO form, "" where nothing stands."""
        return {name: _plain(getattr(self, name)) for name in WORDING}

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


def labels(goals: Iterable[Goal]) -> dict[int, tuple[GoalKind, int]]:
    """For each goal's id its kind and its number among its kind, from 1."""
    seen = dict.fromkeys(GoalKind, 0)
    found = {}
    for goal in goals:
        seen[goal.kind] += 1
        found[goal.id] = (goal.kind, seen[goal.kind])
    return found


def is_enough(goals: Iterable[Goal]) -> bool:
    """Whether a person works on as many development goals as they can carry (D-G1)."""
    growing = [goal for goal in goals if goal.is_open and goal.kind is GoalKind.DEVELOPMENT]
    return len(growing) >= ENOUGH


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
