"""Goals, actions and feedback: decided by what is stored, not by what the caller says is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ijtui.domain.action import Action, Extent
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_goal, a_person, an_action, an_agenda, an_outcome, some_feedback


@pytest.fixture
def action(room: Room) -> Action:
    return room.desk.actions.add(room.me, room.conversation, an_action())


@pytest.fixture
def successor(room: Room) -> Person:
    return room.desk.people.add(room.me, a_person("Ny Chef"))


def with_successor(room: Room, successor: Person) -> Conversation:
    return room.desk.conversations.book(successor, an_agenda(), room.employee, successor, None)


def rows(room: Room) -> int:
    return int(room.desk.store.rows("SELECT count(*) AS n FROM action")[0]["n"])


def test_an_action_is_one_row_for_its_whole_life(room: Room, action: Action) -> None:
    actions = room.desk.actions
    changed = actions.change(room.me, replace(action, what="Boka en annan kurs"))
    room.hold(room.conversation)
    following = room.book()
    assert actions.to_follow_up(room.me, following) == (changed,)
    assert actions.to_follow_up(room.me, room.conversation) == ()
    evaluated = actions.evaluate(room.me, changed, an_outcome(conversation=following.id))
    assert actions.reopen(room.me, evaluated).outcome is None
    assert rows(room) == 1
    assert actions.of(room.me, room.conversation)[0].id == action.id


def test_what_is_added_belongs_to_the_conversation_whatever_it_says_itself(room: Room) -> None:
    forged = an_action(employee=77, conversation=99, outcome=an_outcome(), id=5)
    action = room.desk.actions.add(room.me, room.conversation, forged)
    assert (action.employee, action.conversation, action.outcome) == (room.employee.id, 1, None)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=77, conversation=99))
    assert (goal.person, goal.conversation) == (room.employee.id, 1)


def test_changing_the_words_keeps_whose_it_is_and_what_came_of_it(room: Room, action: Action) -> None:
    evaluated = room.desk.actions.evaluate(room.me, action, an_outcome())
    forged = replace(evaluated, what="Annat", employee=room.me.id, conversation=99, outcome=None)
    changed = room.desk.actions.change(room.me, forged)
    assert changed == replace(evaluated, what="Annat", version=evaluated.version + 1)


def test_evaluating_keeps_the_words_that_are_stored(room: Room, action: Action) -> None:
    evaluated = room.desk.actions.evaluate(
        room.me, replace(action, what="Annat"), an_outcome(achieved=" Mycket\x00 ", reason="\r\nInget ")
    )
    assert evaluated.what == action.what
    assert evaluated.outcome == an_outcome(achieved="Mycket", reason="Inget", done=NOW.date())


def test_an_action_that_is_not_ones_own_is_as_if_it_weren_t_there(
    room: Room, action: Action, successor: Person
) -> None:
    actions = room.desk.actions
    own = replace(action, employee=successor.id, conversation=99)
    for ask in (
        lambda: actions.change(successor, own),
        lambda: actions.evaluate(successor, own, an_outcome()),
        lambda: actions.reopen(successor, own),
        lambda: actions.remove(successor, own),
    ):
        with pytest.raises(NotFound, match="no action with number 1"):
            ask()


def test_a_successor_follows_up_what_was_agreed_before(room: Room, action: Action, successor: Person) -> None:
    room.hold(room.conversation)
    here = with_successor(room, successor)
    assert room.desk.actions.to_follow_up(successor, here) == (action,)
    evaluated = room.desk.actions.evaluate(successor, action, an_outcome(conversation=here.id))
    assert room.desk.actions.reopen(successor, evaluated).is_open


def test_an_outcome_belongs_to_a_conversation_about_the_same_employee(room: Room, action: Action) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    elsewhere = room.book(employee=other)
    with pytest.raises(NotFound, match="no conversation with number 2"):
        room.desk.actions.evaluate(room.me, action, an_outcome(conversation=elsewhere.id))
    with pytest.raises(NotFound, match="no conversation with number 99"):
        room.desk.actions.evaluate(room.me, action, an_outcome(conversation=99))


def test_an_action_is_removed_unless_it_has_been_followed_up(room: Room, action: Action) -> None:
    actions = room.desk.actions
    evaluated = actions.evaluate(room.me, action, an_outcome(carried_out=Extent.NO, reason="Tiden"))
    with pytest.raises(RuleBroken, match="followed up"):
        actions.remove(room.me, evaluated)
    reopened = actions.reopen(room.me, evaluated)
    with pytest.raises(Conflict) as conflict:
        actions.remove(room.me, action)
    assert conflict.value.theirs == reopened
    actions.remove(room.me, reopened)
    assert rows(room) == 0
    with pytest.raises(NotFound):
        actions.remove(room.me, reopened)


def test_one_sees_the_actions_of_ones_own_plan_and_of_conversations_one_holds(
    room: Room, action: Action, successor: Person
) -> None:
    visible = room.desk.actions.visible
    assert visible(room.me) == visible(room.employee) == (action,)
    assert visible(successor) == ()
    room.desk.conversations.cancel(room.me, room.conversation)
    assert visible(room.me) == ()


def test_evaluating_in_two_sessions_keeps_the_first_and_tells_the_second(room: Room, action: Action) -> None:
    first = room.desk.actions.evaluate(room.me, action, an_outcome())
    with pytest.raises(Conflict) as conflict:
        room.desk.actions.evaluate(room.employee, action, an_outcome(carried_out=Extent.NO), beside=True)
    assert conflict.value.theirs == first


def said(room: Room, **changes: Any) -> Feedback:
    return replace(some_feedback(giver=room.me.id, receiver=room.employee.id), **changes)


def test_feedback_is_the_givers_until_it_is_opened_and_then_stays_open(room: Room) -> None:
    feedback, here = room.desk.feedback, room.conversation
    stored = feedback.save(room.me, here, said(room))
    assert feedback.of(room.employee, here) == ()
    opened = feedback.open(room.me, here, stored)
    assert feedback.of(room.employee, here) == (opened,)
    closed_again = feedback.save(room.me, here, replace(opened, opened=False, positive="Tydligare"))
    assert closed_again.opened
    assert feedback.of(room.employee, here) == (closed_again,)


def test_only_the_giver_changes_feedback_whoever_it_says_gave_it(room: Room) -> None:
    feedback, here = room.desk.feedback, room.conversation
    stored = feedback.save(room.me, here, said(room))
    for forged in (stored, replace(stored, giver=room.employee.id, receiver=room.me.id)):
        with pytest.raises(NotAllowed):
            feedback.save(room.employee, here, forged)
    elsewhere = room.book()
    with pytest.raises(NotFound):
        feedback.save(room.me, elsewhere, stored)


def test_feedback_goes_to_the_other_or_is_about_the_conversations(room: Room) -> None:
    feedback, here = room.desk.feedback, room.conversation
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    for receiver in (other.id, room.me.id, 99):
        with pytest.raises(RuleBroken, match="the other one"):
            feedback.save(room.me, here, said(room, receiver=receiver))
    assert feedback.save(room.me, here, said(room, receiver=None)).given == NOW


def test_a_stale_change_of_feedback_is_told(room: Room) -> None:
    stored = room.desk.feedback.save(room.me, room.conversation, said(room))
    newer = room.desk.feedback.save(room.me, room.conversation, replace(stored, improve="Nytt"))
    with pytest.raises(Conflict) as conflict:
        room.desk.feedback.save(room.me, room.conversation, stored)
    assert conflict.value.theirs == newer
