"""Finding somebody among many: who is near, a page of everybody, and whose words begin as it is typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from ijtui.domain.person import Person
from tests.builders import NOW, Room, a_person

NAMES = ("Östen Ek", "Åke Åberg", "Ärla Ask", "zoe Zander", "Bo Berg-Lind", "Élise 100%", "Anna Berg")


@pytest.fixture
def crowd(room: Room) -> Room:
    """Seven people whom nobody in the room knows."""
    for number, name in enumerate(NAMES):
        new = a_person(name, role="lärare" if number % 2 else "kock", unit="Björken, elevhälsa")
        room.desk.people.add(room.me, new)
    return room


def found(room: Room, typed: str, limit: int = 50) -> list[str]:
    return [person.name for person in room.desk.people.found(room.me, typed, limit)]


def test_a_page_is_sorted_as_swedish_does_and_as_the_whole_list_is(crowd: Room) -> None:
    ours = [person.name for person in crowd.desk.people.all(crowd.me) if person.name in NAMES]
    assert [name for name in found(crowd, "") if name in NAMES] == ours
    assert ours[0] == "Anna Berg"
    assert ours[-3:] == ["Åke Åberg", "Ärla Ask", "Östen Ek"]
    assert found(crowd, "", limit=2) == found(crowd, "")[:2]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("berg", {"Anna Berg", "Bo Berg-Lind"}),
        ("BERG an", {"Anna Berg"}),
        ("åb", {"Åke Åberg"}),
        ("ÖST", {"Östen Ek"}),
        ("elis", {"Élise 100%"}),
        ("erg", set()),
        ("kock björk an", {"Anna Berg"}),
        ("100%", {"Élise 100%"}),
        ("%", set()),
        ("_", set()),
        ("'", set()),
        ("\\", set()),
    ],
)
def test_every_word_begins_one_of_name_role_and_unit(crowd: Room, typed: str, who: set[str]) -> None:
    assert set(found(crowd, typed)) == who


def test_whatever_is_pasted_finds_somebody_or_nobody(crowd: Room) -> None:
    assert found(crowd, "anna " * 5000) == ["Anna Berg"]
    assert found(crowd, "\ud800 \x00 \x1b[31m") == []
    assert found(crowd, "x" * 100_000) == []


def test_somebody_is_found_by_employee_number(room: Room) -> None:
    number = room.desk.store.insert("person", {"name": "Nils Ny", "number": "10047"})
    assert [person.id for person in room.desk.people.found(room.me, "1004", 9)] == [number]


def test_who_has_left_is_found_by_name_and_is_on_no_page(room: Room) -> None:
    gone = {"name": "Gun Gången", "until": (NOW.date() - timedelta(days=1)).isoformat()}
    room.desk.store.insert("person", gone)
    assert "Gun Gången" in found(room, "gun")
    page = room.desk.people.found(room.me, "", 50, working=True)
    assert "Gun Gången" not in [person.name for person in page]
    assert room.desk.people.count(room.me) == len(page)


def test_near_are_ones_manager_whom_one_leads_and_whom_one_talks_with(crowd: Room) -> None:
    people, me = crowd.desk.people, crowd.me
    led = people.add(me, a_person("Led Lind", manager=me.id))
    talked = people.add(me, a_person("Talk Tell"))
    crowd.book(employee=talked)
    names = [person.name for person in people.near(me)]
    assert names == sorted([crowd.employee.name, led.name, talked.name])
    assert [person.id for person in people.near(led)] == [me.id]


def test_people_are_fetched_by_number_when_they_are_asked_for(room: Room) -> None:
    known = room.desk.people.known(room.me)
    assert len(known) == 0
    assert known[room.employee.id] == room.employee
    assert known.get(4711) is None
    assert list(known) == [room.employee.id]


def test_the_index_by_name_serves_a_page(crowd: Room) -> None:
    from ijtui.data import person_search

    order = person_search._BY_NAME
    plan = crowd.desk.store.rows(f"EXPLAIN QUERY PLAN SELECT * FROM person ORDER BY {order} LIMIT 5")
    assert "person_name" in plan[0]["detail"]


def test_whose_part_is_whose_goes_by_whom_they_lead(room: Room) -> None:
    assert room.desk.people.led(room.me) == (room.employee,)
    assert room.desk.people.led(Person("", id=room.employee.id)) == ()


def steps(room: Room, work: Callable[[], object]) -> int:
    """Return how many steps SQLite takes for it, in tens."""
    found = [0]

    def one() -> None:
        found[0] += 1

    room.desk.store.db.set_progress_handler(one, 10)
    work()
    room.desk.store.db.set_progress_handler(None, 10)
    return found[0]


@pytest.mark.parametrize("door", [False, True])
def test_a_start_screen_reads_no_more_among_many_people_than_among_few(room: Room, door: bool) -> None:
    room.hold(room.conversation)
    first, second = (room.desk.people.add(room.me, a_person(name)) for name in ("Ett", "Två"))
    if door:
        room.desk.store.guard(room.employee.id)

    def start() -> None:
        room.desk.today.look(room.employee)

    start()
    before = steps(room, start)
    with closing(sqlite3.connect(room.desk.store.path)) as conn, conn:
        for number in range(300):
            talk = (number % 5 + 100, first.id, second.id, "2026-11-21T10:00")
            conn.execute("INSERT INTO person (name, manager) VALUES (?, ?)", [f"Nr {number}", second.id])
            conn.execute(
                "INSERT INTO conversation (kind, minutes, employee, manager, starts, state, agenda)"
                " SELECT 'annual', ?, ?, ?, ?, 'held', agenda FROM conversation WHERE id = 1",
                talk,
            )
    assert steps(room, start) <= before + before // 10
