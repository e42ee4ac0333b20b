"""Booking a conversation and walking through it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ijtui.domain.agenda import Kind, StationKey
from ijtui.domain.conversation import Mark, Progress, State
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_person, a_question, an_agenda


def test_a_booked_conversation_keeps_the_agenda_as_it_was(room: Room) -> None:
    stored = room.desk.conversations.get(room.me, room.conversation.id)
    assert stored == room.conversation
    assert stored.agenda == an_agenda()
    assert (stored.state, stored.minutes, stored.place) == (State.BOOKED, 60, "Lilla rummet")


def test_whoever_is_not_in_a_conversation_learns_nothing_of_it(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    conversations, booked = room.desk.conversations, room.conversation
    asks: list[Callable[[], object]] = [
        lambda: conversations.get(other, booked.id),
        lambda: conversations.begin(other, booked),
        lambda: conversations.conclude(other, booked),
        lambda: conversations.cancel(other, booked),
        lambda: conversations.rebook(other, booked, None, "", 60),
        lambda: conversations.tick(other, booked, "book", True),
        lambda: conversations.set_done(other, booked, "results", True),
        lambda: conversations.spend(other, booked, StationKey.FUTURE, 1),
        lambda: room.desk.plans.of(other, booked),
        lambda: room.desk.plans.record(other, booked.id),
        lambda: room.desk.texts.readable(other, booked),
        lambda: room.desk.feedback.of(other, booked),
        lambda: room.desk.goals.of(other, booked),
        lambda: room.desk.actions.of(other, booked),
    ]
    said = set()
    for ask in asks:
        with pytest.raises(NotFound) as refused:
            ask()
        said.add(str(refused.value))
    with pytest.raises(NotFound) as refused:
        conversations.get(other, 99)
    assert said == {"There is no conversation with number 1."}
    assert str(refused.value) == "There is no conversation with number 99."
    assert conversations.all(other) == ()


def test_one_books_only_conversations_one_takes_part_in(room: Room) -> None:
    one, two = (room.desk.people.add(room.me, a_person(name)) for name in ("Ett", "Två"))
    with pytest.raises(NotAllowed, match="take part"):
        room.book(employee=one, manager=two)
    with pytest.raises(RuleBroken, match="two people"):
        room.book(employee=room.me)


def test_the_latest_comes_first_and_the_undated_on_top(room: Room) -> None:
    late = room.book(starts=NOW + timedelta(days=30))
    undated = room.book(starts=None)
    early = room.book(starts=NOW)
    room.desk.conversations.cancel(room.me, room.conversation)
    assert [item.id for item in room.desk.conversations.all(room.me)] == [undated.id, late.id, early.id]


def test_moving_it_in_two_sessions_keeps_the_first_and_tells_the_second(room: Room) -> None:
    conversations, booked = room.desk.conversations, room.conversation
    first = conversations.rebook(room.me, booked, NOW, "  Stora \n rummet ", 45)
    assert (first.starts, first.place, first.minutes, first.version) == (NOW, "Stora rummet", 45, 2)
    with pytest.raises(Conflict) as conflict:
        conversations.rebook(room.me, booked, NOW, "Parken", 45)
    assert conflict.value.theirs == first
    with pytest.raises(RuleBroken, match="minutes"):
        conversations.rebook(room.me, first, NOW, "", 0)


def test_beginning_twice_is_beginning_once(room: Room) -> None:
    begun = room.desk.conversations.begin(room.me, room.conversation)
    room.clock.forward(hours=1)
    assert room.desk.conversations.begin(room.employee, room.conversation) == begun
    assert begun.began == NOW
    assert room.desk.conversations.get(room.me, begun.id) == begun


def test_an_undated_one_is_dated_when_it_begins(room: Room) -> None:
    undated = room.book(starts=None)
    assert room.desk.conversations.begin(room.me, undated).starts == NOW


def test_concluding_it_in_two_sessions_makes_one_edition(room: Room) -> None:
    begun = room.desk.conversations.begin(room.me, room.conversation)
    held = room.desk.conversations.conclude(room.me, begun)
    assert (held.state, held.edition) == (State.HELD, 1)
    with pytest.raises(Conflict):
        room.desk.conversations.conclude(room.employee, begun)
    assert room.desk.conversations.conclude(room.me, held).edition == 2


def test_one_that_was_called_off_stays_in_the_file(room: Room) -> None:
    off = room.desk.conversations.cancel(room.me, room.conversation)
    assert room.desk.conversations.all(room.me) == ()
    assert room.desk.conversations.get(room.me, off.id).state is State.CANCELLED
    with pytest.raises(RuleBroken, match="cancelled"):
        room.desk.conversations.begin(room.me, off)


def test_where_questions_stand_is_changed_from_what_is_stored_now(room: Room) -> None:
    """Two sessions hold an old copy each; neither takes away what the other said."""
    conversations, old = room.desk.conversations, room.conversation
    conversations.judge(room.me, old, "balance", Mark.RISK)
    conversations.park(room.employee, old, "balance", True)
    conversations.choose(room.me, old, "side-job", "no")
    now = conversations.set_done(room.me, old, "results", True)
    assert dict(now.progress) == {
        "balance": Progress(parked=True, mark=Mark.RISK),
        "side-job": Progress(choice="no"),
        "results": Progress(done=True),
    }
    assert conversations.get(room.me, old.id) == now


def test_a_question_is_either_done_or_parked(room: Room) -> None:
    conversations, booked = room.desk.conversations, room.conversation
    conversations.set_done(room.me, booked, "results", True)
    assert conversations.park(room.me, booked, "results", True).progress["results"] == Progress(parked=True)
    assert conversations.set_done(room.me, booked, "results", True).progress["results"] == Progress(done=True)
    assert conversations.judge(room.me, booked, "results", None).progress["results"] == Progress(done=True)


def test_the_checklist_is_ticked_and_unticked(room: Room) -> None:
    conversations, booked = room.desk.conversations, room.conversation
    conversations.tick(room.me, booked, "book", True)
    conversations.tick(room.me, booked, "book", True)
    assert conversations.tick(room.me, booked, "prepare", True).checked == {"book", "prepare"}
    assert conversations.tick(room.me, booked, "book", False).checked == {"prepare"}
    assert conversations.get(room.me, booked.id).checked == {"prepare"}


def test_time_is_added_up_and_a_clock_set_back_takes_none_away(room: Room) -> None:
    conversations, booked = room.desk.conversations, room.conversation
    conversations.spend(room.me, booked, StationKey.FUTURE, 60)
    conversations.spend(room.employee, booked, StationKey.FUTURE, 30)
    conversations.spend(room.me, booked, StationKey.FUTURE, -3600)
    assert conversations.get(room.me, booked.id).used == {StationKey.FUTURE: 90}


def test_the_previous_one_is_the_latest_held_of_the_same_kind(room: Room) -> None:
    conversations = room.desk.conversations
    assert conversations.previous(room.me, room.conversation) is None
    first = room.hold(room.book(starts=NOW - timedelta(days=400)))
    room.clock.forward(minutes=1)
    room.hold(room.book(agenda=an_agenda(kind=Kind.QUARTERLY)))
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    room.hold(room.book(employee=other))
    room.book(starts=NOW - timedelta(days=1))
    assert conversations.previous(room.me, room.conversation) == first
    assert conversations.previous(room.me, first) is None


def test_the_previous_one_is_by_when_they_were_held_not_booked(room: Room) -> None:
    later_booked = room.hold(room.book(starts=NOW))
    room.clock.forward(days=1)
    earlier_booked = room.hold(room.conversation)
    assert room.desk.conversations.previous(room.me, earlier_booked) == later_booked


def test_the_previous_one_with_another_manager_is_that_ones_business(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Ny Chef"))
    room.hold(room.conversation)
    theirs = room.desk.conversations.book(other, an_agenda(), room.employee, other, None)
    assert room.desk.conversations.previous(other, theirs) is None
    assert room.desk.conversations.previous(room.employee, theirs) is not None


def test_what_was_parked_comes_back_next_time(room: Room) -> None:
    conversations = room.desk.conversations
    conversations.park(room.me, room.conversation, "competence", True)
    conversations.park(room.me, room.conversation, "results", True)
    following = room.book()
    assert conversations.parked_before(room.me, following) == (), "it is not held yet"
    room.hold(room.conversation)
    parked = conversations.parked_before(room.me, following)
    assert [question.id for question in parked] == ["results", "competence"]


def test_a_parked_question_is_asked_as_the_new_agenda_words_it_or_else_as_it_was(room: Room) -> None:
    conversations = room.desk.conversations
    stations = an_agenda().stations
    old_ones = (a_question("results", text="Gammal fråga?"), a_question("gone", text="Borttagen fråga?"))
    section = type(stations[0].sections[0])("", old_ones)
    old = an_agenda(stations=(type(stations[0])(stations[0].key, "A", 5, "", (section,)), *stations[1:]))
    before = room.book(agenda=old)
    for question in old_ones:
        conversations.park(room.me, before, question.id, True)
    room.hold(before)
    parked = conversations.parked_before(room.me, room.conversation)
    assert [question.text for question in parked] == ["Hur har det gått med results?", "Borttagen fråga?"]

    room.clock.forward(days=1)
    room.hold(room.conversation)
    following = room.book()
    assert [question.id for question in conversations.parked_before(room.me, following)] == ["gone"]
    conversations.set_done(room.me, room.conversation, "gone", True)
    assert conversations.parked_before(room.me, following) == ()
