"""The plan as it reads at one moment, which the two sign (D-M2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ijtui.domain.action import Action
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.order import Turns, as_it_was
from ijtui.domain.plan import Plan
from ijtui.domain.plan_text import ActionText, EarlierText, GoalText, PlanText

SIGNED = frozenset({Kind.ANNUAL, Kind.EVALUATION})
"""The conversations that end in something that both sign (D-C1, D-C3)."""


class Decision(StrEnum):
    """What the two said in this conversation of something agreed earlier."""

    OPEN = "open"  # nothing yet
    GO_ON = "go-on"
    EVALUATED = "evaluated"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class SignedPlan:
    """A version of the plan that can be signed; it is never changed, only followed by the next.

    Attributes:
        hash: SHA-256 of the text's bytes.
        author: id of the person who asked for it first.
        made: when that was.
        weeded: the day on which its words were removed; then the text says nothing, and the hash is that of
            what it said.
    """

    text: PlanText
    hash: str
    author: int
    made: datetime
    id: int = 0
    weeded: date | None = None

    @property
    def number(self) -> int:
        """The version."""
        return self.text.version


def following(text: PlanText, newest: SignedPlan | None, salt: str) -> PlanText:
    """Return a text as the version after the newest one, bound to it by its hash."""
    number, previous = (newest.number + 1, newest.hash) if newest else (1, "")
    return replace(text, version=number, salt=salt, previous=previous)


def text_of(conversation: Conversation, plan: Plan, turns: Turns, before: PlanText | None = None) -> PlanText:
    """Return what would be signed now, before it has a version.

    Args:
        conversation: where it is agreed.
        plan: what the two agree on.
        turns: all conversations of the employee.
        before: the newest version; where a later conversation has told more of an earlier action, what
            was signed here of it stands.
    """
    numbers = plan.labels()
    signed = {item.id: item for item in before.earlier} if before else {}
    return PlanText(
        conversation=conversation.id,
        kind=conversation.agenda.kind.value,
        date=conversation.starts.date().isoformat() if conversation.starts else "",
        employee=conversation.employee.name,
        manager=conversation.manager.name,
        goals=tuple(_goal(goal, numbers[goal.id][1]) for goal in plan.goals),
        actions=tuple(_action(action) for action in plan.actions),
        earlier=tuple(
            signed[action.id]
            if action.id in signed and _is_overtaken(action, conversation.id, turns)
            else _earlier(as_it_was(conversation.id, turns, action), conversation.id)
            for action in plan.earlier
        ),
    )


def _is_overtaken(action: Action, here: int, turns: Turns) -> bool:
    """Whether what was said of it in a conversation has given way to what was said in a later one."""
    if action.outcome is not None:
        return as_it_was(here, turns, action).outcome is None
    later = turns.get(action.decided or 0)
    return later is not None and turns[here] < later


def _earlier(action: Action, conversation: int) -> EarlierText:
    """Return an earlier action with what is said of it in that conversation."""
    outcome = action.outcome
    common = _agreed(action)
    if outcome is None:
        decision = Decision.GO_ON if action.decided == conversation else Decision.OPEN
        return EarlierText(**common, decision=decision.value)
    return EarlierText(
        **common,
        decision=(Decision.DROPPED if outcome.cancelled else Decision.EVALUATED).value,
        carried_out=outcome.carried_out.value,
        achieved=outcome.achieved,
        goal_reached=outcome.goal_reached.value if outcome.goal_reached else "",
        reason=outcome.reason,
        done=_iso(outcome.done),
    )


def _goal(goal: Goal, number: int) -> GoalText:
    return GoalText(
        id=goal.id,
        kind=goal.kind.value,
        number=number,
        title=goal.title,
        measure=goal.measure,
        achievable=goal.achievable,
        serves=goal.serves,
        due=_iso(goal.due),
        support=goal.support,
        owner=goal.owner.value if goal.owner else "",
        period=goal.period,
    )


def _action(action: Action) -> ActionText:
    return ActionText(**_agreed(action), question=action.question, goal=action.goal)


def _agreed(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "what": action.what,
        "responsible": action.responsible.value,
        "other": action.other,
        "due": _iso(action.due),
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
