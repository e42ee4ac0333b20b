"""Who opened a conversation or took a copy of it is written down once a day, and told to both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.look import Look, What
from ijtui.errors import NotFound
from ijtui.services.desk import Desk
from tests.builders import Room, a_person, a_session, preparation


@pytest.fixture
def server(room: Room) -> Iterator[Desk]:
    """The same file, entered by the manager through a door."""
    desk = a_session(room.desk, room.me)
    yield desk
    desk.close()


@pytest.fixture
def theirs(room: Room) -> Iterator[Desk]:
    """The same file, entered by the employee through a door."""
    desk = a_session(room.desk, room.employee)
    yield desk
    desk.close()


def lines(room: Room) -> int:
    return int(room.desk.store.rows("SELECT count(*) AS n FROM history")[0]["n"])


def told(room: Room, desk: Desk) -> list[tuple[str, What, str]]:
    looks = desk.looks.of(room.me, room.conversation)
    return [(look.who.name, look.what, look.detail) for look in looks]


def test_in_a_file_of_ones_own_nothing_is_written_down(room: Room) -> None:
    before = lines(room)
    room.desk.looks.saw(room.me, room.conversation)
    room.desk.looks.exported(room.me, room.conversation, "md")
    assert lines(room) == before
    assert not room.desk.looks.is_kept


def test_opening_is_written_down_once_a_person_and_day(room: Room, server: Desk, theirs: Desk) -> None:
    before = lines(room)
    for _time in range(3):
        server.looks.saw(room.me, room.conversation)
    another = a_session(room.desk, room.me)
    another.looks.saw(room.me, room.conversation)
    another.close()
    assert lines(room) == before + 1
    theirs.looks.saw(room.employee, room.conversation)
    room.clock.forward(days=1)
    server.looks.saw(room.me, room.conversation)
    assert [name for name, *_rest in told(room, server)] == ["Maria Månsson", "Erik Ek", "Maria Månsson"]


def test_every_copy_is_written_down_with_its_format(room: Room, server: Desk) -> None:
    for form in ("md", "json", "md"):
        server.looks.exported(room.me, room.conversation, form)
    server.looks.took_plan(room.me, room.conversation)
    server.looks.took_own_data(room.me, room.conversation)
    assert told(room, server) == [
        ("Maria Månsson", What.OWN_DATA, ""),
        ("Maria Månsson", What.PLAN, ""),
        ("Maria Månsson", What.MINUTES, "md"),
        ("Maria Månsson", What.MINUTES, "json"),
        ("Maria Månsson", What.MINUTES, "md"),
    ]


def test_reading_the_others_preparation_is_told_once_it_is_open(
    room: Room, server: Desk, theirs: Desk
) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "mina tankar")
    server.looks.read_preparation(room.me, room.conversation)
    assert told(room, server) == []
    opened = room.desk.texts.open_preparation(room.employee, room.conversation)
    server.looks.read_preparation(room.me, opened)
    theirs.looks.read_preparation(room.employee, opened)
    assert told(room, server) == [("Maria Månsson", What.PREPARATION, "employee")]


def test_only_the_two_are_told(room: Room, server: Desk) -> None:
    stranger = room.desk.people.add(room.me, a_person("Sara Sten"))
    for ask in (server.looks.of, server.looks.saw):
        with pytest.raises(NotFound):
            ask(stranger, room.conversation)
    with pytest.raises(NotFound):
        server.looks.exported(stranger, room.conversation, "md")
    assert told(room, server) == []


def test_looking_changes_neither_the_minutes_nor_the_calendar(room: Room, server: Desk, theirs: Desk) -> None:
    record = server.plans.record(room.me, room.conversation.id)
    dates = server.calendar.appointments(room.me)
    room.clock.forward(hours=3)
    theirs.looks.saw(room.employee, room.conversation)
    theirs.looks.exported(room.employee, room.conversation, "md")
    assert server.plans.record(room.me, room.conversation.id) == record
    assert server.calendar.appointments(room.me) == dates


def test_a_look_says_whether_something_left_the_file(room: Room) -> None:
    copies = [what for what in What if Look(room.me, room.clock.now, what).is_copy]
    assert copies == [What.MINUTES, What.PLAN, What.OWN_DATA]
