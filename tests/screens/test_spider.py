"""Comparing by keyboard, on a real file: spider and table, what is agreed, and a goal of a gap."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.agenda import Kind
from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Goal
from ijtui.screens.going import go_to
from ijtui.screens.spider import SpiderScreen
from ijtui.screens.spider_commands import COMPARING
from ijtui.settings import Settings
from ijtui.widgets.lines import Lines
from ijtui.widgets.spider import Spider
from tests.assessing import a_profile, assess, rate_all
from tests.builders import NOW, Room, a_room, an_agenda
from tests.screens.visit import Visitor, Walk, visit

EMPLOYEE = {"code": 3, "tests": 0, "design": 2, "teamwork": 3}
MANAGER = {"code": 3, "tests": 1, "design": 3, "teamwork": 4}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


@pytest.fixture
def rated(room: Room) -> Room:
    """Both have submitted: the tests are furthest below the requirement, then the design."""
    assess(room, room.conversation, EMPLOYEE, MANAGER)
    return room


def compare(
    room: Room, walk: Walk, *, size: tuple[int, int] = (80, 24), chosen: Settings | None = None
) -> None:
    """Open the comparison of the room's conversation and walk."""

    async def there(me: Visitor) -> None:
        go_to(me.screen, f"spider:{room.conversation.id}")  # type: ignore[arg-type]  # it is a Place
        await me.at("SpiderScreen")
        await me.until(lambda: me.screen.focused is not None)
        await walk(me)

    visit(room.desk.store.path, there, size=size, clock=room.clock, chosen=chosen)


def stored(room: Room) -> Assessment:
    found = room.desk.competences.of(room.me, room.conversation)
    assert found is not None
    return found


def goals(room: Room) -> tuple[Goal, ...]:
    return room.desk.goals.of(room.me, room.conversation)


def test_the_table_begins_with_what_is_furthest_below_the_requirement(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Erik you req agreed", "Furthest below the requirement")
        titles = [row for row in me.rows if any(title in row[40:] for title in ("Kod", "Test", "Ark", "Sam"))]
        assert [row[40:].split()[-5:] for row in titles] == [
            ["Test", "0", "1", "3", "–"],
            ["Arkitektur", "2", "3", "3", "–"],
            ["Kod", "3", "3", "3", "–"],
            ["Samarbete", "3", "4", "3", "–"],
        ]

    compare(rated, walk)


def test_a_digit_stores_the_agreed_level_and_goes_to_the_next(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("1", "3")
        assert {key: said.level for key, said in stored(rated).agreed.items()} == {"tests": 1, "design": 3}
        assert me.screen.query_one(Lines).key == "code"
        await me.reads("2 of 4 settled")

    compare(rated, walk)


def test_no_line_moves_away_while_the_two_talk(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3")  # nothing is lacking there any more
        await me.press("home")
        assert me.screen.query_one(Lines).key == "tests"

    compare(rated, walk)


def test_what_was_come_to_can_be_taken_back(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("1", "up", "u")
        assert stored(rated).agreed == {}

    compare(rated, walk)


def test_seeing_it_differently_takes_both_reasons_and_no_level(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("o")
        await me.at("DifferForm")
        await me.type("Jag testar mer")
        await me.press("ctrl+s")
        await me.reads("how each of you sees it")
        await me.press("tab")
        await me.type("Jag ser luckor")
        await me.press("ctrl+s")
        await me.at("SpiderScreen")
        said = stored(rated).agreed["tests"]
        assert said.level is None
        assert said.reasons == {Party.EMPLOYEE: "Jag testar mer", Party.MANAGER: "Jag ser luckor"}
        await me.reads("differ", "Erik: Jag testar mer")

    compare(rated, walk)


def test_a_gap_becomes_a_goal_that_keeps_the_link_and_is_not_made_twice(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("m")
        await me.at("GapGoalForm")
        await me.reads("Test", "Test på nivå 3")
        await me.press("ctrl+s")
        await me.at("SpiderScreen")
        await me.reads("* Test", "there is a goal for it")
        assert [(goal.assessment, goal.competence) for goal in goals(rated)] == [(stored(rated).id, "tests")]
        await me.press("m")
        await me.at("GoalForm")
        await me.press("escape")
        assert len(goals(rated)) == 1

    compare(rated, walk)


def test_a_goal_that_was_begun_is_found_among_the_drafts(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("m")
        await me.at("GapGoalForm")
        await me.press("end")
        await me.type(" snart")
        await me.press("escape")
        await me.at("SpiderScreen")
        draft = next(iter(rated.desk.drafts.all(rated.me)))
        await me.press("escape")
        await me.at("TodayScreen")
        go_to(me.screen, f"draft:{draft.form}")  # type: ignore[arg-type]  # it is a Place
        await me.at("GapGoalForm")
        await me.reads("snart")

    compare(rated, walk)


def test_enter_reads_what_the_levels_mean_and_who_stands_where(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.at("ReadingScreen")
        await me.reads("1 limited · you", "Test på nivå 1", "3 good · requirement")

    compare(rated, walk)


def test_the_spider_can_be_put_aside(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert me.screen.query_one(Spider).display
        await me.press("t")
        assert not me.screen.query_one(Spider).display
        await me.press("t")
        assert me.screen.query_one(Spider).display

    compare(rated, walk)


def test_the_marked_competence_is_marked_in_the_spider(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert me.screen.query_one(Spider).here == 1
        await me.press("down")
        await me.until(lambda: me.screen.query_one(Spider).here == 2)

    compare(rated, walk)


def test_the_spider_fits_its_window_whatever_becomes_of_it(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        spider = me.screen.query_one(Spider)
        for size in ((120, 40), (66, 20), (100, 24)):
            await me.pilot.resize_terminal(*size)
            await me.until(lambda: spider.size.width and spider.size.width <= me.app.size.width // 2)
            assert "Kod" in me.text[: me.text.index("o Erik")]
        await me.pilot.resize_terminal(60, 18)
        await me.until(lambda: not spider.display)

    compare(rated, walk)


def test_every_key_in_the_row_of_keys_does_something(rated: Room) -> None:
    rated.desk.competences.agree(rated.me, rated.conversation, "tests", 1)

    async def walk(me: Visitor) -> None:
        place = me.screen
        assert isinstance(place, SpiderScreen)
        commands = [command for command in place.commands() if command in COMPARING and command.short]
        assert len(commands) > 5
        for key in [place.keys_of(command)[0] for command in commands]:
            shown = me.text
            await me.press(key)
            assert me.screen is not place or me.text != shown, key
            while me.screen is not place and place in me.app.screen_stack:
                me.app.pop_screen()
                await me.pilot.pause()

    compare(rated, walk, size=(140, 40))


def test_showing_begins_with_the_competences(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f9")
        await me.at("PresentationScreen")
        await me.reads("SHOWING", "Competences")

    compare(rated, walk)


def test_in_plain_signs_the_table_alone_says_it_in_words(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Test: Erik 0, you 1, requirement 3")
        assert not me.screen.query_one(Spider).display

    compare(rated, walk, chosen=Settings(language="en", ascii=True))


@pytest.mark.parametrize("size", [(60, 18), (62, 20), (80, 24), (120, 40)])
def test_the_table_can_be_read_in_every_window(rated: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Arkitektur", "Samarbete", "agreed")
        assert me.screen.query_one(Spider).display == (size[0] >= 64)

    compare(rated, walk, size=size)


def test_before_both_have_submitted_it_is_said_whose_ratings_are_missing(room: Room) -> None:
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    rate_all(room, room.conversation, Party.EMPLOYEE, 4)

    async def walk(me: Visitor) -> None:
        await me.reads("you 0/4 · not submitted yet", "Erik 4/4 · submitted")
        assert "Test" not in me.text
        await me.press("1")
        assert stored(room).agreed == {}
        await me.press("r")
        await me.at("RatingsScreen")

    compare(room, walk)


def test_last_times_levels_are_drawn_when_asked_for(room: Room) -> None:
    assess(room, room.conversation, 1, 1)
    for competence in a_profile().competences:
        room.desk.competences.agree(room.me, room.conversation, competence.id, 1)
    room.hold(room.conversation)
    room.clock.forward(days=300)
    room.conversation = room.book()
    assess(room, room.conversation, EMPLOYEE, MANAGER)

    async def walk(me: Visitor) -> None:
        year = str(NOW.year)
        assert year in me.row("agreed"), "a wide window has a column for it"
        assert year not in me.row("o Erik")
        await me.press("l")
        await me.until(lambda: year in me.row("o Erik"))

    compare(room, walk, size=(120, 40))


def test_a_level_that_another_session_agreed_on_is_not_written_over(rated: Room) -> None:
    async def walk(me: Visitor) -> None:
        rated.desk.competences.agree(rated.me, rated.conversation, "tests", 4)
        await me.press("1")
        assert stored(rated).agreed["tests"].level == 4
        (said,) = [note.message for note in me.app._notifications]
        assert "changed in another session" in said

    compare(rated, walk)


def test_from_two_ratings_to_an_agreed_level_and_a_goal_by_keys_alone(room: Room) -> None:
    """The employee has rated; the manager rates before the talk, both compare in it and make a goal."""
    room.desk.competences.begin(room.employee, room.conversation, a_profile())
    rate_all(room, room.conversation, Party.EMPLOYEE, EMPLOYEE)

    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.reads("Erik 4/4 · you 0/4 · s goes on")
        await me.press("s")
        await me.at("RatingsScreen")
        await me.press("3", "1", "3", "4", "enter")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("SpiderScreen")
        await me.press("escape")
        await me.at("PreparationScreen")
        await me.press("b")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.until(lambda: "min" in me.row("Utvecklingssamtal"))
        await me.press("escape", "3")
        await me.at("FutureScreen")
        await me.reads("2 below the requirement · 0 of 4 settled")
        await me.press("escape", "s")
        await me.at("SpiderScreen")
        await me.press("1", "up", "m")
        await me.at("GapGoalForm")
        await me.press("ctrl+s")
        await me.at("SpiderScreen")
        await me.press("escape")
        await me.at("FutureScreen")
        await me.reads("1 of 4 settled", "Test på nivå 3")
        (goal,) = goals(room)
        assert (goal.assessment, goal.competence) == (stored(room).id, "tests")
        assert stored(room).agreed["tests"].level == 1

    visit(room.desk.store.path, walk, clock=room.clock, size=(80, 40))


def test_other_conversations_rate_no_competences_unless_they_have_begun_to(room: Room) -> None:
    room.conversation = room.book(agenda=replace(an_agenda(), kind=Kind.QUARTERLY), starts=NOW)

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"conversation:{room.conversation.id}")  # type: ignore[arg-type]  # it is a Place
        await me.at("PreparationScreen")
        await me.reads("Preparations")
        assert "competence" not in me.text
        await me.press("s")
        await me.at("PreparationScreen")

    visit(room.desk.store.path, walk, clock=room.clock, size=(80, 40))


def test_names_and_reasons_stand_there_as_they_are_written(room: Room) -> None:
    hostile = "[b]x[/] [@click=app.quit]"
    profile = a_profile(competences=tuple(replace(one, title=hostile) for one in a_profile().competences))
    assess(room, room.conversation, EMPLOYEE, MANAGER, profile)
    reasons = dict.fromkeys(Party, hostile)
    room.desk.competences.differ(room.me, room.conversation, "tests", reasons)

    async def walk(me: Visitor) -> None:
        assert me.text.count("[b]x[/] [@click") >= 4
        await me.reads(f"Erik: {hostile}")
        await me.press("enter")
        await me.at("ReadingScreen")
        await me.reads(f"Maria: {hostile}")

    compare(room, walk, size=(120, 40))
