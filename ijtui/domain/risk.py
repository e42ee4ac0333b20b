"""What is done about an answer that the two marked as a risk (D-A2): a risk leads to an agreed action."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from ijtui.domain.action import Action
from ijtui.domain.agenda import Question
from ijtui.domain.conversation import Conversation, Mark


class Measure(StrEnum):
    """How far the two have come with what they agreed about a risk; a risk has exactly one of these."""

    NONE = "none"  # nothing agreed, or what was agreed both dropped again
    OPEN = "open"
    LATE = "late"  # open, and the last day of something agreed has passed
    DONE = "done"  # all of it carried out
    UNDONE = "undone"  # ended, and something was carried out in part or not at all


def concerns(action: Action, conversation: int, question: str) -> bool:
    """Whether an action came from that question there, or the two decided there to go on with it."""
    return action.question == question and conversation in (action.conversation, action.decided)


def left_open(conversation: Conversation, actions: Iterable[Action]) -> tuple[Question, ...]:
    """Return the questions marked as a risk about which nothing is agreed, in the agenda's order."""
    standing = [action for action in actions if not (action.outcome and action.outcome.cancelled)]
    return tuple(
        question
        for question in conversation.agenda.questions()
        if conversation.progress_of(question).mark is Mark.RISK
        and not any(concerns(action, conversation.id, question.id) for action in standing)
    )


def measure(actions: Iterable[Action], today: date) -> Measure:
    """Return how far what was agreed about one risk has come; what is late weighs most, then what is open."""
    standing = [action for action in actions if not (action.outcome and action.outcome.cancelled)]
    if not standing:
        return Measure.NONE
    if any(action.is_overdue(today) for action in standing):
        return Measure.LATE
    if any(action.is_open for action in standing):
        return Measure.OPEN
    return Measure.DONE if all(action.fulfilled for action in standing) else Measure.UNDONE
