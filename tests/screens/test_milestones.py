"""The cascade on screen: what serves what, how many goals, and who may write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.milestone import Milestone
from ijtui.domain.unit import Unit, UnitKind
from tests.builders import Room, a_goal, a_room, let_in
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    top = room.desk.organisation.add_unit(room.me, Unit("Kommunen", UnitKind.ORGANISATION))
    room.desk.organisation.add_unit(room.me, Unit("Digital utveckling", parent=top.id))
    upper = room.desk.milestones.add(room.me, Milestone("Kommunen", 2026, "Enklare tjänster"))
    room.desk.milestones.add(
        room.me, Milestone("Digital utveckling", 2026, "Säkra lösningar", serves=upper.id)
    )
    room.desk.goals.add_for(room.me, room.employee, a_goal(milestone=2, serves=""))
    yield room
    room.desk.close()


def at_milestones(room: Room, walk: Walk, **options: Any) -> None:
    async def there(me: Visitor) -> None:
        await me.press("4")
        await me.at("GoalsScreen")
        await me.press("o")
        await me.at("MilestonesScreen")
        await walk(me)

    visit(room.desk.store.path, there, **options)


def test_what_serves_another_stands_below_it_with_how_many_goals(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("2026 · Kommunen", "   Säkra lösningar", "0 directly, 1 with all below it")
        assert me.row("Enklare tjänster").rstrip().endswith("one goal")
        await me.press("down")
        await me.reads("serves: Enklare tjänster", "1 directly, 1 with all below it")

    at_milestones(room, walk)


def test_what_it_serves_is_picked_and_taken_back(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "enter")
        await me.at("MilestoneForm")
        me.screen.query_one("#field-serves Picked").focus()
        await me.press("enter")
        await me.at("Pick")
        await me.type("nothing")
        await me.press("enter")
        await me.at("MilestoneForm")
        await me.press("ctrl+s")
        await me.at("MilestonesScreen")
        await me.reads("2026 · Digital utveckling")
        assert room.desk.milestones.get(room.me, 2).serves is None

    at_milestones(room, walk)


def test_one_below_the_marked_one_is_written_with_one_key(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("u")
        await me.at("MilestoneForm")
        await me.type("Färre kliv")
        await me.press("ctrl+s")
        await me.at("MilestonesScreen")
        await me.reads("   Färre kliv")
        assert room.desk.milestones.get(room.me, 3).serves == 1

    at_milestones(room, walk)


def test_who_leads_nobody_reads_and_is_offered_nothing_to_write(room: Room) -> None:
    door = let_in(room.desk, room.employee)

    async def walk(me: Visitor) -> None:
        await me.reads("Säkra lösningar")
        await me.press("enter", "n", "x", "u")
        await me.at("MilestonesScreen")
        assert "remove" not in me.rows[-1]

    at_milestones(room, walk, door=door)
