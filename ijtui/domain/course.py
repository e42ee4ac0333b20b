"""How a goal came along, quarter by quarter, beside what its date asks for (D-G1, D-G4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.goal import Goal
from ijtui.domain.quarter import Quarter, quarters

_FIVE_YEARS = timedelta(days=1826)
"""How much is told of at most, on either side of today or of the goal's end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quarter of a goal's course.

    Attributes:
        check_ins: those of the quarter, the oldest first.
        progress: per cent at its end, or today; None for a quarter that has not begun and before the first
            check-in.
    """

    quarter: Quarter
    check_ins: tuple[CheckIn, ...] = ()
    progress: int | None = None

    @property
    def course(self) -> Course | None:
        """Where the goal was heading when it was last spoken of in the quarter, or None."""
        return self.check_ins[-1].course if self.check_ins else None


def course(goal: Goal, check_ins: Sequence[CheckIn], today: date) -> tuple[Stretch, ...]:
    """Return the quarters of a goal from the one it was made in to the last that matters to it.

    Args:
        goal: whose course.
        check_ins: all of its check-ins, in any order.
        today: what comes after is still to be walked.
    """
    told = in_order(check_ins)
    first, last = span(goal, told, today)
    found: list[Stretch] = []
    progress: int | None = None
    for quarter in quarters(first, last):
        until = [item for item in told if item.day <= quarter.last]
        here = tuple(item for item in until if item.day >= quarter.first)
        progress = until[-1].progress if until and quarter.first <= today else None
        found.append(Stretch(quarter, here, progress))
    return tuple(found)


def in_order(check_ins: Sequence[CheckIn]) -> tuple[CheckIn, ...]:
    """Return check-ins with the oldest first; of one day's, the one that was written down last counts."""
    return tuple(sorted(check_ins, key=lambda item: (item.day, item.id)))


def progressed(goal: Goal, check_ins: Iterable[CheckIn], day: date) -> Goal:
    """Return a goal as far as it had come on a day; one that nobody checked in on stays as it is."""
    told = in_order(tuple(check_ins))
    until = [item.progress for item in told if item.day <= day]
    return replace(goal, progress=until[-1] if until else 0) if told else goal


def span(goal: Goal, check_ins: Sequence[CheckIn], today: date) -> tuple[date, date]:
    """Return the first and the last day that a goal's course is about."""
    end = goal.ended or today
    days = [goal.made or end, end, *(item.day for item in check_ins)]
    last = max(*days, goal.due) if goal.is_open and goal.due else max(days)
    return max(min(days), end - _FIVE_YEARS), min(last, end + _FIVE_YEARS)


def planned(goal: Goal, day: date) -> int | None:
    """Return how far a goal would be on that day if it came along evenly until its date, in per cent.

    None where there is no date, or nobody knows when it was made.
    """
    if goal.due is None or goal.made is None:
        return None
    whole = (goal.due - goal.made).days
    gone = (day - goal.made).days
    return 100 if whole <= 0 or gone >= whole else max(0, round(100 * gone / whole))


def needs_care(goal: Goal, newest: CheckIn | None, today: date) -> bool:
    """Whether a goal that goes on is late, at risk or off, so that the two should talk about it."""
    if not goal.is_open:
        return False
    return goal.is_overdue(today) or (newest is not None and newest.course is not Course.ON_TRACK)
