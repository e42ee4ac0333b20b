"""How the person wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui import settings
from ijtui.domain.person import Part
from ijtui.errors import BadInput
from ijtui.screens.area import Area
from ijtui.settings import Settings
from ijtui.widgets.field import Field
from tests.builders import Room
from tests.screens.visit import Visitor, visit


async def open_settings(me: Visitor) -> None:
    await me.press("comma")
    await me.at("SettingsScreen")


async def choose(me: Visitor, field: str, *keys: str) -> None:
    me.screen.query_one(f"#field-{field}", Field).take_focus()
    await me.press(*keys)


def test_another_language_is_spoken_at_once_on_every_screen(room: Room, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "1")
        await me.at("TodayScreen")
        await open_settings(me)
        await choose(me, "language", "left")
        await me.reads("Inställningar", "(x) Svenska")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("Nästa samtal", "nytt samtal", "lö 21 nov")
        await me.press("3")
        await me.at("PeopleScreen")
        await me.reads("Medarbetare", "ny person", "(du)")

    visit(room.desk.store.path, walk)
    assert settings.load(settings_file).language == "sv"


def test_a_new_language_loses_nothing_typed_in_a_form(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "n")
        await me.at("PersonForm")
        await me.type("Lina")
        await me.press("ctrl+p")
        await me.at("PaletteScreen")
        await me.type("sett")
        await me.press("enter")
        await me.at("SettingsScreen")
        await choose(me, "language", "left")
        await me.reads("Inställningar")
        await me.press("escape")
        await me.at("PersonForm")
        await me.reads("Ny person", "Lina", "spara")
        await me.type(" Ek")
        await me.press("ctrl+s")
        await me.at("PeopleScreen")
        await me.reads("Lina Ek")

    visit(room.desk.store.path, walk)


def test_colours_hold_at_once(room: Room, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "theme", "right", "right")
        assert me.app.theme == "contrast"
        assert me.screen.styles.background.hex == "#000000"

    visit(room.desk.store.path, walk)
    assert settings.load(settings_file).theme == "contrast"


def test_plain_signs_hold_at_once_and_can_be_taken_back(room: Room, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "ascii", "right")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("enter open", "------")
        assert me.text.isascii()
        await open_settings(me)
        await choose(me, "ascii", "right")
        await me.press("escape")
        await me.reads("⏎ open", "──────")

    visit(room.desk.store.path, walk)
    assert settings.load(settings_file).ascii is False


def test_the_mouse_is_left_alone_from_the_next_start(room: Room, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "mouse", "right")
        await me.reads("from the next time")

    visit(room.desk.store.path, walk)
    assert settings.load(settings_file).mouse is False


def test_name_and_part_are_stored(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "part", "left")
        await choose(me, "name", "end")
        await me.type(" Ny")
        await me.press("escape")
        await me.at("TodayScreen")
        assert (me.session.me.name, me.session.part) == ("Maria Månsson Ny", Part.BOTH)
        owner = me.session.desk.people.me()
        assert owner == (me.session.me, Part.BOTH)

    visit(room.desk.store.path, walk)


def test_an_empty_name_keeps_the_old_one(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        me.screen.query_one("#field-name", Field).value = "  "
        await me.press("escape")
        await me.at("TodayScreen")
        assert me.session.me.name == "Maria Månsson"
        assert me.session.saving.mark.failure is None

    visit(room.desk.store.path, walk)


def test_where_everything_lies_can_be_read(room: Room, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await me.reads("Your file", "Its backups", "Settings file", str(settings_file)[:40])

    visit(room.desk.store.path, walk, size=(160, 40))


def test_a_folder_that_cannot_be_written_is_said_and_the_choice_holds_meanwhile(
    room: Room, settings_file: Path
) -> None:
    settings_file.parent.write_text("a file where the folder should be")

    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "theme", "right")
        await me.reads("can't be")
        assert me.app.theme == "light"

    visit(room.desk.store.path, walk)


def test_the_files_other_lines_stay_as_they_are(room: Room, settings_file: Path) -> None:
    settings_file.parent.mkdir()
    settings_file.write_text(
        '# my own words\ntheme = "dark"  # at night\n[keys]\n"conversation.new" = "f5"\n'
    )

    async def walk(me: Visitor) -> None:
        await open_settings(me)
        await choose(me, "theme", "right")

    visit(room.desk.store.path, walk, chosen=settings.load(settings_file))
    assert settings_file.read_text().startswith('# my own words\ntheme = "light"')
    assert '"conversation.new" = "f5"' in settings_file.read_text()


def test_settings_that_cannot_be_understood_are_refused_with_one_sentence(settings_file: Path) -> None:
    settings_file.parent.mkdir()
    settings_file.write_text('theme = "purple"\n')
    with pytest.raises(BadInput, match="dark, light or contrast"):
        settings.load(settings_file)


def test_a_command_answers_to_the_key_it_was_given(room: Room) -> None:
    keys = {"conversation.new": "f5", "app.people": "f8"}

    async def walk(me: Visitor) -> None:
        await me.reads("F5 new conversation")
        await me.press("n")
        assert isinstance(me.screen, Area)
        await me.press("f8")
        await me.at("PeopleScreen")
        await me.press("1", "f5")
        await me.at("BookingForm")

    visit(room.desk.store.path, walk, chosen=Settings(language="en", keys=keys))


def test_a_command_whose_key_went_to_another_one_is_still_in_the_palette(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.reads("x new conversation")
        assert "call off" not in me.text
        await me.press("ctrl+p")
        await me.at("PaletteScreen")
        await me.type("call")
        await me.reads("Call the conversation off")
        assert not me.row("Call the conversation off").rstrip().endswith("x")
        await me.press("enter")
        await me.at("ConfirmScreen")

    visit(room.desk.store.path, walk, chosen=Settings(language="en", keys={"conversation.new": "x"}))
