"""The minutes as they would read with the signed plan in them, and what an exported file has instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import chain

from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import Kind
from ijtui.domain.goal import Goal, GoalKind, Responsible
from ijtui.domain.plan import Plan
from ijtui.domain.plan_text import ActionText, EarlierText, GoalText, PlanText
from ijtui.domain.record import Record
from ijtui.domain.signed_plan import Decision
from ijtui.minutes import plan
from ijtui.minutes.exported import MarkdownExport
from ijtui.minutes.pen import Pen
from ijtui.minutes.signed_text import differences
from ijtui.words import in_language


def not_as_signed(exported: MarkdownExport, record: Record, text: PlanText) -> list[str]:
    """Return what an exported file says otherwise than a signed plan; "- " was signed, "+ " is in the file.

    Args:
        exported: the file.
        record: the conversation as it is now.
        text: what was signed.
    """
    pen = Pen(in_language(record.conversation.agenda.language), mdx=exported.mdx)
    signed = _as_signed(record, text)
    evaluates = record.conversation.agenda.kind is Kind.EVALUATION
    parts: list[Callable[[Record, Pen], list[str]]] = [plan.goals, plan.actions]
    if not evaluates:  # there the earlier agreements are part of what the two look back on
        parts.insert(0, plan.follow_up)
    return list(chain.from_iterable(_differing(exported, part(signed, pen), pen) for part in parts))


def _differing(exported: MarkdownExport, blocks: list[str], pen: Pen) -> list[str]:
    heading, *below = blocks
    moves = f"- **{pen.words('Progress')}:**"
    expected = [line.rstrip() for block in below for line in block.split("\n")]
    wanted, found = (
        [line for line in lines if not line.strip().startswith(moves)]
        for lines in (expected, exported.section(heading))
    )
    differing = differences(wanted, found)
    return [heading, *differing] if differing else []


def _as_signed(record: Record, text: PlanText) -> Record:
    """Return the record with the plan that was signed; what is not signed stays as it is now."""
    now = record.plan
    conversation = replace(
        record.conversation,
        employee=replace(record.conversation.employee, name=text.employee),
        manager=replace(record.conversation.manager, name=text.manager),
    )
    goals = {goal.id: goal for goal in now.goals}
    actions = {action.id: action for action in (*now.actions, *now.earlier)}
    employee = conversation.employee.id
    signed = Plan(
        goals=tuple(_goal(item, goals.get(item.id, Goal(employee, item.title))) for item in text.goals),
        actions=tuple(_action(item, _known(item, actions, employee)) for item in text.actions),
        earlier=tuple(_earlier(item, _known(item, actions, employee)) for item in text.earlier),
        going_on=frozenset(item.id for item in text.earlier if item.decision == Decision.GO_ON),
        numbered=_numbered(text),
    )
    return replace(record, conversation=conversation, plan=signed)


def _numbered(text: PlanText) -> dict[GoalKind, int]:
    """Return how many goals of each kind come before those of the plan."""
    first = {GoalKind(goal.kind): goal.number for goal in reversed(text.goals)}
    return {kind: number - 1 for kind, number in first.items()}


def _goal(text: GoalText, goal: Goal) -> Goal:
    return replace(
        goal,
        id=text.id,
        kind=GoalKind(text.kind),
        title=text.title,
        measure=text.measure,
        achievable=text.achievable,
        serves=text.serves,
        due=_day(text.due),
        support=text.support,
        owner=Responsible(text.owner) if text.owner else None,
        period=text.period,
    )


def _known(text: ActionText | EarlierText, actions: dict[int, Action], employee: int) -> Action:
    """Return an agreed action as it is known, in the words that were signed."""
    known = actions.get(text.id, Action(employee, None, text.what))
    responsible = Responsible(text.responsible)
    return replace(
        known, id=text.id, what=text.what, responsible=responsible, other=text.other, due=_day(text.due)
    )


def _action(text: ActionText, action: Action) -> Action:
    return replace(action, question=text.question, goal=text.goal)


def _earlier(text: EarlierText, action: Action) -> Action:
    if not text.carried_out:
        return replace(action, outcome=None)
    outcome = Outcome(
        carried_out=Extent(text.carried_out),
        on=action.outcome.on if action.outcome else date.min,
        achieved=text.achieved,
        goal_reached=Extent(text.goal_reached) if text.goal_reached else None,
        reason=text.reason,
        done=_day(text.done),
        cancelled=text.decision == Decision.DROPPED,
    )
    return replace(action, outcome=outcome)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
