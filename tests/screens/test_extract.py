"""The employee reads exactly what goes to a salary review, at their own screen or beside the manager."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.domain.account import Door
from ijtui.screens.person import PersonScreen
from tests.builders import NOW, Room, a_goal, an_action, let_in
from tests.screens.visit import Visitor, visit


@pytest.fixture
def agreed(room: Room) -> Path:
    """A goal and a point of this year."""
    talk = room.book(starts=NOW)
    room.desk.goals.add(room.me, talk, a_goal("Leda delprojektet", person=room.employee.id))
    room.desk.actions.add(room.me, talk, an_action("Skugga Omar", due=NOW.date()))
    return room.desk.store.path


async def open_it(me: Visitor) -> None:
    me.app.push_screen(PersonScreen(2))
    await me.at("PersonScreen")
    await me.press("x")
    await me.at("ExtractScreen")


def test_beside_each_other_the_employee_writes_initials_and_it_may_leave(
    agreed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def walk(me: Visitor) -> None:
        await open_it(me)
        await me.reads("Leda delprojektet", "Skugga Omar", "n makes it, for Erik Ek to see")
        await me.press("s")
        assert "ExtractScreen" in str(me.screen)
        await me.press("n")
        await me.reads("Erik Ek has not seen it yet")
        await me.press("e")
        await me.at("ExtractScreen")
        await me.press("s")
        await me.at("SeenForm")
        await me.type("Kursen saknas")
        await me.press("tab")
        await me.type("EE")
        await me.press("ctrl+s")
        await me.reads("Erik Ek saw it", "EE", "Erik Ek says:", "Kursen saknas")
        await me.press("e")
        await me.at("ExtractFileForm")
        await me.press("ctrl+s")
        await me.reads("Handed over")

    visit(agreed, walk, size=(100, 30))
    [written] = tmp_path.rglob("extract-*.md")
    assert "Kursen saknas" in written.read_text("utf-8")


def test_at_a_server_it_waits_on_the_employees_start_screen(room: Room, agreed: Path) -> None:
    for login, who in {"maria": room.me, "erik": room.employee}.items():
        let_in(room.desk, who, login)

    async def manager(me: Visitor) -> None:
        await open_it(me)
        await me.press("n")
        await me.reads("Erik Ek has not seen it yet")
        await me.press("s")
        await me.at("ExtractScreen")

    async def employee(me: Visitor) -> None:
        await me.reads("an extract for the salary review 2026")
        await me.press("end")
        while ">" not in me.row("salary review"):
            await me.press("up")
        await me.press("enter")
        await me.reads("Leda delprojektet", "You have not said yet")
        await me.press("s")
        await me.at("SeenForm")
        assert "Initials" not in me.text
        await me.press("ctrl+s")
        await me.reads("Erik Ek saw it")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.until(lambda: "salary review" not in me.text)

    async def again(me: Visitor) -> None:
        await open_it(me)
        await me.reads("Erik Ek saw it")
        await me.press("e")
        await me.reads("On your own machine", "extract 2")

    visit(agreed, manager, door=Door("maria"), size=(100, 30))
    visit(agreed, employee, door=Door("erik"), size=(100, 30))
    visit(agreed, again, door=Door("maria"), size=(100, 30))


def test_another_year_is_one_key_away_and_says_so_where_it_is_empty(agreed: Path) -> None:
    async def walk(me: Visitor) -> None:
        await open_it(me)
        await me.press("b")
        await me.reads("2025", "There is nothing of this year to extract.")
        await me.press("n")
        await me.reads("There is nothing of this year")
        await me.press("a")
        await me.reads("Leda delprojektet")
        await me.press("escape")
        await me.at("PersonScreen")

    visit(agreed, walk)
