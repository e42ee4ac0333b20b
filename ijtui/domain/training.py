"""Training: what somebody wants to learn, what it costs, and what is left of the year's budget (D-G7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]

USUAL = 5_000
"""Kronor for external courses, per person and year, where the manager has set nothing else."""

MOST_KRONOR = 1_000_000


class TrainingState(StrEnum):
    """How far a course has come."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    USED = "used"


@dataclass(frozen=True, slots=True)
class Training:
    """One course or the like.

    Attributes:
        person: id of the one who wants to learn.
        what: which course.
        cost: kronor.
        day: when it takes place, and so whose year's budget it takes from.
        decided_by: id of the manager who approved or declined it, or None.
        goal: id of the goal it serves, or None.
    """

    person: int
    what: Words
    cost: int
    day: date
    state: TrainingState = TrainingState.ASKED
    decided_by: int | None = None
    goal: int | None = None
    id: int = 0
    version: int = 0

    def checked(self) -> Training:
        """Return self if it can be stored; more than the budget has left is never refused.

        Raises:
            RuleBroken: it says nothing, or the cost is no amount.
        """
        if not self.what.strip():
            raise RuleBroken("Say which course it is.")
        return within_limits(replace(self, cost=sound_amount(self.cost)))

    def decided(self, by: int, approved: bool) -> Training:
        """Return it as the manager decides; a decision can be changed until the course is taken.

        Raises:
            RuleBroken: it has been taken.
        """
        if self.state is TrainingState.USED:
            raise RuleBroken("The course has been taken, so it stays approved.")
        return replace(
            self, state=TrainingState.APPROVED if approved else TrainingState.DECLINED, decided_by=by
        )

    def used(self) -> Training:
        """Return it as taken.

        Raises:
            RuleBroken: nobody has approved it.
        """
        if self.state not in (TrainingState.APPROVED, TrainingState.USED):
            raise RuleBroken("The manager approves a course before it is taken.")
        return replace(self, state=TrainingState.USED)

    def reworded(self, other: Training) -> Training:
        """Return it with another's words, cost and day; a dearer one must be approved anew.

        Raises:
            RuleBroken: it says nothing, or the cost is no amount.
        """
        now = replace(self, what=other.what, cost=other.cost, day=other.day, goal=other.goal).checked()
        dearer = now.cost > self.cost and self.state is TrainingState.APPROVED
        return replace(now, state=TrainingState.ASKED, decided_by=None) if dearer else now


@dataclass(frozen=True, slots=True)
class Purse:
    """A person's budget for one year, and what is taken from it, all in kronor.

    Attributes:
        year: which.
        amount: of the whole year.
        used: for courses that were taken.
        approved: for courses that are approved and not taken yet.
        asked: for courses that nobody has decided on.
        set_by: id of the manager who set the amount, or None where it is the usual one.
    """

    year: int
    amount: int = USUAL
    used: int = 0
    approved: int = 0
    asked: int = 0
    set_by: int | None = None

    @property
    def left(self) -> int:
        """What neither is used nor approved; less than nothing where the budget is overdrawn."""
        return self.amount - self.used - self.approved

    def over_with(self, cost: int) -> int:
        """Return by how much the budget would be overdrawn with another course; 0 while there is room."""
        return max(0, cost - self.left)


def purse(year: int, amount: int, set_by: int | None, trainings: Iterable[Training]) -> Purse:
    """Return what is used, approved and asked for of one year's budget."""
    taken = dict.fromkeys(TrainingState, 0)
    for item in trainings:
        if item.day.year == year:
            taken[item.state] += item.cost
    return Purse(
        year,
        amount,
        taken[TrainingState.USED],
        taken[TrainingState.APPROVED],
        taken[TrainingState.ASKED],
        set_by,
    )


def sound_amount(amount: int) -> int:
    """Return an amount that a course or a budget can have.

    Raises:
        RuleBroken: it is less than nothing, or more than a million.
    """
    if not 0 <= amount <= MOST_KRONOR:
        raise RuleBroken("An amount is between 0 and {most} kronor.", most=MOST_KRONOR)
    return amount
