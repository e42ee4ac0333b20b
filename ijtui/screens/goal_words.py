"""How the screens say what happens to a goal: where it is heading, how it ended, what stood in the way."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.course import planned
from ijtui.domain.goal import Goal, Result
from ijtui.domain.milestone import MilestoneKind
from ijtui.domain.quarter import Quarter
from ijtui.words import N_, _, spoken

COURSES = {Course.ON_TRACK: N_("on track"), Course.AT_RISK: N_("at risk"), Course.OFF: N_("off track")}
SIGNS = {Course.ON_TRACK: ("●", "o"), Course.AT_RISK: ("▲", "!"), Course.OFF: ("■", "x")}
"""What stands for a check-in on the drawing and before its line, and the same for every font."""

RESULTS = {
    Result.REACHED: N_("goal reached"),
    Result.PARTLY: N_("partly reached"),
    Result.NOT_REACHED: N_("not reached"),
    Result.DROPPED: N_("goal dropped"),
}
CAUSES = {
    Cause.UNCLEAR: N_("unclear requirements"),
    Cause.RESOURCES: N_("too few resources"),
    Cause.OBSTACLES: N_("external obstacles"),
    Cause.OTHER: N_("something else"),
}
MILESTONE_KINDS = {
    MilestoneKind.OPERATING_PLAN: N_("operating-plan goal"),
    MilestoneKind.MILESTONE: N_("milestone"),
}

_CELL = 20
"""Per cent that a cell of a bar stands for."""


def quarter_of(quarter: Quarter) -> str:
    """Return "Q4 2026"; in Swedish "kv 4 2026"."""
    return f"{_('Q{number}', number=quarter.number)} {quarter.year}"


def per_cent(progress: int) -> str:
    """Return "40 %"."""
    return _("{number} %", number=progress)


def bar(progress: int) -> str:
    """Return five cells, of which as many are filled as the goal is fifths on its way."""
    filled = progress // _CELL
    return "█" * filled + "·" * (100 // _CELL - filled)


def standing(goal: Goal, newest: CheckIn | None, today: date) -> str:
    """Return in a word or two where a goal is heading, or how it ended; a dash while nobody has said."""
    if goal.result is not None:
        return _(RESULTS[goal.result])
    if goal.is_overdue(today):
        return _("past its day")
    return _(COURSES[newest.course]) if newest else "–"


def due_of(goal: Goal, today: date) -> str:
    """Return the day it ended, or is due; a dash where there is none."""
    day = goal.ended if goal.ended else goal.due
    return dates.short_or_year(day, today, spoken()) if day else "–"


def how_far(goal: Goal, newest: CheckIn | None, today: date) -> str:
    """Return in one row how far a goal has come, and how far an even pace would have taken it."""
    if goal.result is not None and goal.ended is not None:
        ended = dates.long(goal.ended, spoken())
        return _("{result}, {day}", result=_(RESULTS[goal.result]).capitalize(), day=ended)
    parts = [per_cent(goal.progress), _(COURSES[newest.course]) if newest else _("no check-in yet")]
    even = planned(goal, today)
    if goal.is_overdue(today):
        parts.append(_("its day has passed"))
    elif even is not None:
        parts.append(_("an even pace would be {number} %", number=even))
    return " · ".join(parts)
