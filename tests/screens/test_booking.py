"""Booking a conversation, and moving one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Part, Person
from ijtui.settings import Settings
from ijtui.widgets.field import Field
from tests.builders import NOW, Room, a_desk, an_agenda
from tests.screens.visit import Visitor, visit

DAY = datetime(2026, 11, 30, 13, 30)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The file of somebody who is both manager and employee and knows nobody else."""
    desk = a_desk(tmp_path)
    desk.people.first_run("Maria Månsson", Part.BOTH)
    desk.close()
    return tmp_path / "ijtui.db"


def put(me: Visitor, **values: str) -> None:
    for name, value in values.items():
        me.screen.query_one(f"#field-{name}", Field).value = value


def value(me: Visitor, name: str) -> str:
    return me.screen.query_one(f"#field-{name}", Field).value


def booked(me: Visitor) -> list[Conversation]:
    return list(me.session.desk.conversations.all(me.session.me))


async def open_form(me: Visitor) -> None:
    await me.press("n")
    await me.at("BookingForm")


def test_a_new_name_is_enough_to_book(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        await me.type("Lina")
        await me.at("Pick")
        await me.reads("New person: Lina")
        await me.type(" Ek")
        await me.press("enter")
        await me.at("BookingForm")
        put(me, day="30/11", time="13.30", place="Lilla rummet")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        (made,) = booked(me)
        assert (made.employee.name, made.manager.name) == ("Lina Ek", "Maria Månsson")
        assert made.employee.manager == made.manager.id
        assert (made.starts, made.place) == (DAY, "Lilla rummet")

    visit(alone, walk)


def test_the_one_who_is_both_is_asked_for_the_side(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        await me.reads("You are the", "( ) employee", "(x) manager")
        put(me, person="new:Bo Boss", side="employee")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        (made,) = booked(me)
        assert (made.employee.name, made.manager.name) == ("Maria Månsson", "Bo Boss")
        assert made.starts is None

    visit(alone, walk)


def test_the_side_follows_from_who_is_whose_manager(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    me_ = desk.people.first_run("Maria", Part.BOTH)
    boss = desk.people.add(me_, Person("Bo Boss"))
    desk.people.change(me_, Person("Maria", manager=boss.id, id=me_.id, version=me_.version))
    desk.close()

    async def walk(me: Visitor) -> None:
        await open_form(me)
        assert value(me, "side") == "manager"
        await me.type("Bo")
        await me.press("enter")
        await me.at("BookingForm")
        await me.until(lambda: value(me, "side") == "employee")

    visit(tmp_path / "ijtui.db", walk)


@pytest.mark.parametrize("part", [Part.MANAGER, Part.EMPLOYEE])
def test_the_one_who_is_always_the_same_is_not_asked(tmp_path: Path, part: Part) -> None:
    desk = a_desk(tmp_path)
    desk.people.first_run("Maria", part)
    desk.close()

    async def walk(me: Visitor) -> None:
        await open_form(me)
        assert "You are the" not in me.text
        put(me, person="new:Bo")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        (made,) = booked(me)
        assert (made.manager if part is Part.MANAGER else made.employee).name == "Maria"

    visit(tmp_path / "ijtui.db", walk)


def test_the_day_is_echoed_with_weekday_and_week(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        put(me, day="w48")
        await me.reads("2026-11-27 (Fri w. 48)")
        put(me, day="32/13")
        await me.reads("not a day I know")
        put(me, day="2026-11-01")
        await me.reads("That day has passed.")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("person", "", "Say whom the conversation is with."),
        ("day", "someday", "“someday” is not a day I know."),
        ("time", "25:00", "“25:00” is not a time of day."),
        ("time", "", "Write a time of day too"),
        ("minutes", "4", "“4” is not a length in minutes."),
        ("minutes", "481", "“481” is not a length in minutes."),
        ("minutes", "one hour", "“one hour” is not a length in minutes."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_stored(
    alone: Path, field: str, typed: str, sentence: str
) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        put(me, **{"person": "new:Lina", "day": "2026-11-30", "time": "9", "minutes": "60"} | {field: typed})
        await me.press("ctrl+s")
        await me.reads(sentence)
        assert type(me.screen).__name__ == "BookingForm"
        assert booked(me) == []
        assert len(me.session.desk.people.all(me.session.me)) == 1, "the new person waits for the rest"

    visit(alone, walk)


def test_the_users_language_comes_first_and_other_languages_are_named(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        await me.reads("Utvecklingssamtal")
        assert value(me, "agenda") == "sv:annual"
        await me.press("down", "down", "enter")
        await me.at("Pick")
        await me.reads("· English")
        swedish = me.rows.index(me.row("Mål- och"))
        assert swedish < me.rows.index(me.row("· English"))

    visit(alone, walk, chosen=Settings(language="sv"))


def test_the_template_that_is_picked_proposes_its_length(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        assert value(me, "minutes") == "75"
        await me.press("down", "down", "enter")
        await me.at("Pick")
        await me.type("municipality")
        await me.press("escape", "escape")
        await me.at("BookingForm")
        me.screen.query_one("#field-agenda", Field).pick("en:annual-municipality-a")
        await me.until(lambda: value(me, "minutes") == "90")

    visit(alone, walk)


def test_moving_asks_only_when_and_where_and_keeps_the_rest(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.press("r")
        await me.at("BookingForm")
        await me.reads("Move the conversation · Erik Ek", "2026-11-28 (Sat w. 48)", "Lilla rummet")
        assert "With" not in me.text
        put(me, day="2026-11-30", time="1330", minutes="45")
        await me.press("ctrl+s")
        await me.at("ConversationsScreen")
        await me.reads("Mon 30 Nov 13:30")
        (now,) = booked(me)
        assert (now.starts, now.minutes, now.place, now.agenda) == (DAY, 45, "Lilla rummet", an_agenda())

    visit(room.desk.store.path, walk)


def test_a_conversation_that_was_changed_meanwhile_is_not_overwritten(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.press("r")
        await me.at("BookingForm")
        room.desk.conversations.rebook(room.me, room.conversation, NOW, "Stora rummet", 30)
        put(me, place="Mellanrummet")
        await me.press("ctrl+s")
        await me.pilot.pause()
        assert type(me.screen).__name__ == "BookingForm"
        assert booked(me)[0].place == "Stora rummet"

    visit(room.desk.store.path, walk)


def test_a_booking_that_is_left_comes_back(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        put(me, person="new:Lina", side="employee", day="30/11", minutes="47")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("not saved: a booking")
        await me.press("enter")
        await me.at("BookingForm")
        await me.reads("Lina", "2026-11-30 (Mon w. 49)", "(x) employee")
        assert value(me, "minutes") == "47"

    visit(alone, walk)


def test_calling_off_asks_first(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2", "x")
        await me.at("ConfirmScreen")
        await me.reads("Call off the conversation with Erik Ek?")
        await me.press("escape")
        await me.at("ConversationsScreen")
        assert booked(me)[0].state is State.BOOKED
        await me.press("x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("ConversationsScreen")
        await me.reads("There is no conversation yet.")
        assert booked(me) == []

    visit(room.desk.store.path, walk)


def test_what_was_held_can_neither_be_moved_nor_called_off(room: Room) -> None:
    room.hold(room.conversation)
    room.book(place="Stora rummet")

    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.reads("r move", "x call off")
        await me.press("down")
        await me.until(lambda: "call off" not in me.text)
        await me.press("x", "r")
        assert type(me.screen).__name__ == "ConversationsScreen"

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("field", ["day", "place"])
def test_templates_are_not_offered_where_there_are_none_that_fit(alone: Path, field: str) -> None:
    async def walk(me: Visitor) -> None:
        await open_form(me)
        me.screen.query_one(f"#field-{field}", Field).take_focus()
        await me.reads("^s save")
        assert "template" not in me.rows[-1]

    visit(alone, walk)
