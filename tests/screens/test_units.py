"""Units and posts on screen: the tree, who works where, moving, leaving and coming back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.account import Office
from ijtui.domain.post import Post
from ijtui.domain.unit import Unit, UnitKind
from ijtui.widgets.editor import Editor
from tests.builders import Room, a_person, a_room, let_in
from tests.screens.visit import Visitor, Walk, visit

LONG_AGO = date(2020, 3, 1)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Erik works in the kitchen under Maria; there is a laundry, too."""
    room = a_room(tmp_path)
    keep, me = room.desk.organisation, room.me
    care = keep.add_unit(me, Unit("Vård", UnitKind.ADMINISTRATION))
    for name in ("Köket", "Tvätten"):
        keep.add_unit(me, Unit(name, parent=care.id))
    room.me = keep.move(me, Post(me.id, 2, LONG_AGO))
    room.employee = keep.move(me, Post(room.employee.id, 2, LONG_AGO, me.id, "kock"))
    yield room
    room.desk.close()


def fill(me: Visitor, name: str, text: str) -> None:
    me.screen.query_one(f"#field-{name} Editor", Editor).replace_text(text)


def at_units(room: Room, walk: Walk, **options: Any) -> None:
    async def there(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        await me.press("u")
        await me.at("UnitsScreen")
        await walk(me)

    visit(room.desk.store.path, there, **options)


def test_the_tree_says_who_leads_and_how_many_work_there(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Vård", "   Köket", "   Tvätten")
        assert me.row("   Köket").split()[-4:] == ["Maria", "Månsson", "2", "2"]
        assert me.row("Vård").split()[-2:] == ["–", "2"]
        assert me.row("Tvätten").split()[-3:] == ["–", "–", "–"]

    at_units(room, walk)


def test_a_unit_is_added_below_the_marked_one_renamed_and_taken_away(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("UnitForm")
        await me.type("Disken")
        await me.press("ctrl+s")
        await me.at("UnitsScreen")
        await me.reads("   Disken")
        tree = room.desk.organisation.tree(room.me)
        added = tree.named("Disken")
        assert added is not None
        assert (added.parent, added.kind) == (1, UnitKind.UNIT)
        await me.press("down", "down", "e")
        await me.at("UnitForm")
        fill(me, "name", "Storköket")
        await me.press("ctrl+s")
        await me.at("UnitsScreen")
        await me.reads("   Storköket")
        assert room.desk.people.get(room.me, room.employee.id).unit == "Storköket"
        await me.press("home", "down", "x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("UnitsScreen")
        await me.until(lambda: "Disken" not in me.text)

    at_units(room, walk)


def test_a_unit_where_somebody_works_stays(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.reads("People work in Köket or have done")

    at_units(room, walk)


def test_somebody_is_moved_on_a_day_and_the_page_says_where_they_have_worked(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "enter")
        await me.at("UnitPeopleScreen")
        await me.reads("Erik Ek", "kock")
        await me.press("m")
        await me.at("PostForm")
        me.screen.query_one("#field-unit Picked").focus()
        await me.press("enter")
        await me.at("Pick")
        await me.type("tvätt")
        await me.press("enter")
        await me.at("PostForm")
        fill(me, "since", "2026-12-01")
        await me.press("ctrl+s")
        await me.at("UnitPeopleScreen")
        await me.press("enter")
        await me.at("PersonScreen")
        await me.reads(
            "Where they have worked",
            "2026-12-01 – · Tvätten · kock · Maria Månsson · planned",
            "2020-03-01 – 2026-11-30 · Köket · kock · Maria Månsson",
        )

    at_units(room, walk)


def test_who_leaves_is_no_longer_listed_in_the_unit(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "enter")
        await me.at("UnitPeopleScreen")
        await me.press("d")
        await me.at("LastDayForm")
        fill(me, "last", "2026-11-20")
        await me.press("ctrl+s")
        await me.at("UnitPeopleScreen")
        await me.until(lambda: "Erik Ek" not in me.text)
        await me.reads("Maria Månsson")

    at_units(room, walk)


def test_what_was_typed_of_a_move_is_opened_again_from_the_drafts(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "enter")
        await me.at("UnitPeopleScreen")
        await me.press("m")
        await me.at("PostForm")
        fill(me, "role", "kökschef")
        await me.press("escape")
        await me.press("1")
        await me.reads("something is written and not saved: a move")

    at_units(room, walk)


@pytest.mark.parametrize("office", [Office.NONE, Office.HR])
def test_in_a_shared_file_only_hr_is_offered_to_change(room: Room, office: Office) -> None:
    hanna = room.desk.people.add(room.me, a_person("Hanna Hed", unit=""))
    door = let_in(room.desk, hanna, office=office)

    async def walk(me: Visitor) -> None:
        await me.press("down")
        assert ("new unit" in me.rows[-1]) is (office is Office.HR)
        await me.press("enter")
        await me.at("UnitPeopleScreen")
        assert ("last day" in me.rows[-1]) is (office is Office.HR)
        await me.press("m")
        await me.at("PostForm" if office is Office.HR else "UnitPeopleScreen")

    at_units(room, walk, door=door)
