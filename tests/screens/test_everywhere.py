"""What works wherever one is: the palette, help, a blank screen, small windows, quitting."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.widgets import Static

from ijtui.screens.everywhere import AREAS, EVERYWHERE
from ijtui.settings import Settings
from ijtui.widgets.field import Field
from tests.builders import Room
from tests.screens.visit import Visitor, visit


async def palette(me: Visitor, typed: str = "") -> None:
    await me.press("ctrl+p")
    await me.at("PaletteScreen")
    await me.type(typed)


# The palette


def test_the_palette_lists_every_command_that_is_possible_with_its_key(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me)
        for command in (*EVERYWHERE, *AREAS):
            if command.id != "app.palette":
                assert command.title in me.text
        assert me.row("New conversation").rstrip().endswith("n")
        assert me.row("Blank the screen").rstrip().endswith("^l")

    visit(room.desk.store.path, walk, size=(80, 40))


def test_a_few_letters_in_any_order_find_a_command_and_enter_runs_it_in_the_place(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me, "conv new")
        await me.press("enter")
        await me.at("BookingForm")

    visit(room.desk.store.path, walk)


def test_the_palette_speaks_the_persons_language(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me, "säkerhets")
        await me.reads("Säkerhetskopiera")
        await me.press("enter")
        await me.at("TodayScreen")
        await me.reads("Säkerhetskopian finns")

    visit(room.desk.store.path, walk, chosen=Settings(language="sv"))


def test_esc_clears_the_filter_first_and_then_closes(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me, "zzz")
        await me.reads("Nothing fits “zzz”.")
        await me.press("enter")
        await me.at("PaletteScreen")
        await me.press("escape")
        await me.reads("Quit")
        await me.press("escape")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)


def test_the_arrow_keys_go_through_what_was_found_while_one_types(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me)
        first = me.row(">")
        await me.press("down")
        assert me.row(">") != first
        await me.press("up")
        assert me.row(">") == first
        await me.type("peop")
        await me.press("enter")
        await me.at("PeopleScreen")

    visit(room.desk.store.path, walk)


# Help


def test_help_says_what_the_place_is_for_and_every_key_that_works_there(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        shown = " ".join(str(part.content) for part in me.screen.query(Static))
        for part in (
            "What comes next, what is due",
            "n  ^n",
            "conversation.new",
            "Everywhere",
            "app.search",
            "app.goals",
            "F1  ?",
            "In lists",
            "In text",
            "Undo",
        ):
            assert part in shown
        assert "draft.drop" not in shown, "no draft is marked"
        await me.press("escape")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("key", ["f1", "question_mark", "q", "escape"])
def test_help_closes_with_the_key_that_opened_it(room: Room, key: str) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("question_mark")
        await me.at("HelpScreen")
        await me.press(key)
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)


def test_long_help_scrolls_in_a_small_window(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        assert "conversation.new" not in me.text or "under [keys]" not in me.text
        await me.press("end")
        await me.reads("under [keys]")

    visit(room.desk.store.path, walk, size=(60, 18))


def test_help_shows_the_key_a_command_was_given(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        assert me.row("conversation.new").lstrip().startswith("F5")

    visit(room.desk.store.path, walk, chosen=Settings(language="en", keys={"conversation.new": "f5"}))


# A blank screen


def test_a_blank_screen_shows_nothing_and_esc_brings_all_back(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "n")
        await me.at("PersonForm")
        await me.type("Lina")
        await me.press("ctrl+l")
        await me.at("BlankScreen")
        me.app.notify("somebody wrote to you")
        await me.pilot.pause(0.2)
        assert me.text.strip() == ""
        await me.type("x1,?")
        await me.at("BlankScreen")
        await me.press("escape")
        await me.at("PersonForm")
        assert me.screen.query_one("#field-name", Field).value == "Lina"

    visit(room.desk.store.path, walk)


# Small windows


def test_too_small_a_window_says_so_takes_no_keys_and_keeps_the_text(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "n")
        await me.at("PersonForm")
        await me.type("Lina")
        await me.pilot.resize_terminal(50, 12)
        await me.at("TooSmallScreen")
        assert "50×12" in me.text
        assert "60×18" in me.text
        await me.type("xyz")
        await me.press("escape", "ctrl+s", "f1", "1")
        await me.at("TooSmallScreen")
        await me.pilot.resize_terminal(60, 18)
        await me.at("PersonForm")
        assert me.screen.query_one("#field-name", Field).value == "Lina"
        assert len(me.app.screen_stack) == 2

    visit(room.desk.store.path, walk)


def test_a_window_too_small_from_the_start_asks_the_first_questions_later(new_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.at("TooSmallScreen")
        await me.until(lambda: any(type(one).__name__ == "FirstRunScreen" for one in me.app.screen_stack))
        await me.press("enter", "escape")
        await me.at("TooSmallScreen")
        await me.pilot.resize_terminal(80, 24)
        await me.at("FirstRunScreen")
        await me.press("escape")
        await me.at("TodayScreen")
        assert len(me.app.screen_stack) == 1

    visit(new_file, walk, size=(40, 10))


def test_one_can_quit_from_too_small_a_window(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.pilot.resize_terminal(30, 8)
        await me.at("TooSmallScreen")
        await me.press("ctrl+q")
        await me.until(lambda: me.app._exit)

    assert visit(room.desk.store.path, walk) == 0


# Saving and quitting


def test_saving_answers_even_when_there_is_nothing_to_save(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("ctrl+s")
        await me.reads("Everything is saved.")

    visit(room.desk.store.path, walk)


def test_quitting_is_quick_when_everything_is_saved(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "n")
        await me.at("PersonForm")
        await me.type("Lina")
        await me.press("ctrl+q")
        await me.until(lambda: me.app._exit)

    assert visit(room.desk.store.path, walk) == 0
    assert room.desk.drafts.get(room.me, "person:new") is not None


async def type_what_cannot_be_saved(me: Visitor, room: Room) -> None:
    """Write into a form while another session holds the file."""
    await me.press("3", "n")
    await me.at("PersonForm")
    room.desk.store.db.execute("BEGIN IMMEDIATE")  # another session that does not let go
    await me.type("Lina")
    await me.press("ctrl+q")
    await me.at("UnsavedScreen")


def test_quitting_asks_when_something_cannot_be_saved_and_says_why(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await type_what_cannot_be_saved(me, room)
        await me.reads("Not saved", "not in the file", "NOT SAVED")
        await me.press("enter")
        await me.at("PersonForm")
        assert me.screen.query_one("#field-name", Field).value == "Lina"
        room.desk.store.db.execute("ROLLBACK")
        await me.until(lambda: me.session.saving.mark.failure is None)
        await me.press("ctrl+q")
        await me.until(lambda: me.app._exit)

    visit(room.desk.store.path, walk)
    assert room.desk.drafts.get(room.me, "person:new") is not None


def test_one_can_try_again_from_there_and_quit_once_it_is_saved(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await type_what_cannot_be_saved(me, room)
        await me.press("down", "enter")
        await me.at("UnsavedScreen")
        room.desk.store.db.execute("ROLLBACK")
        await me.press("enter")
        await me.until(lambda: me.app._exit)

    assert visit(room.desk.store.path, walk) == 0
    assert room.desk.drafts.get(room.me, "person:new") is not None


def test_one_can_quit_all_the_same(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await type_what_cannot_be_saved(me, room)
        await me.press("down", "down", "enter")
        await me.until(lambda: me.app._exit)

    visit(room.desk.store.path, walk)
    room.desk.store.db.execute("ROLLBACK")
    assert room.desk.drafts.get(room.me, "person:new") is None


def test_a_language_waits_while_something_cannot_be_saved(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await type_what_cannot_be_saved(me, room)
        await me.press("escape")
        await me.at("PersonForm")
        await me.app.use(Settings(language="sv"))
        assert me.screen.query_one("#field-name", Field).value == "Lina"
        await me.reads("New person")
        room.desk.store.db.execute("ROLLBACK")

    visit(room.desk.store.path, walk)


def test_a_backup_is_made_on_request_and_is_ones_own(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await palette(me, "backup")
        await me.press("enter")
        await me.reads("The backup is")

    visit(room.desk.store.path, walk)
    made = [path for path in (room.desk.store.path.parent / "backups").iterdir() if "asked" in path.name]
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o600]
