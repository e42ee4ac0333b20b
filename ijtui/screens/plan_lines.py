"""Goals and agreements, as lines."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, GoalLack
from ijtui.domain.person import Person
from ijtui.domain.plan import Plan
from ijtui.screens.saying import GOAL_LACKS, goal_label, outcome_of, responsible_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line
from ijtui.words import _, spoken

_GOAL = (Column(3), Column(), Column(10), Column(20))
_ACTION = (Column(3), Column(), Column(10), Column(10), Column(9))


def goal_lines(plan: Plan, today: date, key: str) -> list[Line]:
    """Return the goals under their heading; where there is none, the key that writes one."""
    labels = plan.labels()
    lines = [_goal(goal, goal_label(*labels[goal.id]), today) for goal in plan.goals]
    heading = Line((_("Goals"), "", _("due"), _("we know it when")), look="heading", columns=_HEADINGS)
    nothing = Line((_("No goal yet. Press {key} to write one.", key=key),), look="muted")
    return [heading, *(lines or [nothing])]


_HEADINGS = (Column(20), Column(), Column(10), Column(20))
_ACTION_HEADINGS = (Column(20), Column(), Column(10), Column(10), Column(9))


def _goal(goal: Goal, label: str, today: date) -> Line:
    due = dates.short_or_year(goal.due, today, spoken()) if goal.due else "–"
    return Line((label, goal.title, due, " ".join(goal.measure.split())), f"goal:{goal.id}", columns=_GOAL)


def action_lines(plan: Plan, conversation: Conversation, me: Person, today: date, key: str) -> list[Line]:
    """Return the agreements under their heading; where there is none, the key that writes one."""
    lines = [
        _action(number, action, conversation, me, today) for number, action in enumerate(plan.actions, 1)
    ]
    heading = Line((_("Agreements"), "", _("who"), _("due"), ""), look="heading", columns=_ACTION_HEADINGS)
    nothing = Line((_("No agreement yet. Press {key} to write one.", key=key),), look="muted")
    return [heading, *(lines or [nothing])]


def _action(number: int, action: Action, conversation: Conversation, me: Person, today: date) -> Line:
    due = dates.short_or_year(action.due, today, spoken()) if action.due else "–"
    who = responsible_of(action, conversation.employee, conversation.manager, me)
    cells = (str(number), action.what, who, due, outcome_of(action, today))
    return Line(cells, f"action:{action.id}", columns=_ACTION)


def smart_help(goal: Goal) -> str:
    """Return the questions that a goal leaves open: a reminder while one writes, never a refusal (D-G2)."""
    lacks = goal.lacks()
    if not lacks:
        return _("The goal is specific, measurable, relevant and has a date and support.")
    return _("Think about: {questions}", questions=" ".join(_(GOAL_LACKS[lack]) for lack in _asked(lacks)))


def _asked(lacks: tuple[GoalLack, ...]) -> tuple[GoalLack, ...]:
    """Ask at most two things at a time."""
    return lacks[:2]
