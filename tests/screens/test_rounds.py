"""Rounds on screen: made with a few keys, followed by name and by counts, and booked from with one key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.account import Door, Office
from ijtui.domain.conversation import State
from ijtui.domain.coverage import Tally
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from ijtui.screens.coverage_lines import bar, in_short
from ijtui.screens.dialogs.booking import BookingForm
from ijtui.widgets.field import Field
from ijtui.widgets.lines import Lines
from tests.builders import a_person, let_in
from tests.screens.visit import Visitor, visit
from tests.services.rounds import FIRST, Line, a_line, a_round


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    line = a_line(tmp_path)
    yield line
    line.desk.close()


@pytest.fixture
def this(line: Line) -> Round:
    return line.desk.rounds.add(line.me, a_round())


def lines(me: Visitor) -> Lines:
    return me.screen.query_one(Lines)


def test_a_reminder_of_managers_below_leads_to_their_counts(line: Line, this: Round) -> None:
    line.clock.now = line.clock.now.replace(month=10, day=30)
    door = let_in(line.desk, line.head)

    async def walk(me: Visitor) -> None:
        await me.reads("3 of 3 not booked, last day Sat 31 Oct · Årssamtal 2026")
        while not lines(me).key.endswith(":below"):
            await me.press("down")
        await me.press("enter")
        await me.at("CoverageScreen")
        assert lines(me).key == "group:below:0"

    visit(line.desk.store.path, walk, clock=line.clock, door=door)


async def to_the_round(me: Visitor) -> None:
    await me.press("2", "o")
    await me.at("RoundsScreen")
    await me.press("enter")
    await me.at("CoverageScreen")


def test_a_manager_sees_their_people_and_books_with_one_key(line: Line, this: Round) -> None:
    line.book(line.people[1], FIRST)
    door = let_in(line.desk, line.managers[0])

    async def walk(me: Visitor) -> None:
        await to_the_round(me)
        await me.reads("Årssamtal 2026", "Your own people · 2 not booked", "booked")
        assert "Omar" not in me.text
        names = [row.split()[0] for row in me.rows if "Ask" in row]
        assert names == ["Bo", "Cilla", "Anna"], "those first who are not booked"
        await me.press("down", "b")
        await me.at("BookingForm")
        assert isinstance(me.screen, BookingForm)
        fields = {field.spec.name: field.value for field in me.screen.query(Field)}
        assert (fields["person"], fields["agenda"]) == (str(line.people[2].id), "en:annual")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        await me.press("escape")
        await me.reads("one not booked")

    visit(line.desk.store.path, walk, clock=line.clock, door=door)


def test_the_next_manager_sees_bars_and_counts_alone(line: Line, this: Round) -> None:
    line.set_state(line.book(line.people[1], FIRST), State.HELD)
    door = let_in(line.desk, line.head)

    async def walk(me: Visitor) -> None:
        await to_the_round(me)
        await me.reads("The managers you lead", "Maria Holm", "2 not booked")
        assert "Anna" not in me.text
        await me.press("end", "up")
        await me.reads("not booked 2 · held 1")
        await me.press("enter")
        await me.at("PersonScreen")

    visit(line.desk.store.path, walk, clock=line.clock, door=door)


def test_hr_makes_a_round_fills_it_and_closes_it(line: Line) -> None:
    hr = line.desk.people.add(line.me, a_person("Hilda Hall"))
    door: Door = let_in(line.desk, hr, office=Office.HR)

    async def walk(me: Visitor) -> None:
        await me.press("2", "o")
        await me.reads("There is no round yet. Press n to make one.")
        await me.press("n")
        await me.type("Annual 2026")
        await me.press("tab", "tab")
        await me.type("2026-10-01")
        await me.press("tab")
        await me.type("2026-11-30")
        await me.press("ctrl+s")
        await me.at("CoverageScreen")
        await me.reads("The whole round", "All", "9 not booked")
        line.desk.people.add(line.me, a_person("Ny Nord", manager=line.head.id))
        await me.press("escape", "enter")
        await me.reads("New here: 1. Left: 0.")
        await me.press("u")
        await me.reads("Put in: 1. Taken out: 0.", "10 not booked")
        await me.press("t")
        await me.type("ny nord")
        await me.press("enter")
        await me.at("CoverageScreen")
        await me.reads("9 not booked")
        await me.press("a")
        await me.type("ny nord")
        await me.press("enter")
        await me.reads("10 not booked")
        await me.press("x")
        await me.press("down", "enter")
        await me.reads("closed")
        await me.press("u")
        await me.press("x")
        await me.until(lambda: line.desk.rounds.all(line.me)[0].is_open)
        await me.press("e")
        await me.at("RoundForm")

    visit(line.desk.store.path, walk, clock=line.clock, door=door)
    made = line.desk.rounds.all(line.me)[0]
    assert (made.name, made.first, made.last) == ("Annual 2026", date(2026, 10, 1), date(2026, 11, 30))


def test_whoever_does_not_make_rounds_is_offered_nothing_to_make(line: Line, this: Round) -> None:
    door = let_in(line.desk, line.managers[0])

    async def walk(me: Visitor) -> None:
        await me.press("2", "o", "n")
        await me.at("RoundsScreen")
        await me.press("enter")
        await me.at("CoverageScreen")
        for key in "uatex":
            await me.press(key)
            await me.at("CoverageScreen")

    visit(line.desk.store.path, walk, clock=line.clock, door=door)
    assert line.desk.rounds.get(line.me, this.id) == this


def test_a_part_of_the_organisation_unfolds_its_managers(line: Line, this: Round) -> None:
    async def walk(me: Visitor) -> None:
        await to_the_round(me)
        await me.reads("Digital utveckling", "Enhet M", "Enhet O")
        assert "Maria Holm" not in me.text
        await me.press("end", "enter")
        await me.reads("Omar Haddad")
        assert lines(me).key.startswith("part:")
        await me.press("enter")
        await me.until(lambda: "Omar Haddad" not in me.text)

    visit(line.desk.store.path, walk, clock=line.clock)


def test_the_start_screen_leads_to_the_round(line: Line, this: Round) -> None:
    door = let_in(line.desk, line.managers[1])

    async def walk(me: Visitor) -> None:
        await me.reads("3 of 3 not booked, last day Sat 31 Oct")
        while not lines(me).key.endswith(":led"):
            await me.press("down")
        await me.press("enter")
        await me.at("CoverageScreen")
        assert lines(me).key == f"person:{line.people[5].id}"

    visit(line.desk.store.path, walk, clock=line.clock, door=door)


def test_a_bar_shows_at_least_a_cell_of_each_and_is_always_as_wide() -> None:
    for counts in ((0, 0, 0, 7, 0, 0), (199, 0, 1, 1, 0, 0), (1, 1, 1, 1, 1, 1)):
        tally = Tally(counts)
        drawn = bar(tally, 10)
        assert len(drawn) == 10
        assert ("·" in drawn, "█" in drawn) == (tally[Stage.NOT_BOOKED] > 0, tally.held > 0)
    assert in_short(Tally((0, 1, 0, 2, 0, 0))) == "one not held"
    assert in_short(Tally((0, 0, 0, 2, 0, 0))) == "all held"
