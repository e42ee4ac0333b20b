"""Every key that is shown does something, and whatever a key does can be found in the palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ijtui.screens.command import Command, key_sign
from ijtui.screens.place import Place
from ijtui.widgets.key_bar import KeyBar
from tests.builders import Room, a_person, an_action
from tests.screens.visit import Visitor, visit

Way = Callable[[Visitor], Awaitable[None]]

PLACES = {
    "TodayScreen": (),
    "ConversationsScreen": ("2",),
    "PeopleScreen": ("3",),
    "PersonScreen": ("3", "enter"),
    "PersonForm": ("3", "n"),
    "BookingForm": ("n",),
    "SettingsScreen": ("comma",),
    "HelpScreen": ("f1",),
    "PaletteScreen": ("ctrl+p",),
    "ConfirmScreen": ("2", "x"),
}
"""Keys that lead there from the first screen."""


@pytest.fixture
def lively(room: Room) -> Room:
    """A room where every list has something in it."""
    room.desk.actions.add(room.me, room.conversation, an_action())
    room.desk.people.add(room.me, a_person("Lina Ek", manager=room.me.id))
    return room


async def go(me: Visitor, name: str) -> Place[Any]:
    """Go there from the first screen, whatever is open."""
    while len(me.app.screen_stack) > 1:
        me.app.pop_screen()
        await me.pilot.pause()
    await me.press("1" if type(me.screen).__name__ != "TodayScreen" else "home")
    await me.at("TodayScreen")
    await me.press(*PLACES[name])
    await me.at(name)
    await me.pilot.pause()
    assert isinstance(me.screen, Place)
    return me.screen


def in_the_row(place: Place[Any]) -> list[Command]:
    actions = [hint.action for hint in place.query_one(KeyBar).hints]
    return [command for command in place.commands() if command.short and command.action in actions]


@pytest.mark.parametrize("name", PLACES)
def test_every_key_in_the_row_of_keys_does_something(lively: Room, name: str) -> None:
    async def walk(me: Visitor) -> None:
        commands = in_the_row(await go(me, name))
        assert commands
        for command in commands:
            place = await go(me, name)
            before = me.text
            await me.press(place.keys_of(command)[0])
            await me.pilot.pause()
            assert me.screen is not place or me.text != before, command.id

    visit(lively.desk.store.path, walk)


@pytest.mark.parametrize("name", PLACES)
def test_every_command_of_a_place_can_be_found_in_the_palette(lively: Room, name: str) -> None:
    async def walk(me: Visitor) -> None:
        place = await go(me, name)
        possible = [command for command in place.commands() if command.id != "app.palette"]
        if name == "PaletteScreen":
            return
        await me.press("ctrl+p")
        await me.at("PaletteScreen")
        assert [command.title for command in possible if command.title not in me.text] == []

    visit(lively.desk.store.path, walk, size=(80, 40))


def test_a_click_in_the_row_of_keys_does_the_same(lively: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("n new conversation")
        row = me.rows.index(me.row("n new conversation"))
        await me.pilot.click(offset=(me.rows[row].index("new conversation"), row))
        await me.at("BookingForm")

    visit(lively.desk.store.path, walk)


def test_a_click_on_an_area_goes_there(lively: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.pilot.click(offset=(me.rows[1].index("People"), 1))
        await me.at("PeopleScreen")

    visit(lively.desk.store.path, walk)


def test_a_click_goes_to_a_line_and_a_second_one_opens_it(lively: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        await me.reads("Lina Ek")
        row = me.rows.index(me.row("Lina Ek"))
        await me.pilot.click(offset=(10, row))
        assert ">" in me.row("Lina Ek")
        await me.pilot.click(offset=(10, row))
        await me.at("PersonScreen")

    visit(lively.desk.store.path, walk)


@pytest.mark.parametrize(
    ("key", "sign", "plain"),
    [
        ("ctrl+p", "^p", "^p"),
        ("f1", "F1", "F1"),
        ("enter", "⏎", "enter"),
        ("escape", "esc", "esc"),
        ("question_mark", "?", "?"),
        ("slash", "/", "/"),
        ("shift+tab", "⇧⇥", "shift+tab"),
        ("n", "n", "n"),
        ("ctrl+left", "^←", "^left"),
        ("shift+up", "⇧↑", "shift+up"),
        ("ctrl+pagedown", "^PgDn", "^PgDn"),
        ("f", "f", "f"),
        ("G", "G", "G"),
    ],
)
def test_a_key_is_written_as_people_know_it(key: str, sign: str, plain: str) -> None:
    assert key_sign(key) == sign
    assert key_sign(key, plain=True) == plain
