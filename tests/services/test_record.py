"""The record of a conversation: what both may see and no more, and the same ever after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ijtui.domain.conversation import Mark, Party
from ijtui.domain.goal import GoalKind
from tests.builders import (
    NOW,
    Room,
    a_goal,
    an_action,
    an_outcome,
    preparation,
    private,
    shared,
    some_feedback,
)


def test_the_record_holds_nothing_that_one_of_the_two_may_not_see(room: Room) -> None:
    desk = room.desk
    room.write(room.me, shared(), "gemensamt")
    room.write(room.me, preparation(Party.MANAGER), "HEMLIGT chef")
    room.write(room.employee, preparation(Party.EMPLOYEE, "proud"), "HEMLIGT medarbetare")
    room.write(room.me, private(Party.MANAGER), "HEMLIGT eget")
    desk.feedback.save(room.me, room.conversation, some_feedback(giver=1, receiver=2, positive="HEMLIGT bra"))
    desk.drafts.keep(room.me, "goal:new", {"title": "HEMLIGT utkast"})
    for asker in (room.me, room.employee):
        record = desk.plans.record(asker, room.conversation.id)
        assert record.notes == {"results": "gemensamt"}
        assert record.opened == {Party.EMPLOYEE: {}, Party.MANAGER: {}}
        assert record.feedback == ()
        assert "HEMLIGT" not in repr(record)


def test_what_is_opened_or_came_on_paper_is_in_the_record(room: Room) -> None:
    room.write(room.me, preparation(Party.MANAGER), "chefens")
    room.write(room.me, preparation(Party.EMPLOYEE), "på papper", on_paper=True)
    room.desk.texts.open_preparation(room.me, room.conversation)
    given = some_feedback(giver=room.me.id, receiver=room.employee.id)
    opened = room.desk.feedback.open(room.me, room.conversation, given)
    record = room.desk.plans.record(room.employee, room.conversation.id)
    assert record.opened == {Party.MANAGER: {"results": "chefens"}, Party.EMPLOYEE: {"results": "på papper"}}
    assert record.feedback == (opened,)


def test_both_get_the_same_record(room: Room) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "förseglat")
    room.write(room.me, shared(), "gemensamt")
    records = [room.desk.plans.record(asker, 1) for asker in (room.me, room.employee)]
    assert records[0] == records[1]


def test_the_plan_has_its_goals_in_order_and_what_is_parked(room: Room) -> None:
    desk, here = room.desk, room.conversation
    delivery = desk.goals.add(room.me, here, a_goal("Leverera", kind=GoalKind.PERFORMANCE))
    growth = desk.goals.add(room.me, here, a_goal("Växa"))
    action = desk.actions.add(room.me, here, an_action(goal=growth.id))
    desk.conversations.park(room.me, here, "competence", True)
    plan = desk.plans.of(room.me, here)
    assert plan.goals == (growth, delivery)
    assert (plan.actions, plan.earlier) == ((action,), ())
    assert [question.id for question in plan.parked] == ["competence"]


def test_a_concluded_record_stays_the_same_when_life_goes_on(room: Room) -> None:
    """The minutes of a conversation can be written again at any time and say what they said."""
    desk = room.desk
    old = desk.actions.add(room.me, room.conversation, an_action("Från förra"))
    room.hold(room.conversation)
    room.clock.forward(days=365)
    here = desk.conversations.begin(room.me, room.book(starts=room.clock.now))
    new = desk.actions.add(room.me, here, an_action("Ny"))
    held = desk.conversations.conclude(room.me, here)
    before = {number: desk.plans.record(room.me, number) for number in (room.conversation.id, held.id)}
    assert before[held.id].plan.earlier == (replace(old, version=0),)

    room.clock.forward(days=30)
    done = desk.actions.evaluate(room.me, new, an_outcome(on=room.clock.now.date()))
    assert desk.plans.of(room.me, held).actions == (done,), "the plan itself tells it at once"
    room.clock.forward(days=335)
    following = desk.conversations.begin(room.me, room.book(starts=room.clock.now))
    outcome = an_outcome(conversation=following.id, on=room.clock.now.date())
    desk.actions.evaluate(room.me, old, outcome)
    desk.actions.add(room.me, following, an_action("Ännu nyare"))
    room.write(room.me, shared(conversation=following.id), "nytt")
    assert {number: desk.plans.record(room.me, number) for number in before} == before
    told = desk.plans.record(room.me, following.id).plan.earlier
    assert [action.outcome for action in told] == [outcome, done.outcome]


def test_the_record_says_who_last_revised_what_both_may_see_and_when(room: Room) -> None:
    desk, here = room.desk, room.conversation

    def revised_by(asker: str) -> bool:
        room.clock.forward(minutes=1)
        record = desk.plans.record(room.me, here.id)
        who = getattr(room, asker)
        return (record.revised, record.revised_by) == (room.clock.now - timedelta(minutes=1), who)

    assert revised_by("me")
    room.write(room.employee, shared(), "gemensamt")
    assert revised_by("employee")
    desk.conversations.judge(room.me, here, "balance", Mark.WATCH)
    assert revised_by("me")
    desk.actions.add(room.employee, here, an_action())
    assert revised_by("employee")


def test_what_only_one_can_see_does_not_revise_the_record(room: Room) -> None:
    desk, here = room.desk, room.conversation
    before = desk.plans.record(room.me, here.id)
    room.clock.forward(hours=1)
    room.write(room.me, private(Party.MANAGER), "eget")
    room.write(room.me, preparation(Party.MANAGER), "förseglat")
    given = some_feedback(giver=room.me.id, receiver=room.employee.id)
    stored = desk.feedback.save(room.me, here, given)
    desk.drafts.keep(room.me, "x", {"y": "z"})
    assert desk.plans.record(room.me, here.id) == before
    desk.feedback.open(room.me, here, stored)
    assert desk.plans.record(room.me, here.id).revised == room.clock.now


@pytest.mark.parametrize("asker", ["me", "employee"])
def test_a_record_of_nothing_is_a_record(room: Room, asker: str) -> None:
    record = room.desk.plans.record(getattr(room, asker), room.conversation.id)
    assert (record.notes, record.plan.goals, record.revised) == ({}, (), NOW)
    assert replace(record.conversation) == room.conversation
