"""The first minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui import settings
from ijtui.domain.person import Part
from ijtui.screens.first_run import name_of_login
from ijtui.settings import Settings
from ijtui.words import language
from tests.screens.visit import Visitor, visit


def test_three_answers_lead_to_an_empty_day(new_file: Path, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Welcome to ijtui", "1 of 2")
        await me.press("enter")
        await me.type("Maria Ek")
        await me.press("enter")
        await me.reads("2 of 2")
        await me.press("left", "left", "enter")
        await me.at("TodayScreen")
        await me.reads("Nothing is booked. Press n to book a conversation.")
        assert (me.session.me.name, me.session.part) == ("Maria Ek", Part.MANAGER)

    visit(new_file, walk)
    assert settings.load(settings_file).language == "en"


def test_another_language_is_spoken_at_once_and_the_name_stays(new_file: Path, settings_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.type("Maria")
        await me.press("shift+tab", "left")
        await me.reads("Välkommen till ijtui", "Maria", "1 av 2")
        assert me.screen.focused is not None
        await me.press("enter", "enter", "enter")
        await me.at("TodayScreen")
        await me.reads("Inget är bokat")
        assert me.session.me.name == "Maria"

    visit(new_file, walk)
    assert settings.load(settings_file).language == "sv"


def test_all_of_it_can_be_skipped_with_esc(new_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("escape")
        await me.at("TodayScreen")
        assert (me.session.me.name, me.session.part) == (name_of_login(), Part.BOTH)

    visit(new_file, walk)


def test_all_of_it_can_be_skipped_with_enter(new_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter", "enter", "enter")
        await me.at("TodayScreen")
        assert me.session.me.name == name_of_login()

    visit(new_file, walk)


def test_the_language_of_the_system_is_proposed(new_file: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("(x) Svenska", "Välkommen")

    visit(new_file, walk, chosen=Settings(language="sv"))


def test_it_is_asked_only_once(new_file: Path) -> None:
    async def skip(me: Visitor) -> None:
        await me.press("escape")
        await me.at("TodayScreen")

    async def again(me: Visitor) -> None:
        await me.at("TodayScreen")

    visit(new_file, skip)
    visit(new_file, again)


def test_settings_that_cannot_be_written_do_not_stand_in_the_way(new_file: Path, settings_file: Path) -> None:
    settings_file.parent.write_text("a file where the folder should be")

    async def walk(me: Visitor) -> None:
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("can't be")
        assert language() == "en"

    visit(new_file, walk)


@pytest.mark.parametrize("name", ["[x] [/] [@click=app.quit]q[/]", "  Åsa \t Berg\x1b[31m "])
def test_any_name_can_be_ones_own(new_file: Path, name: str) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter")
        field = me.screen.query_one("#field-name Editor")
        field.replace_text(name)  # type: ignore[attr-defined]  # found by its name: an editor
        await me.press("enter", "enter")
        await me.at("TodayScreen")
        assert me.session.me.name in ("[x] [/] [@click=app.quit]q[/]", "Åsa Berg[31m")

    visit(new_file, walk)
