"""The key figure by keys: from the whole to a unit and back, other years, targets, and one's own points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.account import Door, Office
from ijtui.domain.cause import Cause
from ijtui.screens.fields import fill
from ijtui.screens.going import go_to
from ijtui.settings import Settings
from ijtui.widgets.bar_drawing import bar
from ijtui.widgets.lines import Lines
from tests.builders import Room, an_action, let_in
from tests.screens.visit import Visitor, Walk, visit
from tests.town import Town, a_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = a_town(tmp_path)
    yield made
    made.desk.close()


def at_figure(path: Path, walk: Walk, **options: Any) -> None:
    """Walk from the area of the key figure."""

    async def there(me: Visitor) -> None:
        await me.press("6")
        await me.at("FigureScreen")
        await walk(me)

    visit(path, there, **options)


def as_hr(town: Town) -> Door:
    return let_in(town.desk, town.hr, office=Office.HR)


def test_the_whole_is_told_by_unit_and_what_is_of_too_few_is_not(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Key figure 2026 · Kommunen", "28 of 28", "2022")
        assert "100 %         8 of 8" in me.row("Skolan")
        assert "fewer than 5, not shown" in me.row("Biblioteket")
        assert "it would give others away" in me.row("Museet")
        assert me.row("the others together")

    at_figure(town.desk.store.path, walk, door=as_hr(town))


def test_one_goes_into_a_unit_and_back_to_where_one_was(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Skolan")
        lines = me.screen.query_one("#figure", Lines)
        await me.until(lambda: lines.has_focus)
        await me.press("down", "down", "down")
        entered = lines.key
        await me.press("enter")
        await me.reads("Key figure 2026 · Skolan", "Whom each manager leads", "Chef Skolan")
        await me.press("escape")
        await me.reads("Key figure 2026 · Kommunen")
        assert lines.key == entered

    at_figure(town.desk.store.path, walk, door=as_hr(town))


def test_other_years_are_a_key_away_up_to_the_next_one(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("28 of 28")
        await me.press("left")
        await me.reads("Key figure 2025 · Kommunen", "0 of 0")
        await me.press("right", "right", "right")
        await me.reads("Key figure 2027")
        await me.press("left")
        await me.reads("Key figure 2026", "2022", "2025")
        await me.press("end", "up", "enter")
        await me.reads("Key figure 2025")

    at_figure(town.desk.store.path, walk, door=as_hr(town))


def test_how_the_points_stand_is_a_line_away_where_there_is_no_room(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("28 of 28", "2022")
        assert "carried out in time" not in me.text
        await me.press("end", "enter")
        await me.reads("How they stand", "carried out in time")
        await me.press("escape")
        await me.reads("28 of 28")

    at_figure(town.desk.store.path, walk, door=as_hr(town))


def test_hr_takes_over_an_example_of_targets_and_sets_one(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("28 of 28")
        await me.press("e")
        await me.reads("target 90 %")
        await me.press("t")
        await me.at("TargetForm")
        await me.type("95")
        await me.press("ctrl+s")
        await me.reads("target 95 %")
        await me.press("t")
        await me.at("TargetForm")
        await me.press("backspace", "backspace", "ctrl+s")
        await me.reads("target 90 %")

    at_figure(town.desk.store.path, walk, door=as_hr(town))


def test_a_manager_sets_no_targets_and_reads_the_own_peoples_points(town: Town) -> None:
    librarian = town.managers["Biblioteket"]

    async def walk(me: Visitor) -> None:
        await me.reads("With those you lead", "3 of 3")
        assert "target" not in me.text.splitlines()[-1]
        await me.press("t", "e")
        await me.at("FigureScreen")
        await me.press("enter")
        await me.reads("with those you lead", "Boka kursen")
        await me.press("enter")
        await me.at("ActionScreen")

    at_figure(town.desk.store.path, walk, door=let_in(town.desk, librarian))


def test_an_employee_sees_the_own_figure_alone(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Your own plan", "1 of 1", "Over the years")
        assert "Kommunen" not in me.text
        await me.press("enter")
        await me.reads("your own plan", "Boka kursen")
        await me.press("escape", "r")
        await me.at("ReadingScreen")
        await me.reads("A point counts that stands in a plan")

    at_figure(town.desk.store.path, walk, door=let_in(town.desk, town.employee))


def test_the_years_stand_beside_the_units_where_there_is_room(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("How they stand", "2022")
        assert "Over the years" in me.row("Points fulfilled")

    at_figure(town.desk.store.path, walk, door=as_hr(town), size=(120, 40))


def test_plain_signs_alone_draw_the_bars(town: Town) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("################")
        assert "━" not in me.text

    chosen = Settings(language="en", ascii=True)
    at_figure(town.desk.store.path, walk, door=as_hr(town), chosen=chosen)


def test_in_a_file_of_two_there_is_the_own_figure(room: Room) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1)))

    async def walk(me: Visitor) -> None:
        await me.reads("With those you lead", "One more is not counted")

    at_figure(room.desk.store.path, walk)


@pytest.mark.parametrize("width", [1, 7, 20])
def test_a_bar_is_as_wide_as_it_is_asked_to_be_and_full_only_of_all(width: int) -> None:
    for target in (None, 0, 50, 100):
        drawn = {share: bar(share, width, target, plain=True) for share in (None, *range(101))}
        assert {len(text) for text in drawn.values()} == {width}
    assert [share for share in range(101) if bar(share, 20, plain=True) == "#" * 20] == [100]
    assert [share for share in range(101) if "#" not in bar(share, 20, plain=True)] == [0]


def test_what_stood_in_the_way_is_said_with_the_outcome(room: Room) -> None:
    action = room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 11, 1)))
    room.desk.conversations.begin(room.me, room.conversation)

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"outcome:{action.id}:{room.conversation.id}")  # type: ignore[arg-type]  # a Place
        await me.at("OutcomeForm")
        await me.reads("The cause", "choose what comes closest")
        fill(me.screen, {"carried_out": "no", "cause": "resources"})
        await me.press("ctrl+s")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)
    outcome = room.desk.actions.get(room.me, action.id).outcome
    assert outcome is not None
    assert outcome.cause is Cause.RESOURCES
