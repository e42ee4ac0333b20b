"""What the marks of the work environment add up to, by keys: questions, units, years (D-A2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.account import Door, Office
from ijtui.domain.conversation import Mark
from tests.builders import Room, let_in
from tests.marked import RISK, Organisation, an_empty_room, an_organisation, held
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
    folder = tmp_path_factory.mktemp("organisation")
    folder.chmod(0o700)
    for made in an_organisation(folder):
        let_in(made.room.desk, made.people["hr"], office=Office.HR)
        for who in ("few", "head", "employee"):
            let_in(made.room.desk, made.people[who])
        yield made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    yield from an_empty_room(tmp_path)


def at_counts(path: Path, walk: Walk, **options: Any) -> None:
    """Walk from the counts of the work environment."""

    async def there(me: Visitor) -> None:
        await me.press("6")
        await me.at("FigureScreen")
        await me.press("w")
        await me.at("EnvironmentScreen")
        await walk(me)

    visit(path, there, **options)


def door(organisation: Organisation, who: str) -> Door:
    return Door(f"user{organisation.people[who].id}")


def test_hr_goes_from_a_question_to_its_units_and_back(organisation: Organisation) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Work environment 2026", "Everybody", "There is a risk that nothing is agreed about")
        assert me.row("! Balance").split()[-3:] == ["Balance", "33", "7"]
        await me.press("enter")
        await me.reads("Work environment 2026 · Balance", "Norra", "Västra", "fewer than 5, not shown")
        assert "it would give others away" in me.row("Södra")
        await me.press("escape")
        await me.reads("Everybody")
        await me.press("escape")
        await me.at("FigureScreen")

    at_counts(organisation.room.desk.store.path, walk, door=door(organisation, "hr"))


def test_a_manager_sees_the_own_people_however_few_and_says_so_to_nobody(organisation: Organisation) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Lilla · Frida Få", "Balance *", "for nobody but you, who were there")

    at_counts(organisation.room.desk.store.path, walk, door=door(organisation, "few"))


def test_a_head_sees_the_managers_below_as_far_as_they_may_be_told_of(organisation: Organisation) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.reads("Norra · Nils Nord", "Minsta · Tor Tiny", "fewer than 5, not shown")
        assert "Västra" not in me.text

    at_counts(organisation.room.desk.store.path, walk, door=door(organisation, "head"))


def test_an_employee_has_nothing_to_count(organisation: Organisation) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Nobody whom you may count was asked about the work environment in 2026.")
        await me.press("enter")
        await me.at("EnvironmentScreen")

    at_counts(organisation.room.desk.store.path, walk, door=door(organisation, "employee"))


def test_years_in_which_nobody_was_asked_are_passed_over(room: Room) -> None:
    held(room, room.me, room.employee, Mark.WATCH)
    held(room, room.me, room.employee, RISK, days=800)

    async def walk(me: Visitor) -> None:
        await me.reads("Work environment 2026", "Balance")
        assert "year after" not in me.rows[-1]
        await me.press("left")
        await me.reads("Work environment 2024", "! Balance")
        assert "year before" not in me.rows[-1]
        await me.press("right")
        await me.reads("Work environment 2026")
        await me.press("r")
        await me.reads("How it is counted", "Asked: conversations of the year")

    at_counts(room.desk.store.path, walk)
