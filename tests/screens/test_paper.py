"""The questions of a preparation leave as a form from the screen, too; not at a server."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ijtui.domain.account import Door
from ijtui.domain.conversation import Party
from ijtui.minutes.paper import markdown
from ijtui.screens.preparation import PreparationScreen
from tests.builders import Room, let_in, preparation
from tests.screens.visit import Visitor, visit


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a file is suggested in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def prepare(me: Visitor) -> None:
    me.app.push_screen(PreparationScreen(1))
    await me.at("PreparationScreen")
    await me.reads("Preparations")


def test_the_others_form_is_written_to_a_file_of_ones_own(room: Room, here: Path) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "från papper", on_paper=True)

    async def walk(me: Visitor) -> None:
        await prepare(me)
        await me.press("e")
        await me.at("PaperForm")
        await me.reads("Erik Ek", "preparation-1-erik-ek.md")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        await me.reads("The form is in")

    visit(room.desk.store.path, walk, clock=room.clock, size=(100, 30))
    [file] = here.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text("utf-8") == markdown(room.desk.papers.paper(room.me, 1))


def test_ones_own_form_can_be_chosen(room: Room, here: Path) -> None:
    async def walk(me: Visitor) -> None:
        await prepare(me)
        await me.press("e")
        await me.at("PaperForm")
        await me.press("right")
        await me.reads("preparation-1-maria-mansson.md")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")

    visit(room.desk.store.path, walk, clock=room.clock, size=(100, 30))
    assert [path.name for path in here.iterdir()] == ["preparation-1-maria-mansson.md"]


def test_for_one_who_has_a_login_there_is_only_ones_own_form(room: Room) -> None:
    let_in(room.desk, room.employee, "erik")

    async def walk(me: Visitor) -> None:
        await prepare(me)
        await me.press("e")
        await me.at("PaperForm")
        assert "Erik Ek" not in me.text
        await me.reads("preparation-1-maria-mansson.md")

    visit(room.desk.store.path, walk, clock=room.clock, size=(100, 30))


def test_at_a_server_no_file_is_written(room: Room, here: Path) -> None:
    let_in(room.desk, room.me, "maria")

    async def walk(me: Visitor) -> None:
        await prepare(me)
        await me.press("e")
        assert type(me.screen).__name__ == "PreparationScreen"

    visit(room.desk.store.path, walk, clock=room.clock, door=Door("maria"))
    assert list(here.iterdir()) == []
