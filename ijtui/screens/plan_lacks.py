"""What a plan lacks before the two can sign it, in words, as lines that lead to where it is mended (D-A4)."""

from __future__ import annotations

from ijtui.domain.agenda import Kind
from ijtui.domain.goal import GoalLack
from ijtui.domain.plan import Lack, Plan, PlanLack
from ijtui.screens.saying import GOAL_LACKS, goal_label
from ijtui.widgets.lines import Line
from ijtui.words import N_, _

_LACKS = {
    PlanLack.NOTHING_AGREED: N_("Nothing is agreed yet. Press {action} for an agreement, {goal} for a goal."),
    PlanLack.NO_DEVELOPMENT_GOAL: N_("There is no development goal yet. Press {goal} to write one."),
    PlanLack.ACTION_WITHOUT_DUE: N_("Agreement {number} has no date: when is it to be done?"),
    PlanLack.ACTION_WITHOUT_NAME: N_("Agreement {number}: who sees to it?"),
    PlanLack.OUTCOME_OPEN: N_("Last time's agreement has no outcome yet: {title}"),
    PlanLack.RISK_WITHOUT_ACTION: N_("{title} is marked as a risk. What will you do about it?"),
    PlanLack.PARKED: N_("A question is parked: {title}"),
}
_PARTS = {
    GoalLack.MEASURE: N_("a measure"),
    GoalLack.DUE: N_("a date"),
    GoalLack.OWNER: N_("an owner"),
    GoalLack.SUPPORT: N_("support"),
    GoalLack.SERVES: N_("a goal that it serves"),
}


_NOT_NEEDED = {
    Kind.QUARTERLY: (PlanLack.NOTHING_AGREED, PlanLack.NO_DEVELOPMENT_GOAL),
    Kind.EVALUATION: (PlanLack.NOTHING_AGREED, PlanLack.NO_DEVELOPMENT_GOAL),
}
"""What such a conversation may well end without: its goals were agreed before."""

_READY = {
    Kind.ANNUAL: N_("The plan has what it needs. You can both sign it."),
    Kind.EVALUATION: N_("Nothing is left open. You can both sign the evaluation."),
}
_AGREED = N_("Nothing is left open.")


def lack_lines(plan: Plan, kind: Kind, *, goal: str, action: str) -> list[Line]:
    """Return what is missing, one line a goal.

    A line's key says after its second colon where it is mended: `goal:3`, `action:5`, `question:results`,
    `station:year_behind`.

    Args:
        plan: what the two agree on so far.
        kind: of the conversation: not every one ends in a plan that is signed.
        goal: the key that writes a goal.
        action: the key that writes an agreement.
    """
    found = [*_in_goals(plan), *_elsewhere(plan, kind, goal, action)]
    if not found:
        return [Line((_(_READY.get(kind, _AGREED)),), look="muted")]
    lines = [Line((text,), f"lack:{index}:{target}", mark="!") for index, (text, target) in enumerate(found)]
    heading = _("Before you sign") if kind in _READY else _("Before you end")
    return [Line((heading,), look="heading"), *lines]


def _in_goals(plan: Plan) -> list[tuple[str, str]]:
    """Return for each goal that lacks something one sentence with all of it: a question, or a list."""
    labels, parts = plan.labels(), {goal.id: goal.lacks() for goal in plan.goals}
    return [
        (_of_goal(goal_label(*labels[number]), lacks), f"goal:{number}")
        for number, lacks in parts.items()
        if lacks
    ]


def _of_goal(label: str, lacks: tuple[GoalLack, ...]) -> str:
    if len(lacks) == 1:
        return f"{label}: {_(GOAL_LACKS[lacks[0]])}"
    return _("{goal} still lacks {parts}", goal=label, parts=", ".join(_(_PARTS[lack]) for lack in lacks))


def _elsewhere(plan: Plan, kind: Kind, goal: str, action: str) -> list[tuple[str, str]]:
    return [
        (
            _(_LACKS[lack.what], number=lack.number, title=lack.title, goal=goal, action=action),
            _mended_at(lack, plan),
        )
        for lack in plan.lacks()
        if lack.what is not PlanLack.GOAL and lack.what not in _NOT_NEEDED.get(kind, ())
    ]


def _mended_at(lack: Lack, plan: Plan) -> str:
    if lack.what in (PlanLack.ACTION_WITHOUT_DUE, PlanLack.ACTION_WITHOUT_NAME):
        return f"action:{plan.actions[lack.number - 1].id}"
    if lack.what is PlanLack.OUTCOME_OPEN:
        return "station:year_behind"
    if lack.what in (PlanLack.PARKED, PlanLack.RISK_WITHOUT_ACTION):
        asked = plan.parked if lack.what is PlanLack.PARKED else plan.risks
        return next(f"question:{question.id}" for question in asked if question.title == lack.title)
    return "goal:new"
