"""The ways out of a preparation: into the talk, away, and called off."""

from __future__ import annotations

from datetime import timedelta

from ijtui.domain.conversation import State
from tests.builders import (
    NOW,
    FixedClock,
    Room,
)
from tests.screens.preparing import now, prepare
from tests.screens.visit import Visitor


def test_one_leaves_a_begun_talk_to_where_one_came_from(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("b")
        await me.at("YearBehindScreen")
        assert now(room).state is State.ONGOING
        await me.press("escape", "escape")
        await me.at("TodayScreen")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=7)))


def test_a_talk_on_another_day_than_booked_is_begun_after_asking(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("b")
        await me.reads("booked for 2026-11-28 (Sat w. 48). Begin it now?")
        await me.press("escape")
        assert now(room).state is State.BOOKED
        await me.press("b", "down", "enter")
        await me.at("YearBehindScreen")

    prepare(room, walk)


def test_the_last_row_begins_the_talk(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press(*["tab"] * 8, "enter")
        await me.at("YearBehindScreen")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=7)))


def test_time_and_place_are_changed_from_here(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("2026-11-28 (Sat w. 48) 09:30 · 60 min · Lilla rummet")
        await me.press("r")
        await me.at("BookingForm")
        await me.press("ctrl+u", "ctrl+k")
        await me.type("1/12")
        await me.press("ctrl+s")
        await me.reads("2026-12-01 (Tue w. 49)")

    prepare(room, walk)


def test_a_conversation_is_called_off_after_asking(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("x", "escape")
        assert now(room).state is State.BOOKED
        await me.press("x", "down", "enter")
        await me.at("TodayScreen")
        await me.reads("The conversation is called off.")
        assert now(room).state is State.CANCELLED

    prepare(room, walk)


def test_a_preparation_closes_when_the_talk_was_begun_in_another_session(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        room.desk.conversations.begin(room.employee, room.conversation)
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("The conversation has begun.")

    prepare(room, walk)


def test_that_the_time_has_passed_is_said_first(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert me.rows[1].strip().startswith("the time has passed · 2026-11-28")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=9)))


def test_one_goes_to_another_area_from_here_but_not_from_a_dialog_or_a_talk(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.press("1")
        await me.at("PreparationScreen")
        await me.press("f1", "2")
        await me.at("HelpScreen")
        await me.press("escape", "b", "2")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("YearBehindScreen")
        await me.press("f1", "2")
        await me.at("HelpScreen")

    prepare(room, walk)
