"""Feedback at any time: it waits for the next conversation, and is neither lost nor told twice (D-F3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ijtui.domain.conversation import Conversation, State
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_person, a_room, some_feedback


def said(giver: Person, other: Person, **changes: Any) -> Feedback:
    return replace(some_feedback(conversation=None, giver=giver.id, receiver=other.id), **changes)


def give(room: Room, **changes: Any) -> Feedback:
    return room.desk.feedback.save_between(room.me, room.employee, said(room.me, room.employee, **changes))


def of(room: Room, conversation: Conversation) -> tuple[Feedback, ...]:
    return room.desk.feedback.of(room.me, conversation)


def test_feedback_between_two_conversations_waits_for_the_next_one(room: Room) -> None:
    stored = give(room)
    assert (stored.conversation, stored.other, stored.given) == (None, room.employee.id, NOW)
    assert room.desk.feedback.waiting(room.me, room.employee) == (stored,)
    assert of(room, room.conversation) == (stored,)


def test_the_conversation_that_begins_first_takes_it_up_and_no_other(room: Room) -> None:
    stored, later = give(room), room.book()
    room.desk.conversations.begin(room.me, later)
    taken = replace(stored, conversation=later.id)
    assert room.desk.feedback.waiting(room.me, room.employee) == ()
    assert (of(room, room.conversation), of(room, later)) == ((), (taken,))


def test_what_is_opened_in_the_conversation_stands_in_its_minutes(room: Room) -> None:
    sealed, opened = give(room), give(room, positive="Tack", opened=True)
    room.desk.conversations.begin(room.me, room.conversation)
    room.desk.feedback.open(room.me, room.conversation, replace(sealed, conversation=room.conversation.id))
    room.hold(room.conversation)
    record = room.desk.plans.record(room.employee, room.conversation.id)
    assert {item.id for item in record.feedback} == {sealed.id, opened.id}


def test_what_was_never_opened_waits_for_the_conversation_after(room: Room) -> None:
    stored = give(room)
    room.hold(room.conversation)
    assert of(room, room.conversation) == ()
    assert room.desk.feedback.waiting(room.me, room.employee) == (stored,)


def test_a_cancelled_conversation_loses_no_feedback(room: Room) -> None:
    room.desk.feedback.save(room.me, room.conversation, said(room.me, room.employee, opened=True))
    room.desk.conversations.cancel(room.me, room.conversation)
    assert [item.opened for item in of(room, room.book())] == [True]


def test_feedback_while_a_conversation_goes_on_belongs_to_it(room: Room) -> None:
    room.desk.conversations.begin(room.me, room.conversation)
    assert give(room).conversation == room.conversation.id


def test_what_is_written_after_a_conversation_does_not_change_its_minutes(room: Room) -> None:
    held = room.hold(room.conversation)
    give(room, opened=True)
    room.desk.conversations.conclude(room.me, held)
    assert room.desk.plans.record(room.me, held.id).feedback == ()


def test_waiting_feedback_stays_waiting_when_it_is_changed_before_the_conversation(room: Room) -> None:
    stored = give(room)
    changed = room.desk.feedback.save(room.me, room.conversation, replace(stored, improve="Nytt"))
    assert (changed.conversation, changed.improve) == (None, "Nytt")


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("about", ["other", "process"])
def test_only_its_giver_reads_it_until_it_is_opened(room: Room, opened: bool, about: str) -> None:
    receiver = room.employee.id if about == "other" else None
    stored = give(room, receiver=receiver, opened=opened)
    outsider = room.desk.people.add(room.me, a_person("Någon Annan"))
    feedback = room.desk.feedback
    day = NOW.date()
    for reader, other in ((room.me, room.employee), (room.employee, room.me), (outsider, room.me)):
        seen = (stored,) if reader is room.me or (opened and reader is room.employee) else ()
        assert feedback.waiting(reader, other) == seen
        assert feedback.of_pair(reader, other, day, day) == seen
        assert feedback.about_the_process(reader, day) == (seen if about == "process" else ())
        if seen:
            assert feedback.get(reader, stored.id) == stored
        else:
            with pytest.raises(NotFound):
                feedback.get(reader, stored.id)


def test_both_ends_of_a_span_are_in_it(room: Room) -> None:
    stored, day = give(room), NOW.date()
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    of_pair = room.desk.feedback.of_pair
    assert of_pair(room.me, room.employee, day, day) == (stored,)
    assert (
        of_pair(room.me, room.employee, before, before) == of_pair(room.me, room.employee, after, after) == ()
    )


def test_opened_feedback_keeps_its_day_when_its_words_change(room: Room) -> None:
    stored = give(room, opened=True)
    room.clock.forward(days=400)
    changed = room.desk.feedback.save_between(room.me, room.employee, replace(stored, support="Mer tid"))
    assert changed.given == NOW


def test_feedback_goes_to_the_other_and_never_to_oneself(room: Room) -> None:
    between = room.desk.feedback.save_between
    with pytest.raises(RuleBroken, match="journal"):
        between(room.me, room.me, said(room.me, room.me))
    with pytest.raises(RuleBroken, match="the other one"):
        between(room.me, room.employee, said(room.me, room.me))
    with pytest.raises(NotAllowed):
        between(room.employee, room.me, said(room.me, room.employee))
    with pytest.raises(NotFound):
        between(room.me, a_person("Ingen", id=99), said(room.me, room.employee))


def test_only_sealed_feedback_is_thrown_away_and_only_by_its_giver(room: Room) -> None:
    sealed, opened = give(room), give(room, opened=True)
    with pytest.raises(NotAllowed):
        room.desk.feedback.withdraw(room.employee, sealed)
    with pytest.raises(RuleBroken, match="stays"):
        room.desk.feedback.withdraw(room.me, opened)
    room.desk.feedback.withdraw(room.me, sealed)
    assert room.desk.feedback.waiting(room.me, room.employee) == (opened,)


STEPS = st.lists(
    st.sampled_from(["give", "give here", "open", "book", "begin", "put off", "conclude", "cancel"]),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_given_is_ever_lost_or_told_twice(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    room = a_room(tmp_path_factory.mktemp("feedback"))
    given_ids = [_take(room, step) for step in steps]
    stored = {number for number in given_ids if number}
    talks = [item for item in room.desk.conversations.all(room.me) if item.state is not State.BOOKED]
    told = [item.id for talk in talks for item in of(room, talk) if item.conversation == talk.id]
    waits = [item.id for item in room.desk.feedback.waiting(room.me, room.employee)]
    before = [
        item.id
        for talk in room.desk.conversations.all(room.me)
        if talk.state is State.BOOKED
        for item in of(room, talk)
        if item.conversation == talk.id
    ]
    room.desk.close()
    assert sorted(told + waits + before) == sorted(stored)


def _take(room: Room, step: str) -> int:
    """Do one thing with the newest conversation it can be done with; return what was given by it, or 0."""
    room.clock.forward(minutes=1)
    talks = room.desk.conversations.all(room.me)
    booked = next((talk for talk in talks if talk.state is State.BOOKED), None)
    ongoing = next((talk for talk in talks if talk.state is State.ONGOING), None)
    feedback, conversations = room.desk.feedback, room.desk.conversations
    if step == "give":
        return give(room).id
    if step == "give here" and booked:
        return feedback.save(room.me, booked, said(room.me, room.employee)).id
    last, later = booked or ongoing, room.clock.now + timedelta(days=3)
    steps: dict[str, Callable[[], object]] = {
        "open": lambda: [
            feedback.save_between(room.me, room.employee, replace(item, opened=True))
            for item in feedback.waiting(room.me, room.employee)[:1]
        ],
        "book": room.book,
        "begin": lambda: booked and conversations.begin(room.me, booked),
        "put off": lambda: ongoing and conversations.rebook(room.me, ongoing, later, "", 60),
        "conclude": lambda: ongoing and conversations.conclude(room.me, ongoing),
        "cancel": lambda: last and conversations.cancel(room.me, last),
    }
    if step in steps:
        steps[step]()
    return 0
