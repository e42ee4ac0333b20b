"""A person's years: what is counted where, and only what the asker may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ijtui.data.store import Store
from ijtui.domain.agenda import Kind
from ijtui.domain.check_in import CheckIn
from ijtui.domain.compared import MOST, Topic
from ijtui.domain.conversation import Conversation, Mark, Party, State
from ijtui.domain.goal import Result
from ijtui.domain.journal import EntryKind
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.year import Stretch
from ijtui.errors import NotFound
from tests.assessing import a_profile, assess
from tests.builders import (
    Room,
    a_goal,
    a_person,
    a_question,
    an_action,
    an_agenda,
    preparation,
    private,
    shared,
)


def quarter(room: Room, asker: Person, person: Person, name: str = "2026-Q4") -> Stretch:
    years = room.desk.years.of(asker, person).years
    found = [part for year in years for part in year.stretches if str(part.quarter) == name]
    return found[0] if found else Stretch(Quarter.read(name))


def held(room: Room, when: datetime, **options: object) -> Conversation:
    """Book a conversation for that time and hold it then."""
    now, room.clock.now = room.clock.now, when
    done = room.hold(room.book(starts=when, **options))
    room.clock.now = now
    return done


def test_a_quarter_tells_what_was_held_and_what_is_booked(room: Room) -> None:
    earlier = held(room, datetime(2026, 10, 5, 9), agenda=an_agenda(kind=Kind.QUARTERLY))
    found = quarter(room, room.me, room.employee).meetings
    assert [(meeting.conversation, meeting.state, meeting.day) for meeting in found] == [
        (earlier.id, State.HELD, date(2026, 10, 5)),
        (room.conversation.id, State.BOOKED, date(2026, 11, 28)),
    ]


def test_a_cancelled_conversation_is_not_told_of(room: Room) -> None:
    room.desk.conversations.cancel(room.me, room.conversation)
    assert quarter(room, room.me, room.employee).is_empty


def test_goals_check_ins_and_agreements_are_counted_in_their_quarter(room: Room) -> None:
    desk, me = room.desk, room.me
    going = desk.goals.add(me, room.conversation, a_goal())
    done = desk.goals.add(me, room.conversation, a_goal("Nytt"))
    desk.goals.close(me, done, Result.REACHED)
    for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 2)):
        desk.goals.check_in(me, going, CheckIn(going.id, day, 40))
    desk.actions.add(me, room.conversation, an_action(due=date(2026, 11, 20)))
    desk.actions.add(me, room.conversation, an_action(due=date(2026, 11, 21)))
    tally = quarter(room, me, room.employee).tally
    assert (tally.started, tally.ended, tally.check_ins, tally.late) == (2, 1, 2, 1)
    assert quarter(room, me, room.employee, "2026-Q3").tally.check_ins == 1


@pytest.mark.parametrize(
    ("row", "confirmed", "late"),
    [
        ("carried_out = NULL", {}, {"2026-Q2": 1}),
        ("carried_out = 'yes', evaluated_on = '2026-05-31'", {"2026-Q2": 1}, {}),
        ("carried_out = 'yes', evaluated_on = '2026-07-01'", {"2026-Q3": 1}, {"2026-Q2": 1}),
        ("carried_out = 'yes', evaluated_on = '2026-07-01', done = '2026-05-01'", {"2026-Q2": 1}, {}),
        ("carried_out = 'no', evaluated_on = '2026-05-01'", {}, {}),
        ("carried_out = 'no', evaluated_on = '2026-05-01', cancelled = 1", {}, {}),
        ("carried_out = 'no', evaluated_on = '2026-12-01', cancelled = 1", {}, {}),
        ("due = NULL, carried_out = 'yes', evaluated_on = '2026-05-01'", {"2026-Q2": 1}, {}),
    ],
)
def test_an_agreement_counts_when_it_was_done_and_is_late_where_it_was_due(
    room: Room, row: str, confirmed: dict[str, int], late: dict[str, int]
) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 5, 31)))
    _set(room.desk.store, row)
    years = room.desk.years.of(room.me, room.employee).years
    tallies = {str(part.quarter): part.tally for year in years for part in year.stretches}
    assert {name: tally.confirmed for name, tally in tallies.items() if tally.confirmed} == confirmed
    assert {name: tally.late for name, tally in tallies.items() if tally.late} == late


def _set(store: Store, row: str) -> None:
    with store.writing():
        store.db.execute(f"UPDATE action SET {row}")


def test_reflections_are_the_readers_own(room: Room) -> None:
    journal = room.desk.journal
    mine = journal.new(
        room.me,
        journal.blank(
            room.me, body="Bra", person=room.employee.id, kind=EntryKind.REFLECTION, quarter=Quarter(2026, 3)
        ),
    )
    theirs = journal.new(
        room.employee,
        journal.blank(room.employee, body="Hm", kind=EntryKind.REFLECTION, quarter=Quarter(2026, 3)),
    )
    assert quarter(room, room.me, room.employee, "2026-Q3").reflection == mine.id
    assert quarter(room, room.employee, room.employee, "2026-Q3").reflection == theirs.id


def test_the_same_years_are_seen_from_both_sides_of_the_table(room: Room) -> None:
    seen = room.desk.years.of(room.me, room.employee)
    assert (
        seen == room.desk.years.of(room.employee, room.me) == room.desk.years.of(room.employee, room.employee)
    )
    assert seen.employee == room.employee


def test_who_is_in_none_of_the_conversations_sees_nothing_of_them(room: Room) -> None:
    outsider = room.desk.people.add(room.me, a_person("Någon Annan"))
    _talked(room)
    room.desk.goals.add(room.me, room.conversation, a_goal())
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 11, 1)))
    assert quarter(room, outsider, room.employee).is_empty
    assert room.desk.years.topics(outsider, room.employee) == ()
    with pytest.raises(NotFound):
        room.desk.years.said(outsider, room.employee, Topic("results", "", 2))


def test_a_new_manager_sees_their_own_conversations_and_the_employee_all(room: Room) -> None:
    successor = room.desk.people.add(room.me, a_person("Ny Chef"))
    room.employee = room.desk.people.change(room.me, a_person(manager=successor.id, id=2, version=1))
    later = room.desk.conversations.book(
        successor, an_agenda(), room.employee, successor, datetime(2026, 12, 1, 9)
    )

    def seen(asker: Person, person: Person) -> set[int]:
        return {meeting.conversation for meeting in quarter(room, asker, person).meetings}

    assert seen(successor, room.employee) == seen(room.employee, successor) == {later.id}
    assert seen(room.me, room.employee) == {room.conversation.id}
    assert seen(room.employee, room.employee) == {room.conversation.id, later.id}


def _talked(room: Room) -> tuple[Conversation, Conversation]:
    """Two conversations with notes on results; balance was marked in both."""
    first = held(room, datetime(2025, 11, 3, 9))
    second = held(room, datetime(2026, 11, 2, 9))
    for conversation, mark in ((first, Mark.RISK), (second, Mark.FINE)):
        room.write(room.me, shared("results", conversation.id), f"anteckning {conversation.id}")
        room.desk.conversations.judge(room.me, conversation, "balance", mark)
    room.desk.conversations.choose(room.me, second, "side-job", "no")
    return first, second


def test_what_came_up_more_than_once_can_be_compared(room: Room) -> None:
    first, second = _talked(room)
    topics = room.desk.years.topics(room.employee, room.me)
    assert topics == (Topic("results", "Results", 2), Topic("balance", "Balance", 2, marked=True))
    notes = room.desk.years.said(room.me, room.employee, topics[0])
    assert [(said.conversation, said.notes) for said in notes] == [
        (second.id, f"anteckning {second.id}"),
        (first.id, f"anteckning {first.id}"),
    ]
    marks = room.desk.years.said(room.me, room.employee, topics[1])
    assert [said.mark for said in marks] == [Mark.FINE, Mark.RISK]


def test_only_shared_notes_are_compared(room: Room) -> None:
    for conversation in _talked(room):
        room.write(room.me, private(Party.MANAGER, "proud", conversation.id), "eget")
        room.write(room.me, preparation(Party.MANAGER, "proud", conversation.id), "förseglat")
        room.write(room.me, shared("proud", conversation.id), "  \n")
    assert "proud" not in {topic.key for topic in room.desk.years.topics(room.me, room.employee)}


def test_a_question_is_called_what_the_newest_agenda_calls_it(room: Room) -> None:
    agenda = an_agenda()
    station = agenda.stations[0]
    section = station.sections[0]
    renamed = a_question("results", title="Resultat i år")
    newer = replace(
        agenda,
        stations=(
            replace(station, sections=(replace(section, questions=(renamed, *section.questions[1:])),)),
            *agenda.stations[1:],
        ),
    )
    for when, made_from in ((datetime(2025, 11, 3, 9), agenda), (datetime(2026, 11, 2, 9), newer)):
        done = held(room, when, agenda=made_from)
        room.write(room.me, shared("results", done.id), "x")
    assert [topic.title for topic in room.desk.years.topics(room.me, room.employee)] == ["Resultat i år"]


def test_long_notes_are_cut_where_they_stand_beside_others(room: Room) -> None:
    first, second = _talked(room)
    room.write(room.me, shared("results", second.id), "å" * (MOST + 1))
    room.write(room.me, shared("results", first.id), "å" * MOST)
    found = room.desk.years.said(room.me, room.employee, Topic("results", "Results", 2))
    assert [(len(said.notes), said.whole) for said in found] == [(MOST, False), (MOST, True)]


def test_a_competence_is_followed_through_the_years_once_both_have_submitted(room: Room) -> None:
    first, second = held(room, datetime(2025, 11, 3, 9)), room.book(starts=datetime(2026, 11, 2, 9))
    profile = a_profile()
    key = profile.competences[0].id
    assess(room, first, 1, 2, profile)
    years = room.desk.years
    assert years.topics(room.me, room.employee) == ()
    assess(room, second, 3, 2, profile)
    room.desk.competences.agree(room.me, second, key, 3)
    topic = next(topic for topic in years.topics(room.me, room.employee) if topic.key == key)
    found = years.said(room.me, room.employee, topic)
    assert [
        (said.rating.employee, said.rating.manager, said.rating.agreed) for said in found if said.rating
    ] == [
        (3, 2, 3),
        (1, 2, None),
    ]
