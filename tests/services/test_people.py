"""People, and the one whose file this is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.data.person import People
from ijtui.domain.person import Part
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_desk, a_person


def test_a_new_file_has_no_owner_until_the_first_run(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    assert desk.people.me() is None
    owner = desk.people.first_run("  Åsa \n Öberg ", Part.BOTH)
    assert owner.name == "Åsa Öberg"
    assert desk.people.me() == (owner, Part.BOTH)
    desk.close()


def test_two_sessions_that_meet_a_new_file_make_one_owner(room: Room) -> None:
    with pytest.raises(RuleBroken, match="belongs to Maria Månsson"):
        room.desk.people.first_run("Någon Annan", Part.EMPLOYEE)
    assert room.desk.people.me() == (room.me, Part.MANAGER)


def test_the_owner_says_what_they_are(room: Room) -> None:
    room.desk.people.set_part(room.me, Part.BOTH)
    assert room.desk.people.me() == (room.me, Part.BOTH)
    with pytest.raises(NotAllowed):
        room.desk.people.set_part(room.employee, Part.EMPLOYEE)
    assert room.desk.people.me() == (room.me, Part.BOTH)


def test_people_come_in_the_order_of_the_swedish_alphabet(room: Room) -> None:
    for name in ("Östen", "Åke", "zäta", "Ärla", "anna"):
        room.desk.people.add(room.me, a_person(name))
    names = [person.name for person in room.desk.people.all(room.me)]
    assert names == ["anna", "Erik Ek", "Maria Månsson", "zäta", "Åke", "Ärla", "Östen"]


def test_a_person_is_changed_once_of_two_sessions(room: Room) -> None:
    people, old = room.desk.people, room.employee
    newer = people.change(room.me, replace(old, role="  arkitekt\x07 "))
    assert newer.role == "arkitekt"
    with pytest.raises(Conflict) as conflict:
        people.change(room.me, replace(old, role="testare"))
    assert conflict.value.theirs == newer
    assert people.get(room.me, old.id) == newer


def test_a_person_needs_a_name_and_another_manager(room: Room) -> None:
    with pytest.raises(RuleBroken):
        room.desk.people.add(room.me, a_person(" \t"))
    with pytest.raises(RuleBroken):
        room.desk.people.change(room.me, replace(room.employee, manager=room.employee.id))
    with pytest.raises(Conflict):
        room.desk.people.add(room.me, a_person(manager=99))
    with pytest.raises(NotFound):
        room.desk.people.change(room.me, a_person(id=99, version=1))


def test_people_are_never_deleted(room: Room) -> None:
    """Conversations, plans and the history point at them; weeding a file is another matter."""
    assert not [
        name for name in (*dir(People), *dir(room.desk.people)) if "remove" in name or "delete" in name
    ]


def test_the_history_of_a_person_is_what_the_two_share_latest_first(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Någon Annan"))
    earlier = room.hold(room.book(starts=NOW - timedelta(days=400)))
    room.book(employee=other)
    off = room.desk.conversations.cancel(room.me, room.book())
    shared = room.desk.people.conversations(room.me, room.employee)
    assert [item.id for item in shared] == [room.conversation.id, earlier.id]
    assert off not in shared
    assert len(room.desk.people.conversations(room.me, room.me)) == 3
    assert room.desk.people.conversations(other, room.employee) == ()
