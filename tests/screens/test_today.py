"""What a person meets first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Part
from ijtui.settings import Settings
from ijtui.widgets.lines import Lines
from tests.builders import NOW, FixedClock, Room, a_desk, a_person, a_room, an_action, preparation
from tests.screens.visit import Visitor, visit


def marked(me: Visitor) -> str:
    return me.screen.query_one(Lines).key


@pytest.mark.parametrize(
    ("language", "size", "headings"),
    [
        ("sv", (80, 24), ("Nästa samtal", "Klart senast", "Väntar på dig")),
        ("en", (80, 24), ("Next conversations", "Due", "Waiting for you")),
        ("sv", (60, 18), ("Nästa samtal", "Klart senast", "Väntar på dig")),
        ("en", (120, 40), ("Next conversations", "Due", "Waiting for you")),
    ],
)
def test_all_three_lists_are_in_sight(
    demo: Callable[[str], Path], language: str, size: tuple[int, int], headings: tuple[str, ...]
) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Åsa Berg", *headings)
        waiting = me.rows.index(me.row(headings[-1]))
        assert me.rows[waiting + 1].strip(), "what waits is in sight too"

    visit(demo(language), walk, chosen=Settings(language=language), size=size)  # type: ignore[arg-type]  # a parameter


def test_an_empty_day_says_what_to_press(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    desk.people.first_run("Maria", Part.MANAGER)
    desk.close()

    async def walk(me: Visitor) -> None:
        await me.reads("Press n to book a conversation.", "Nothing is agreed", "Nothing waits for you.")
        await me.press("n")
        await me.at("BookingForm")

    visit(tmp_path / "ijtui.db", walk)


def test_the_day_of_today_stands_in_the_title(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Sat 21 Nov 2026  w. 47")

    visit(room.desk.store.path, walk, clock=room.clock)


def test_what_is_overdue_comes_first_and_is_marked(room: Room) -> None:
    for what, days in (("next week", 7), ("last week", -7), ("no day", None)):
        due = NOW.date() + timedelta(days=days) if days else None
        room.desk.actions.add(room.me, room.conversation, an_action(what, due=due))

    async def walk(me: Visitor) -> None:
        await me.reads("last week", "next week", "no day")
        order = [me.rows.index(me.row(what)) for what in ("last week", "next week", "no day")]
        assert order == sorted(order)
        assert "!" in me.row("last week")[:4]
        assert "!" not in me.row("next week")

    visit(room.desk.store.path, walk)


def test_both_sides_of_the_table_see_how_far_each_is(room: Room) -> None:
    room.write(room.me, preparation(Party.MANAGER), "Bra år")
    room.desk.texts.open_preparation(room.me, room.conversation)

    async def walk(me: Visitor) -> None:
        await me.reads("you opened", "Erik 0/7")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (("enter",), "PreparationScreen"),
        (("down", "enter"), "ActionScreen"),
        (("G", "enter"), "PreparationScreen"),
    ],
)
def test_enter_opens_what_is_marked(room: Room, keys: tuple[str, ...], screen: str) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action())

    async def walk(me: Visitor) -> None:
        await me.press(*keys)
        await me.at(screen)

    visit(room.desk.store.path, walk)


def test_an_unsaved_form_waits_and_can_be_opened_again_or_thrown_away(room: Room) -> None:
    room.desk.drafts.keep(room.me, "person:new", {"name": "Lina"})

    async def walk(me: Visitor) -> None:
        await me.reads("something is written and not saved: a person")
        await me.until(lambda: marked(me) != "")
        await me.press("down")
        await me.reads("x throw away")
        await me.press("enter")
        await me.at("PersonForm")
        await me.reads("Lina", "did not save is here again")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.press("x")
        assert me.session.desk.drafts.all(me.session.me) == ()
        await me.until(lambda: "not saved: a person" not in me.text)

    visit(room.desk.store.path, walk)


def test_x_throws_nothing_away_but_a_draft(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert marked(me).startswith("conversation:")
        await me.press("x")
        assert "throw away" not in me.text
        assert len(me.session.desk.conversations.all(me.session.me)) == 1

    visit(room.desk.store.path, walk)


def test_a_long_list_says_how_much_more_there_is_and_shows_it(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    for number in range(20):
        room.desk.actions.add(room.me, room.conversation, an_action(f"promise {number}"))

    async def walk(me: Visitor) -> None:
        await me.reads("Waiting for you", "promise 0")
        assert "promise 19" not in me.text
        line = me.row("more")
        assert "and " in line
        while marked(me) != "more:due":
            await me.press("down")
        await me.press("enter")
        while not marked(me).startswith("waiting:"):
            await me.press("down")
        await me.reads("promise 19")

    visit(room.desk.store.path, walk)


def test_a_window_that_shrinks_still_shows_all_three_lists(demo: Callable[[str], Path]) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Waiting for you", "Write three questions")
        await me.pilot.resize_terminal(80, 18)
        await me.reads("Next conversations", "Due", "more", "Waiting for you")
        await me.pilot.resize_terminal(120, 40)
        await me.reads("Write three questions")
        assert "more" not in me.row("and ")

    visit(demo("en"), walk, size=(120, 40))


def test_what_another_session_writes_is_shown_within_seconds(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        room.desk.actions.add(room.me, room.conversation, an_action("written elsewhere"))
        await me.reads("written elsewhere")

    visit(room.desk.store.path, walk)


def test_a_new_day_begins_while_the_app_is_open(room: Room) -> None:
    clock = FixedClock()

    async def walk(me: Visitor) -> None:
        await me.reads("Sat 21 Nov")
        clock.forward(days=1)
        await me.reads("Sun 22 Nov")

    visit(room.desk.store.path, walk, clock=clock)


def test_whoever_is_promised_something_is_named(room: Room) -> None:
    other = an_action("teach", responsible=Responsible.OTHER, other="IT-avdelningen")
    room.desk.actions.add(room.me, room.conversation, other)
    room.desk.people.add(room.me, a_person("Unbooked Una", manager=room.me.id))

    async def walk(me: Visitor) -> None:
        await me.reads("IT-avdel", "Unbooked Una", "no conversation is booked")

    visit(room.desk.store.path, walk)
