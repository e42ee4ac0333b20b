"""A goal's course as the curve that is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ijtui.domain.check_in import CheckIn
from ijtui.domain.course import in_order, span
from ijtui.domain.goal import Goal
from ijtui.domain.quarter import Quarter, quarters
from ijtui.screens.goal_words import SIGNS, quarter_of
from ijtui.widgets.course_drawing import Curve, Mark, Point
from ijtui.words import _


def curve_of(goal: Goal, check_ins: Sequence[CheckIn], today: date) -> Curve:
    """Return a goal's check-ins over its quarters, beside an even pace to its date.

    Args:
        goal: the goal.
        check_ins: all of its check-ins.
        today: which is marked, while the goal goes on.
    """
    first, last = span(goal, check_ins, today)
    shown = quarters(first, last)
    begin, whole = shown[0].first, (shown[-1].last - shown[0].first).days

    def at(day: date) -> float:
        return (day - begin).days / whole

    points = [item for item in in_order(check_ins) if item.day >= begin]
    plan = (at(goal.made), at(goal.due)) if goal.made and goal.due and goal.made < goal.due else None
    return Curve(
        tuple(Point(at(item.day), item.progress, *SIGNS[item.course]) for item in points),
        plan,
        tuple(Mark(at(quarter.first), _names(quarter, shown[0])) for quarter in shown),
        at(today) if goal.is_open else None,
    )


def _names(quarter: Quarter, first: Quarter) -> tuple[str, ...]:
    """Return what stands below the drawing: the year with the first quarter of it, where there is room."""
    short = (_("Q{number}", number=quarter.number), str(quarter.number))
    return (quarter_of(quarter), *short) if quarter.number == 1 or quarter == first else short
