"""What the plan gives to the minutes: follow-up, goals, actions, parked questions."""

from __future__ import annotations

from ijtui.domain.action import Action
from ijtui.domain.goal import Goal
from ijtui.domain.record import Record
from ijtui.minutes import labels
from ijtui.minutes.escape import guarded
from ijtui.minutes.pen import NOTHING, Pen, fact, table


def follow_up(record: Record, pen: Pen) -> list[str]:
    """The previous plan point by point: carried out, achieved what, goal reached (D-A1, D-M3)."""
    words = pen.words
    heading = f"### {words('Follow-up of the previous plan')}"
    if not record.plan.earlier:
        return [heading, words("There was nothing to follow up.")]
    head = (
        words("Action"), words("Who"), words("Due"),
        words("Carried out"), words("What it gave"), words("Goal reached"),
    )  # fmt: skip
    return [heading, table(head, (_followed_up(record, action, pen) for action in record.plan.earlier))]


def goals(record: Record, pen: Pen) -> list[str]:
    """Each goal with what makes it SMART, without what nobody filled in (D-G2)."""
    heading = f"### {pen.words('Goals')}"
    if not record.plan.goals:
        return [heading, pen.words("No goals agreed.")]
    names = labels.goals(record, pen.words)
    return [heading, "\n".join(_goal(record, goal, names[goal.id], pen) for goal in record.plan.goals)]


def actions(record: Record, pen: Pen) -> list[str]:
    """What, who, due, and from which goal or question (D-A4)."""
    words = pen.words
    heading = f"### {words('Agreed actions')}"
    if not record.plan.actions:
        return [heading, words("Nothing agreed.")]
    names = labels.goals(record, words)
    rows = [
        (str(number), *_agreed(record, action, pen), _source(record, action, names, pen))
        for number, action in enumerate(record.plan.actions, 1)
    ]
    head = (words("No."), words("What"), words("Who"), words("Due"), words("Comes from"))
    return [heading, table(head, rows)]


def parked(record: Record, pen: Pen) -> list[str]:
    """The questions that are left for next time."""
    heading = f"### {pen.words('Parked questions')}"
    if not record.plan.parked:
        return [heading, pen.words("No parked questions.")]
    return [
        heading,
        "\n".join(f"- {guarded(pen.line(question.title), pen.mdx)}" for question in record.plan.parked),
    ]


def _agreed(record: Record, action: Action, pen: Pen) -> tuple[str, str, str]:
    who = labels.doer(record.conversation, action, pen.words)
    return pen.cell(action.what), pen.cell(who), pen.day(action.due)


def _followed_up(record: Record, action: Action, pen: Pen) -> tuple[str, ...]:
    agreed, outcome = _agreed(record, action, pen), action.outcome
    if outcome is None:
        return (*agreed, labels.followed_up(record, action, pen.words), NOTHING, NOTHING)
    return (
        *agreed,
        labels.followed_up(record, action, pen.words),
        _gave(outcome.achieved, outcome.reason, pen),
        labels.extent(outcome.goal_reached, pen.words) if outcome.goal_reached else NOTHING,
    )


def _gave(achieved: str, reason: str, pen: Pen) -> str:
    """What an action gave and, where it wasn't carried out, why (D-G6)."""
    why = pen.words("Reason: {reason}", reason=pen.line(reason)) if reason.strip() else ""
    return " · ".join(part for part in (pen.line(achieved), why) if part) or NOTHING


def _source(record: Record, action: Action, names: dict[int, str], pen: Pen) -> str:
    if action.goal in names:
        return names[action.goal]
    question = record.conversation.agenda.question(action.question)
    return pen.cell(question.title) if question else NOTHING


def _goal(record: Record, goal: Goal, name: str, pen: Pen) -> str:
    kind = labels.goal_kind(goal.kind, pen.words)
    first = f"- **{name} {pen.line(goal.title)}** ({kind})"
    return "\n".join((first, *(f"  {part}" for part in _goal_parts(record, goal, pen))))


def _goal_parts(record: Record, goal: Goal, pen: Pen) -> list[str]:
    words = pen.words
    parts = (
        (words("How we will know"), pen.line(goal.measure)),
        (words("How it can be done"), pen.line(goal.achievable)),
        (words("Contributes to"), pen.line(goal.serves)),
        (words("Due"), pen.day(goal.due) if goal.due else ""),
        (words("Support"), pen.line(goal.support)),
        (words("Responsible"), pen.line(labels.owner(record.conversation, goal.owner, words))),
        (words("Period"), pen.line(goal.period)),
        (words("Progress"), words("{number} %", number=goal.progress)),
    )
    return [fact(label, value) for label, value in parts if value]
