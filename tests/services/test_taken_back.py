"""An entry that was shared and is the writer's alone again is gone wherever the other could read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.journal import Entry
from ijtui.domain.material import Source
from ijtui.domain.person import Person
from ijtui.domain.search import read_query
from tests.builders import Room, a_goal, a_person
from tests.small_year import SmallYear, a_small_year

WHOLE_YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def year(tmp_path: Path) -> SmallYear:
    return a_small_year(tmp_path)


def shared_entry(year: SmallYear) -> Entry:
    room = year.room
    return next(entry for entry in room.desk.journal.own(room.employee) if entry.shared)


def seen(year: SmallYear, asker: Person) -> list[object]:
    """Return what every way to an entry shows the asker of the one in May."""
    room, desk = year.room, year.room.desk
    found = desk.search.look_for(asker, read_query("Första demon"))()
    materials = (
        desk.material.of(asker, year.evaluation),
        desk.material.to_prepare(asker, year.evaluation),
        desk.material.of_year(asker, room.employee, *WHOLE_YEAR),
    )
    return [
        *desk.journal.entries(asker),
        *desk.journal.since(asker, room.employee, WHOLE_YEAR[0]),
        *desk.journal.shared_with(asker, room.employee, *WHOLE_YEAR),
        *desk.journal.shared_between(asker, room.employee, *WHOLE_YEAR),
        *(found.hits if found else ()),
        *(item for material in materials for item in material.items if item.source is Source.ENTRY),
    ]


def test_it_is_gone_everywhere(year: SmallYear) -> None:
    room = year.room
    assert len(seen(year, room.me)) == 8
    room.desk.journal.file(room.employee, replace(shared_entry(year), shared=False))
    assert seen(year, room.me) == []


def test_what_a_concluded_conversation_tells_of_it_stays_and_can_be_known(year: SmallYear) -> None:
    room, desk, entry = year.room, year.room.desk, shared_entry(year)
    key = f"entry:{entry.id}"
    assert not desk.material.is_kept(room.employee, key)
    held = room.hold(year.evaluation)
    desk.journal.file(room.employee, replace(entry, shared=False))
    assert key in [item.key for item in desk.material.of(room.me, held).items]
    assert desk.material.is_kept(room.employee, key)
    assert not desk.material.is_kept(room.employee, key[:-1])
    third = desk.people.add(room.me, a_person("Omar Haddad"))
    assert not desk.material.is_kept(third, key)


def test_a_goal_that_one_may_not_see_any_more_keeps_nobody_from_taking_an_entry_back(room: Room) -> None:
    goal = room.desk.goals.add_for(room.employee, room.employee, a_goal())
    desk, me = room.desk, room.me
    entry = desk.journal.new(
        me, desk.journal.blank(me, body="ett", person=room.employee.id, shared=True, goal=goal.id)
    )
    desk.conversations.cancel(me, room.conversation)
    successor = desk.people.add(me, a_person("Omar Haddad"))
    desk.people.change(me, replace(room.employee, manager=successor.id))
    assert goal not in desk.goals.visible(me)
    assert not desk.journal.file(me, replace(entry, shared=False)).shared
    assert desk.journal.entries(room.employee) == ()
