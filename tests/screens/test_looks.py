"""Both see who opened a conversation or took a copy of it; in a file of one's own nobody else looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.domain.account import Door
from ijtui.domain.conversation import Party
from ijtui.domain.look import Look
from ijtui.errors import StorageFailed
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.services.look import LookService
from tests.builders import Room, let_in, preparation
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture
def shared(room: Room) -> Path:
    """The room's file, where both may come in."""
    let_in(room.desk, room.me, "maria")
    let_in(room.desk, room.employee, "erik")
    return room.desk.store.path


def go(me: Visitor, key: str) -> None:
    assert isinstance(me.screen, Place)
    go_to(me.screen, key)


def come_in(room: Room, walk: Walk, login: str = "maria", size: tuple[int, int] = (80, 24)) -> None:
    visit(room.desk.store.path, walk, door=Door(login), size=size, clock=room.clock)


def looks(room: Room) -> list[tuple[str, str, str]]:
    """Return who looked at what, the earliest first."""
    found: tuple[Look, ...] = room.desk.looks.of(room.me, room.conversation)
    return [(look.who.first_name, look.what.value, look.detail) for look in reversed(found)]


async def open_preparation(me: Visitor) -> None:
    go(me, "conversation:1")
    await me.at("PreparationScreen")
    await me.reads("Preparations")


async def open_twice(me: Visitor) -> None:
    for _time in range(2):
        await open_preparation(me)
        await me.press("escape")


def test_opening_a_conversation_is_written_down_once(room: Room, shared: Path) -> None:
    come_in(room, open_twice)
    come_in(room, open_twice)
    come_in(room, open_twice, "erik")
    assert looks(room) == [("Maria", "conversation", ""), ("Erik", "conversation", "")]


def test_the_other_sees_who_looked_and_copied(room: Room, shared: Path) -> None:
    async def copy(me: Visitor) -> None:
        go(me, "conversation:1")
        await me.at("MinutesScreen")
        await me.press("y")

    async def ask(me: Visitor) -> None:
        go(me, "conversation:1")
        await me.at("MinutesScreen")
        await me.press("w")
        await me.at("LooksScreen")
        assert "copied the minutes (clipboard)" in me.row("Maria")
        await me.press("escape")
        go(me, f"person:{room.me.id}")
        await me.at("PersonScreen")
        await me.press("w")
        await me.at("LooksScreen")
        assert me.row("opened the conversation")
        assert me.row("Erik") or me.row("you")

    room.hold(room.conversation)
    come_in(room, copy)
    come_in(room, ask, "erik", (100, 30))
    assert looks(room) == [
        ("Maria", "conversation", ""),
        ("Maria", "minutes", "copy"),
        ("Erik", "conversation", ""),
    ]


def test_reading_the_others_preparation_is_written_down_once_it_is_open(room: Room, shared: Path) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "mina tankar")
    come_in(room, open_preparation)
    assert looks(room) == [("Maria", "conversation", "")]
    room.desk.texts.open_preparation(room.employee, room.conversation)

    async def read(me: Visitor) -> None:
        await open_preparation(me)
        await me.press("tab")
        await me.reads("mina tankar")

    come_in(room, read)
    assert looks(room)[1:] == [("Maria", "preparation", "employee")]


def test_the_talk_counts_as_opening_and_as_reading_what_is_open(room: Room, shared: Path) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "mina tankar")
    room.desk.texts.open_preparation(room.employee, room.conversation)
    room.desk.conversations.begin(room.me, room.conversation)

    async def talk(me: Visitor) -> None:
        go(me, "conversation:1")
        await me.reads("mina tankar")

    come_in(room, talk)
    assert looks(room) == [("Maria", "conversation", ""), ("Maria", "preparation", "employee")]


def test_no_copy_leaves_that_could_not_be_written_down(
    room: Room, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise StorageFailed("The disk is full.")

    copied: list[str] = []

    async def copy(me: Visitor) -> None:
        go(me, "conversation:1")
        await me.at("MinutesScreen")
        monkeypatch.setattr(LookService, "exported", full)
        monkeypatch.setattr(me.app, "copy_to_clipboard", copied.append)
        await me.press("y")
        await me.reads("The disk is full.")

    room.hold(room.conversation)
    come_in(room, copy)
    assert copied == []


def test_in_a_file_of_ones_own_one_line_says_that_nobody_else_looks(room: Room) -> None:
    async def ask(me: Visitor) -> None:
        await open_preparation(me)
        await me.press("w")
        await me.at("LooksScreen")
        await me.reads("Only you open this file")

    visit(room.desk.store.path, ask, clock=room.clock)
    assert looks(room) == []


def test_what_the_other_opens_during_the_talk_counts_as_read(room: Room, shared: Path) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "mina tankar")
    room.desk.conversations.begin(room.me, room.conversation)

    async def talk(me: Visitor) -> None:
        go(me, "conversation:1")
        await me.reads("The year behind")
        assert looks(room) == [("Maria", "conversation", "")]
        room.desk.texts.open_preparation(room.employee, room.conversation)
        await me.until(lambda: looks(room)[1:] == [("Maria", "preparation", "employee")])

    come_in(room, talk)
