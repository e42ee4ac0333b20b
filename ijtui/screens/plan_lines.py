"""Goals, agreements and what is missing, as lines."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, GoalLack
from ijtui.domain.person import Person
from ijtui.domain.plan import Lack, Plan, PlanLack
from ijtui.screens.saying import EXTENTS, GOAL_LACKS, goal_label, responsible_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line
from ijtui.words import N_, _, spoken

_GOAL = (Column(3), Column(), Column(10), Column(20))
_ACTION = (Column(3), Column(), Column(10), Column(10), Column(6))

_LACKS = {
    PlanLack.NOTHING_AGREED: N_("Nothing is agreed yet. Press n for an agreement, m for a goal."),
    PlanLack.NO_DEVELOPMENT_GOAL: N_("There is no development goal yet. Press m to write one."),
    PlanLack.ACTION_WITHOUT_DUE: N_("Agreement {number} has no date: when is it to be done?"),
    PlanLack.ACTION_WITHOUT_NAME: N_("Agreement {number}: who sees to it?"),
    PlanLack.OUTCOME_OPEN: N_("Last time's agreement has no outcome yet: {title}"),
    PlanLack.PARKED: N_("A question is parked: {title}"),
}


def goal_lines(plan: Plan, today: date) -> list[Line]:
    """Return the goals under their heading; where there is none, what to press."""
    labels = plan.labels()
    lines = [_goal(goal, goal_label(*labels[goal.id]), today) for goal in plan.goals]
    heading = Line((_("Goals"), "", _("due"), _("we know it when")), look="heading", columns=_HEADINGS)
    return [heading, *(lines or [Line((_("No goal yet. Press m to write one."),), look="muted")])]


_HEADINGS = (Column(20), Column(), Column(10), Column(20))
_ACTION_HEADINGS = (Column(20), Column(), Column(10), Column(10), Column(6))


def _goal(goal: Goal, label: str, today: date) -> Line:
    due = dates.short_or_year(goal.due, today, spoken()) if goal.due else "–"
    return Line((label, goal.title, due, " ".join(goal.measure.split())), f"goal:{goal.id}", columns=_GOAL)


def action_lines(plan: Plan, conversation: Conversation, me: Person, today: date) -> list[Line]:
    """Return the agreements under their heading; where there is none, what to press."""
    lines = [
        _action(number, action, conversation, me, today) for number, action in enumerate(plan.actions, 1)
    ]
    heading = Line((_("Agreements"), "", _("who"), _("due"), ""), look="heading", columns=_ACTION_HEADINGS)
    return [heading, *(lines or [Line((_("No agreement yet. Press n to write one."),), look="muted")])]


def _action(number: int, action: Action, conversation: Conversation, me: Person, today: date) -> Line:
    due = dates.short_or_year(action.due, today, spoken()) if action.due else "–"
    outcome = _(EXTENTS[action.outcome.carried_out]) if action.outcome else ""
    cells = (str(number), action.what, responsible_of(action, conversation, me), due, outcome)
    return Line(cells, f"action:{action.id}", columns=_ACTION)


def lack_lines(plan: Plan) -> list[Line]:
    """Return in words what is missing before the two can sign, one line a goal; nothing where nothing is."""
    lacks = _by_goal(plan.lacks())
    if not lacks:
        return [Line((_("The plan has what it needs. You can both sign it."),), look="muted")]
    heading = Line((_("Before you sign"),), look="heading")
    return [heading, *(Line((text,), key, mark="!") for text, key in lacks)]


def _by_goal(lacks: tuple[Lack, ...]) -> list[tuple[str, str]]:
    """Return one sentence and key a lack, with all that one goal lacks in one sentence."""
    said: dict[str, list[str]] = {}
    for lack in lacks:
        if lack.what is PlanLack.GOAL and lack.kind and lack.part:
            label = goal_label(lack.kind, lack.number)
            said.setdefault(label, []).append(_(GOAL_LACKS[lack.part]))
    goals = [(f"{label}: {' '.join(questions)}", f"lack:{label}") for label, questions in said.items()]
    others = [
        (_(_LACKS[lack.what], number=lack.number, title=lack.title), f"lack:{index}:{lack.title}")
        for index, lack in enumerate(lacks)
        if lack.what is not PlanLack.GOAL
    ]
    return goals + others


def smart_help(goal: Goal) -> str:
    """Return the questions that a goal leaves open: a reminder while one writes, never a refusal (D-G2)."""
    lacks = goal.lacks()
    if not lacks:
        return _("The goal is specific, measurable, relevant and has a date and support.")
    return _("Think about: {questions}", questions=" ".join(_(GOAL_LACKS[lack]) for lack in _asked(lacks)))


def _asked(lacks: tuple[GoalLack, ...]) -> tuple[GoalLack, ...]:
    """Ask at most two things at a time."""
    return lacks[:2]
