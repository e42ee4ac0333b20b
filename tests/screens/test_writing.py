"""Writing a text: saved, changed elsewhere, refused by the disk, hostile and huge."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ijtui.domain.conversation import Party
from ijtui.widgets.lines import Lines
from tests.builders import Room, preparation, shared
from tests.screens.visit import Visitor
from tests.screens.writing import editor, in_talk, mark, note

HOSTILE = "[x] [/] [@click=app.quit]y[/]"


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Hold the file's write lock."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


# The mark


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_the_mark_says_when_it_was_saved_and_why_it_was_not(room: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("Hej")
        await me.until(lambda: "saved 09:30:00" in me.rows[0])
        with held_by_another_program(room.desk.store.path):
            await me.type("!")
            await me.until(lambda: "NOT SAVED" in me.rows[0])
            assert me.rows[0].rstrip().endswith("NOT SAVED: Another program holds ijtui.db right now")
            await me.until(lambda: [said.message for said in me.app._notifications])
            (said,) = [said.message for said in me.app._notifications]
            assert said.endswith("ijtui.db right now; it is tried again by itself."), "the whole reason, once"
            assert editor(me).text == "Hej!"
            assert note(room) == "Hej"
        await me.until(lambda: note(room) == "Hej!")
        await me.until(lambda: "NOT SAVED" not in me.rows[0])

    in_talk(room, walk, size=size)


def test_a_place_is_not_left_while_its_text_is_not_on_disk(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        with held_by_another_program(room.desk.store.path):
            await me.type("Hej")
            await me.press("escape", "escape")
            await me.until(lambda: "NOT SAVED" in mark(me))
            await me.at("YearBehindScreen")
        await me.until(lambda: note(room) == "Hej")
        await me.press("escape")
        await me.at("TodayScreen")

    in_talk(room, walk)


def test_quitting_saves_what_was_just_typed(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("Hej")
        await me.press("ctrl+q")

    in_talk(room, walk)
    assert note(room) == "Hej"


# What another session writes


def test_what_another_session_wrote_appears_where_nothing_unsaved_stands(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        room.write(room.employee, shared(), "Från den andra skärmen")
        await me.press("escape")
        await me.at("YearBehindScreen")
        await me.reads("Från den andra skärmen")
        assert mark(me).count("saved") == 0, "nothing was saved from here"
        await me.type("!")
        await me.until(lambda: note(room) == "Från den andra skärmen!")

    in_talk(room, walk)


def test_an_open_question_that_is_opened_again_shows_the_newest(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("tab")
        room.write(room.employee, shared(), "Nyast")
        await me.press("shift+tab")
        assert editor(me).text == "Nyast"

    in_talk(room, walk)


# Hostile and huge


def test_what_is_typed_is_shown_and_stored_as_it_is(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("[x] [/] ")
        editor(me).insert(HOSTILE.removeprefix("[x] [/] "))
        await me.reads(HOSTILE)
        await me.press("tab")
        assert note(room) == HOSTILE
        await me.reads("[x] [/]")
        await me.press("shift+tab", "ctrl+r")
        await me.at("VersionsScreen")
        await me.press("escape")

    in_talk(room, walk)


def test_orders_to_the_terminal_and_broken_letters_never_get_in(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        editor(me).insert("före\x1b]0;ond titel\x07\x1b[31m\x9b2J efter \udce5")
        await me.press("tab")
        assert note(room) == "före]0;ond titel[31m2J efter "

    in_talk(room, walk)


@pytest.mark.parametrize(
    "text", ["ord och mening " * 7_000, "en rad\n" * 5_000], ids=["100 kB", "5000 lines"]
)
def test_a_huge_text_opens_shows_its_beginning_in_the_list_and_is_saved(room: Room, text: str) -> None:
    room.write(room.me, shared(), text)
    room.write(room.employee, preparation(Party.EMPLOYEE, "proud"), text)
    room.desk.texts.open_preparation(room.employee, room.conversation)

    async def walk(me: Visitor) -> None:
        await me.type("X")
        await me.press("tab")
        assert "X" in note(room)
        await me.press("f3")
        await me.at("ReadingScreen")
        await me.press("escape", "shift+tab", "ctrl+r")
        await me.at("VersionsScreen")
        assert len(me.screen.query_one("#list", Lines)._lines) > 0
        await me.press("escape")

    in_talk(room, walk)
