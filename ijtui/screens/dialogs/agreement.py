"""The forms of what two people agree on, opened by kind and number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.errors import NotFound
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import other_of
from ijtui.screens.session import Session
from ijtui.words import N_

_GONE = N_("It is no longer there; it was taken out of the plan.")


def form_for(session: Session, kind: str, thing: str, conversation: int, question: str = "") -> Form[Any]:
    """Return the form for a goal, an agreement, an outcome or feedback.

    Args:
        session: who asks.
        kind: "goal", "feedback", "action", or what is said of one: "outcome", "report", "withdrawal",
            "decision".
        thing: its number, or "new".
        conversation: number of the conversation; 0 between two conversations.
        question: id of the question that a new agreement comes from, or ""; between two conversations,
            the number of the person whose goal it is, or whom it is agreed with or given to.

    Raises:
        NotFound: it is gone, or not the asker's.
    """
    desk, me = session.desk, session.me
    if kind == "outcome":
        return _outcome(session, int(thing), conversation)
    if kind == "goal":
        return _goal(session, thing, conversation, question)
    if kind == "feedback":
        return _feedback(session, thing, conversation, question)
    if kind == "action":
        return _action(session, thing, conversation, question)
    [agreed] = desk.actions.with_people([desk.actions.get(me, int(thing))])
    if kind == "report":
        from ijtui.screens.dialogs.report import ReportForm

        return ReportForm(agreed)
    if kind == "withdrawal":
        from ijtui.screens.dialogs.withdrawal import WithdrawalForm

        return WithdrawalForm(agreed, conversation or None)
    from ijtui.screens.dialogs.decision import DecisionForm

    return DecisionForm(agreed, desk.conversations.get(me, conversation))


def _action(session: Session, thing: str, conversation: int, question: str) -> Form[Any]:
    """Return the form for an agreement in a conversation, or between two with a person."""
    from ijtui.screens.dialogs.action import ActionForm

    desk, me = session.desk, session.me
    if conversation:
        where = desk.conversations.get(me, conversation)
        action = _found(thing, desk.actions.of(me, where))
        return ActionForm((where.employee, where.manager), where, action, question)
    if thing == "new":
        two = desk.actions.two(me, desk.people.get(me, int(question)))
        return ActionForm(two, None, None, other=int(question))
    [agreed] = desk.actions.with_people([desk.actions.get(me, int(thing))])
    return ActionForm((agreed.employee, agreed.manager), None, agreed.action)


def _feedback(session: Session, thing: str, conversation: int, person: str) -> Form[Any]:
    """Return the form for feedback in a conversation, or for the next one with a person."""
    from ijtui.screens.dialogs.feedback import FeedbackForm

    desk, me = session.desk, session.me
    feedback = None if thing == "new" else desk.feedback.get(me, int(thing))
    if not conversation:
        return FeedbackForm(None, feedback, me, desk.people.get(me, int(person)))
    where = desk.conversations.get(me, conversation)
    return FeedbackForm(where, feedback, me, other_of(where, me))


def _goal(session: Session, thing: str, conversation: int, person: str) -> Form[Any]:
    from ijtui.screens.dialogs.goal import GoalForm

    desk, me = session.desk, session.me
    where = desk.conversations.get(me, conversation) if conversation else None
    goal = None if thing == "new" else desk.goals.get(me, int(thing))
    if where is not None:
        return GoalForm(where, goal)
    return GoalForm(None, goal, desk.people.get(me, goal.person if goal else int(person)))


def _outcome(session: Session, action: int, conversation: int) -> Form[Any]:
    from ijtui.screens.dialogs.outcome import OutcomeForm

    desk, me = session.desk, session.me
    where = desk.conversations.get(me, conversation) if conversation else None
    found = desk.actions.get(me, action) if where is None else _found(str(action), _in_talk(session, where))
    if found is None:
        raise NotFound(_GONE)
    [agreed] = desk.actions.with_people([found])
    return OutcomeForm(agreed, where)


def _in_talk(session: Session, conversation: Conversation) -> tuple[Action, ...]:
    """Return what can be evaluated in a talk: the earlier plan's agreements, and its own."""
    actions, me = session.desk.actions, session.me
    return actions.to_follow_up(me, conversation) + actions.of(me, conversation)


def _found(thing: str, known: Iterable[Action]) -> Action | None:
    """Return the one with that number; None for a new one.

    Raises:
        NotFound: it is gone.
    """
    if thing == "new":
        return None
    found = next((item for item in known if str(item.id) == thing), None)
    if found is None:
        raise NotFound(_GONE)
    return found
