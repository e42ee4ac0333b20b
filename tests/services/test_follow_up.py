"""Actions between being agreed and being done, from what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ijtui.domain.action import Action, ActionState, Extent
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.domain.plan import PlanLack
from ijtui.domain.today import Wait
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_person, an_action, an_outcome

TODAY = NOW.date()


@pytest.fixture
def action(room: Room) -> Action:
    """Agreed between two conversations by the employee."""
    return room.desk.actions.add_between(room.employee, room.me, an_action())


def after_a_day(room: Room) -> None:
    room.clock.forward(days=1)


def held(room: Room, times: int) -> Conversation:
    """Hold that many conversations, a month apart, begin one more and return it."""
    for _time in range(times):
        room.clock.forward(days=30)
        room.hold(room.book(starts=room.clock.now))
    room.clock.forward(days=30)
    return room.desk.conversations.begin(room.me, room.book(starts=room.clock.now))


def test_what_is_agreed_between_two_conversations_belongs_to_none_and_comes_up_in_all_that_follow(
    room: Room, action: Action
) -> None:
    assert (action.conversation, action.agreed, action.agreed_at) == (None, TODAY, NOW)
    assert (action.employee, action.manager) == (room.employee.id, room.me.id)
    assert room.desk.actions.to_follow_up(room.me, room.conversation) == (action,)
    assert room.desk.actions.visible(room.me) == room.desk.actions.visible(room.employee) == (action,)
    here = held(room, 2)
    assert room.desk.actions.to_follow_up(room.employee, here) == (action,)


def test_either_of_the_two_and_the_employee_alone_agree_on_the_same_sides(room: Room) -> None:
    actions, me, employee = room.desk.actions, room.me, room.employee
    for asker, person in ((me, employee), (employee, me), (employee, employee)):
        found = actions.add_between(asker, person, an_action())
        assert (found.employee, found.manager) == (employee.id, me.id)


def test_without_a_manager_the_sides_are_those_of_the_latest_conversation(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    with pytest.raises(NotAllowed, match="your manager"):
        room.desk.actions.add_between(room.me, other, an_action())
    with pytest.raises(NotAllowed, match="your manager"):
        room.desk.actions.add_between(room.me, room.me, an_action())
    room.book(employee=other)
    assert room.desk.actions.add_between(other, room.me, an_action()).employee == other.id


def test_a_new_action_has_no_story_whatever_it_says_itself(room: Room, action: Action) -> None:
    told = room.desk.actions.report(room.employee, action, "klart")
    found = room.desk.actions.add_between(room.me, room.employee, told)
    assert (found.report, found.account, found.changes, found.is_open) == (None, "", 0, True)


def test_a_report_waits_for_the_other_on_their_start_screen(room: Room, action: Action) -> None:
    desk = room.desk
    desk.actions.report(room.employee, action, " Kursen är\x00 bokad ")
    waiting = [item for item in desk.today.look(room.me).waiting if item.agreed]
    assert [(item.why, item.since) for item in waiting] == [(Wait.CONFIRM, TODAY)]
    assert waiting[0].agreed is not None
    assert waiting[0].agreed.action.account == "Kursen är bokad"
    assert not [item for item in desk.today.look(room.employee).waiting if item.agreed]


def test_only_what_the_other_confirmed_is_fulfilled(room: Room, action: Action) -> None:
    actions = room.desk.actions
    told = actions.report(room.employee, action)
    with pytest.raises(RuleBroken, match="when the other agrees"):
        actions.confirm(room.employee, told)
    after_a_day(room)
    done = actions.confirm(room.me, told)
    assert done.fulfilled
    assert done.outcome == an_outcome(
        achieved="", goal_reached=None, on=TODAY + timedelta(days=1), done=TODAY
    )
    assert room.desk.today.look(room.me).due == ()


def test_not_yet_opens_it_again_and_the_report_is_its_own_line_in_the_history(
    room: Room, action: Action
) -> None:
    actions = room.desk.actions
    back = actions.return_(room.me, actions.report(room.employee, action, "nästan"))
    assert (back.state(TODAY), back.account) == (ActionState.OPEN, "nästan")
    verbs = [
        row["verb"] for row in room.desk.store.rows("SELECT verb FROM history WHERE subject = 'action:1'")
    ]
    assert verbs == ["agreed", "reported", "returned"]


def test_a_proposal_to_drop_waits_for_the_other_who_agrees_or_keeps_it(room: Room, action: Action) -> None:
    actions, desk = room.desk.actions, room.desk
    asked = actions.withdraw(room.me, action, "Systemet läggs ned")
    assert [item.why for item in desk.today.look(room.employee).waiting if item.agreed] == [Wait.DROP]
    kept = actions.keep(room.employee, asked)
    assert kept.state(TODAY) is ActionState.OPEN
    gone = actions.agree_to_withdraw(room.employee, actions.withdraw(room.me, kept, "Läggs ned"))
    assert gone.state(TODAY) is ActionState.CANCELLED
    assert gone.outcome == an_outcome(
        carried_out=Extent.NO, achieved="", goal_reached=None, reason="Läggs ned", cancelled=True
    )


def test_beside_each_other_and_in_a_conversation_it_is_dropped_at_once(room: Room, action: Action) -> None:
    actions = room.desk.actions
    other = actions.add_between(room.me, room.employee, an_action())
    assert actions.withdraw(room.me, other, beside=True).state(TODAY) is ActionState.CANCELLED
    here = room.desk.conversations.begin(room.me, room.conversation)
    gone = actions.withdraw(room.me, action, "Inte längre", conversation=here.id)
    assert gone.outcome is not None
    assert (gone.outcome.conversation, gone.outcome.cancelled) == (here.id, True)


def test_it_is_not_dropped_in_a_conversation_about_somebody_else(room: Room, action: Action) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    elsewhere = room.book(employee=other)
    with pytest.raises(NotFound, match="no conversation"):
        room.desk.actions.withdraw(room.me, action, conversation=elsewhere.id)
    with pytest.raises(NotFound, match="no conversation"):
        room.desk.actions.decide(room.me, action, elsewhere)
    assert room.desk.actions.get(room.me, action.id) == action


def test_what_was_promised_keeps_its_earlier_wording_on_the_same_row(room: Room, action: Action) -> None:
    actions = room.desk.actions
    unsettled = actions.change(room.me, replace(action, what="Boka en kurs"))
    assert (unsettled.changes, actions.wordings(room.me, unsettled)) == (0, ())
    after_a_day(room)
    changed = actions.change(room.me, replace(unsettled, due=date(2027, 6, 30)))
    assert (changed.id, changed.changes) == (action.id, 1)
    [earlier] = actions.wordings(room.employee, changed)
    assert (earlier.author, earlier.fields["what"], earlier.fields["due"]) == (
        room.me.id,
        "Boka en kurs",
        "2027-01-31",
    )
    again = actions.change(room.me, replace(changed, what="Boka två kurser"))
    assert [item.fields["due"] for item in actions.wordings(room.me, again)] == ["2027-06-30", "2027-01-31"]
    assert actions.get(room.me, action.id) == again


def test_a_plan_that_is_being_written_keeps_no_earlier_wording_until_it_is_concluded(room: Room) -> None:
    actions = room.desk.actions
    action = actions.add(room.me, room.conversation, an_action())
    first = actions.change(room.me, replace(action, what="Ett"))
    room.hold(room.conversation)
    assert actions.change(room.me, replace(first, what="Två")).changes == 1


def test_removing_an_action_takes_its_earlier_wordings_along(room: Room, action: Action) -> None:
    after_a_day(room)
    changed = room.desk.actions.change(room.me, replace(action, what="Annat"))
    room.desk.actions.remove(room.me, changed)
    assert room.desk.store.rows("SELECT * FROM wording") == []


def test_the_third_conversation_with_the_same_open_action_asks_for_a_decision(
    room: Room, action: Action
) -> None:
    actions = room.desk.actions
    assert actions.undecided(room.me, held(room, 1)) == frozenset()
    third = held(room, 0)
    assert actions.undecided(room.me, third) == {action.id}
    with pytest.raises(RuleBroken, match="still to come"):
        actions.decide(room.me, replace(action, due=None), third)
    with pytest.raises(RuleBroken, match="still to come"):
        actions.decide(room.me, replace(action, due=TODAY), third)
    later = room.clock.now.date() + timedelta(days=30)
    decided = actions.decide(room.me, replace(action, due=later, what="Boka kursen nu"), third)
    assert (decided.id, decided.due, decided.decided, decided.changes) == (action.id, later, third.id, 1)
    assert actions.undecided(room.me, third) == frozenset()
    assert actions.undecided(room.me, held(room, 0)) == {action.id}


def test_going_on_with_it_as_agreed_is_a_decision_without_a_change(room: Room) -> None:
    action = room.desk.actions.add_between(room.me, room.employee, an_action(due=date(2028, 1, 1)))
    third = held(room, 2)
    decided = room.desk.actions.decide(room.employee, action, third)
    plan = room.desk.plans.of(room.me, third)
    assert plan.going_on == {action.id}
    assert PlanLack.OUTCOME_OPEN not in {lack.what for lack in plan.lacks()}
    assert (decided.changes, room.desk.actions.undecided(room.me, third)) == (0, frozenset())


def test_what_has_ended_is_not_decided_on(room: Room, action: Action) -> None:
    third = held(room, 2)
    done = room.desk.actions.evaluate(room.me, action, an_outcome(conversation=third.id))
    with pytest.raises(RuleBroken, match="already said"):
        room.desk.actions.decide(room.me, replace(done, due=date(2028, 1, 1)), third)


def test_the_manager_says_alone_what_came_of_the_employees_promise_and_not_of_their_own(room: Room) -> None:
    actions = room.desk.actions
    theirs = actions.add_between(room.me, room.employee, an_action())
    mine = actions.add_between(room.me, room.employee, an_action(responsible=Responsible.MANAGER))
    assert actions.evaluate(room.me, theirs, an_outcome()).fulfilled
    with pytest.raises(RuleBroken, match="say together"):
        actions.evaluate(room.me, mine, an_outcome())
    assert actions.evaluate(room.me, mine, an_outcome(), beside=True).fulfilled


def test_whoever_an_action_does_not_concern_learns_nothing(room: Room, action: Action) -> None:
    actions = room.desk.actions
    stranger: Person = room.desk.people.add(room.me, a_person("Någon Annan"))
    told = actions.report(room.employee, action)
    for ask in (
        lambda: actions.get(stranger, action.id),
        lambda: actions.wordings(stranger, action),
        lambda: actions.report(stranger, told),
        lambda: actions.confirm(stranger, told, beside=True),
        lambda: actions.return_(stranger, told),
        lambda: actions.withdraw(stranger, told),
        lambda: actions.agree_to_withdraw(stranger, told),
        lambda: actions.keep(stranger, told),
        lambda: actions.undecided(stranger, room.conversation),
        lambda: actions.decide(stranger, told, room.conversation),
    ):
        with pytest.raises(NotFound, match="There is no"):
            ask()


def test_two_who_answer_at_once_keep_the_first_answer(room: Room, action: Action) -> None:
    actions = room.desk.actions
    told = actions.report(room.employee, action)
    done = actions.confirm(room.me, told)
    with pytest.raises(RuleBroken, match="already said"):
        actions.return_(room.employee, told)
    with pytest.raises(Conflict) as conflict:
        actions.change(room.employee, replace(told, what="Annat"))
    assert conflict.value.theirs == done


def test_each_action_is_given_with_the_two_who_agreed_it(room: Room, action: Action) -> None:
    [found] = room.desk.actions.with_people([action])
    assert (found.action, found.employee, found.manager) == (action, room.employee, room.me)
