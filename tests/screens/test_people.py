"""People and their pages."""

from __future__ import annotations

from datetime import datetime, timedelta

from ijtui.domain.action import Extent
from ijtui.widgets.field import Field
from ijtui.widgets.lines import Lines
from tests.builders import Room, a_person, an_action, an_outcome
from tests.screens.visit import Visitor, visit


def put(me: Visitor, **values: str) -> None:
    for name, value in values.items():
        me.screen.query_one(f"#field-{name}", Field).value = value


async def people(me: Visitor) -> None:
    await me.press("3")
    await me.at("PeopleScreen")


def test_everybody_is_listed_with_the_next_or_the_last_conversation(room: Room) -> None:
    missed = room.desk.people.add(room.me, a_person("Missad Moa", manager=room.me.id))
    talked = room.desk.people.add(room.me, a_person("Klar Kim", manager=room.me.id))
    room.desk.people.add(room.me, a_person("Ny Nils", role="coach"))
    room.book(employee=missed, starts=room.clock.now - timedelta(days=3))
    room.hold(room.book(employee=talked, starts=datetime(2026, 3, 2, 9)))

    async def walk(me: Visitor) -> None:
        await people(me)
        await me.reads("Maria Månsson (you)")
        assert "next Sat 28 Nov" in me.row("Erik Ek")
        assert "not held Wed 18 Nov" in me.row("Missad Moa")
        assert "!" in me.row("Missad Moa")[:4]
        assert "last 2026-03-02" in me.row("Klar Kim")
        assert "coach" in me.row("Ny Nils")
        assert "none yet" in me.row("Ny Nils")

    visit(room.desk.store.path, walk)


def test_a_person_is_added_with_a_name_and_oneself_as_manager(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("n")
        await me.at("PersonForm")
        await me.type("Lina Ek")
        put(me, role="ekonom", unit="Stab")
        await me.press("ctrl+s")
        await me.at("PeopleScreen")
        await me.reads("Lina Ek")
        added = next(one for one in me.session.desk.people.all(me.session.me) if one.name == "Lina Ek")
        assert (added.role, added.unit, added.manager) == ("ekonom", "Stab", me.session.me.id)

    visit(room.desk.store.path, walk)


def test_a_person_without_a_name_is_refused(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("n")
        await me.at("PersonForm")
        put(me, role="ekonom")
        await me.press("ctrl+s")
        await me.reads("A person needs a name.")
        assert type(me.screen).__name__ == "PersonForm"

    visit(room.desk.store.path, walk)


def test_a_person_is_changed_and_the_manager_may_be_somebody_new(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("e")
        await me.at("PersonForm")
        put(me, name="Erik Ekström", manager="new:Bo Boss")
        await me.press("ctrl+s")
        await me.at("PeopleScreen")
        await me.reads("Erik Ekström", "Bo Boss")
        everybody = {one.name: one for one in me.session.desk.people.all(me.session.me)}
        assert everybody["Erik Ekström"].manager == everybody["Bo Boss"].id

    visit(room.desk.store.path, walk)


def test_ones_own_name_is_changed_everywhere(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("G", "e")
        await me.at("PersonForm")
        put(me, name="Maria Ny")
        await me.press("ctrl+s")
        await me.at("PeopleScreen")
        await me.reads("Maria Ny (you)")
        assert me.session.me.name == "Maria Ny"

    visit(room.desk.store.path, walk)


def test_the_page_shows_facts_conversations_and_open_agreements(room: Room) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action("Not done yet"))
    done = room.desk.actions.add(room.me, room.conversation, an_action("Done long ago"))
    room.desk.actions.evaluate(room.me, done, an_outcome(carried_out=Extent.YES))
    other = room.desk.people.add(room.me, a_person("Annan Anna"))
    elsewhere = room.book(employee=other)
    room.desk.actions.add(room.me, elsewhere, an_action("Somebody else's"))

    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("down", "enter")
        await me.at("PersonScreen")
        await me.reads("utvecklare · Digital utveckling · manager: Maria Månsson", "To come", "Not done yet")
        assert "Done long ago" not in me.text
        assert "Somebody else's" not in me.text
        assert "Annan Anna" not in me.text
        await me.press("enter")
        await me.at("PreparationScreen")

    visit(room.desk.store.path, walk)


def test_a_booking_from_the_page_is_with_that_person(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("enter")
        await me.at("PersonScreen")
        await me.press("b")
        await me.at("BookingForm")
        await me.reads("Erik Ek · utvecklare")
        await me.press("escape")
        await me.at("PersonScreen")
        await me.press("escape")
        await me.at("PeopleScreen")

    visit(room.desk.store.path, walk)


def test_a_booking_from_ones_own_row_is_with_whoever_one_picks(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("G", "b")
        await me.at("BookingForm")
        await me.reads("choose, or write a new name")

    visit(room.desk.store.path, walk)


def test_each_area_keeps_what_was_open_in_it(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("enter")
        await me.at("PersonScreen")
        await me.press("1")
        await me.at("TodayScreen")
        await me.press("3")
        await me.at("PersonScreen")

    visit(room.desk.store.path, walk)


def test_the_marked_line_stays_marked_when_one_comes_back(room: Room) -> None:
    room.desk.people.add(room.me, a_person("Anna Ask"))

    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("down")
        before = me.screen.query_one(Lines).key
        await me.press("enter")
        await me.at("PersonScreen")
        await me.press("escape")
        await me.at("PeopleScreen")
        assert me.screen.query_one(Lines).key == before

    visit(room.desk.store.path, walk)


def test_among_many_those_one_talks_with_come_first_and_the_rest_in_pages(room: Room) -> None:
    for number in range(250):
        room.desk.people.add(room.me, a_person(f"Person {number:03}", role="lärare"))

    async def walk(me: Visitor) -> None:
        await people(me)
        await me.reads("252 people work here")
        lines = me.screen.query_one("#people", Lines)
        rows = [line.cells[0] for line in lines._lines]
        assert rows[:3] == ["Erik Ek", "", "Maria Månsson (you)"]
        assert rows[-1] == "More of them"
        before = len(rows)
        await me.press("end", "enter")
        assert len(lines._lines) == before + 100
        await me.press("l")
        await me.at("Pick")
        await me.type("pers 24")
        await me.reads("Person 249")
        await me.press("end", "enter")
        await me.at("PersonScreen")

    visit(room.desk.store.path, walk)


def test_whoever_fits_is_listed_as_one_types_a_name_for_a_form(room: Room) -> None:
    for number in range(250):
        room.desk.people.add(room.me, a_person(f"Person {number:03}", role="lärare"))

    async def walk(me: Visitor) -> None:
        await people(me)
        await me.press("e")
        await me.at("PersonForm")
        me.screen.query_one("#field-manager", Field).take_focus()
        await me.press("enter")
        await me.at("Pick")
        assert len(me.screen.query_one("#options", Lines)._lines) < 60
        await me.type("person 249")
        await me.reads("Person 249 · lärare")
        await me.press("enter")
        await me.at("PersonForm")
        await me.reads("Person 249 · lärare")

    visit(room.desk.store.path, walk)
