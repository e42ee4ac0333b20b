"""The conversations beside the annual one, by keyboard: a quarter, an evaluation, somebody who is new."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import State
from ijtui.domain.text import TextKey, TextKind
from ijtui.screens.going import go_to
from ijtui.screens.station import Station
from ijtui.widgets.editor import Editor
from ijtui.widgets.field import Field
from ijtui.widgets.lines import Line, Lines
from ijtui.widgets.stepper import Stepper
from tests.builders import a_person
from tests.screens.visit import Visitor, visit
from tests.small_year import SmallYear, a_small_year, an_agenda_of

JANUARY = datetime(2027, 1, 14, 9, 0)


@pytest.fixture
def year(tmp_path: Path) -> SmallYear:
    return a_small_year(tmp_path, "en")


def walk_through(year: SmallYear, walk: object, *, size: tuple[int, int] = (80, 24)) -> None:
    room = year.room
    visit(room.desk.store.path, walk, size=size, clock=room.clock)  # type: ignore[arg-type]  # a Walk, given by tests


async def begin(me: Visitor, conversation: int) -> Station:
    """Open a booked conversation and begin it, which is asked for where it is booked for another day."""
    go_to(me.screen, f"conversation:{conversation}")  # type: ignore[arg-type]  # every screen of ours is a Place
    await me.at("PreparationScreen")
    await me.until(lambda: me.screen.focused is not None)
    await me.press("b")
    await me.until(lambda: isinstance(me.screen, Station) and me.screen.focused is not None)
    assert isinstance(me.screen, Station)
    return me.screen


async def leave_text(me: Visitor) -> None:
    """Go where digits and letters are keys."""
    if isinstance(me.screen.focused, Editor):
        await me.press("escape")


def value(me: Visitor, name: str) -> str:
    return me.screen.query_one(f"#field-{name}", Field).value


def test_a_quarter_goes_from_booking_to_its_short_summary_by_keys(year: SmallYear) -> None:
    room = year.room
    room.clock.now = JANUARY

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"booking:new:{room.employee.id}")  # type: ignore[arg-type]  # every screen of ours is a Place
        await me.at("BookingForm")
        await me.reads("Length in minutes")
        await me.until(lambda: me.screen.query_one("#field-agenda", Field).has_focus_within)
        assert value(me, "agenda") == "en:quarterly"
        assert value(me, "minutes") == "30"
        me.screen.query_one("#field-day", Field).value = "2027-01-14"
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        await me.press("b")
        await me.until(lambda: isinstance(me.screen, Station) and me.screen.focused is not None)
        await me.reads("Evaluation 0/10 min", "( ) Feedback", "( ) Next steps", "Goals and their course")
        await me.reads("Leveransen är godkänd.", "Gå kursen i tillgänglighet")
        await me.press("y")
        await me.press("tab")
        await me.until(lambda: isinstance(me.screen.focused, Editor))
        await me.type("Kursen")
        await me.press("escape", "2")
        await me.at("FeedbackScreen")
        await me.until(lambda: me.screen.focused is not None)
        await leave_text(me)
        await me.press("3")
        await me.at("DevelopmentPlanScreen")
        await me.reads("Goals that go on", "Leda ett delprojekt")
        await leave_text(me)
        await me.press("c")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("MinutesScreen")
        await me.reads("Short summary · Erik Ek", "Evaluation:", "What was reached: Kursen")
        await me.press("s")
        await me.reads("Minutes · Erik Ek", "## Evaluation")
        await me.press("s", "e")
        await me.at("ExportForm")
        await me.reads("Format")
        assert value(me, "format") == "short"

    walk_through(year, walk)
    held = [item for item in room.desk.conversations.all(room.me) if item.state is State.HELD]
    assert [item.agenda.kind for item in held] == [Kind.QUARTERLY, Kind.QUARTERLY]


def test_an_evaluation_opens_with_its_year_and_leads_to_where_a_line_comes_from(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        station = await begin(me, year.evaluation.id)
        await me.press("3")
        await me.press("1")
        material = station.query_one("#material", Lines)
        material.focus()
        await me.press("home")
        assert material.key.endswith(f"goal:{year.growing.id}")
        await me.reads("40 %, at risk")
        await me.press("end")
        await me.reads("From the journal", "Första demon")
        assert "entry:" in material.key
        await me.press("enter")
        await me.until(lambda: me.screen is not station)
        await me.reads("Gick bättre än väntat")

    walk_through(year, walk, size=(100, 40))


def test_the_marked_line_of_a_long_material_is_in_sight_on_the_smallest_screen(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        station = await begin(me, year.evaluation.id)
        material = station.query_one("#material", Lines)
        material.show([Line((f"line {number}",), f"line:{number}") for number in range(40)])
        material.focus()
        await me.press("end")
        await me.reads(">  line 39")
        await me.press("up", "up", "up")
        await me.reads(">  line 36")
        await me.press("home")
        await me.reads(">  line 0")

    walk_through(year, walk)


def test_what_is_followed_up_above_is_not_listed_twice(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        await begin(me, year.evaluation.id)
        await me.reads("Agreed before")
        assert me.text.count("Gå kursen i tillgänglighet") == 1

    walk_through(year, walk, size=(100, 60))


def test_somebody_who_is_new_sets_first_goals(year: SmallYear) -> None:
    room = year.room
    new = room.book(agenda=an_agenda_of("onboarding", "en"), starts=room.clock.now)

    async def walk(me: Visitor) -> None:
        station = await begin(me, new.id)
        steps = station.query_one(Stepper).steps
        assert [step.name for step in steps] == ["Welcome", "The first goals", "Support and next steps"]
        assert not station.query("#material")
        await me.press("escape")
        await me.press("2")
        await me.at("FutureScreen")
        await me.until(lambda: me.screen.focused is not None)
        await me.press("escape", "m")
        await me.at("GoalForm")

    walk_through(year, walk)


def test_digits_go_to_the_stations_there_are(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        station = await begin(me, year.evaluation.id)
        titles = [command.action for command in station.commands() if "station_at" in command.action]
        assert titles == ["station_at(1)", "station_at(2)", "station_at(3)"]

    walk_through(year, walk)


def test_feedback_that_is_not_opened_says_nothing_where_both_look(year: SmallYear) -> None:
    room = year.room
    quarter = room.book(agenda=an_agenda_of("quarterly", "en"), starts=room.clock.now)

    async def walk(me: Visitor) -> None:
        await begin(me, quarter.id)
        await leave_text(me)
        await me.press("2")
        await me.at("FeedbackScreen")
        await me.reads("to Erik", "only you see this")
        assert "Säg till tidigare" not in me.text
        await me.until(lambda: isinstance(me.screen.focused, Lines))
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.reads("Säg till tidigare")

    walk_through(year, walk)


def preparation_of(year: SmallYear) -> str:
    room = year.room
    party = year.evaluation.party_of(room.me)
    key = TextKey(year.evaluation.id, "year-results", TextKind.PREPARATION, party)
    return room.desk.texts.read(room.me, key).body


async def prepare(me: Visitor, year: SmallYear) -> None:
    go_to(me.screen, f"conversation:{year.evaluation.id}")  # type: ignore[arg-type]  # every screen of ours is a Place
    await me.at("PreparationScreen")
    await me.until(lambda: me.screen.focused is not None)
    await me.press("tab")
    await me.until(lambda: isinstance(me.screen.focused, Editor))


def test_a_noted_line_is_inserted_with_one_key_where_there_is_little_room(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        await prepare(me, year)
        await me.type("Se")
        await me.press("ctrl+g")
        await me.at("Pick")
        await me.type("demon")
        await me.press("enter")
        await me.at("PreparationScreen")
        assert isinstance(me.screen.focused, Editor)
        await me.press("escape")

    walk_through(year, walk)
    assert preparation_of(year) == "Se\nErik: Första demon. Gick bättre än väntat. (journal 2026-05-12)"


def test_where_there_is_room_what_was_noted_stands_beside_the_questions(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        await prepare(me, year)
        answer = me.screen.focused
        await me.type("En lång rad som behöver brytas när det blir trångt vid sidan om den här texten här.")
        await me.press("ctrl+g")
        await me.reads("Goals and their course", "En lång rad", "insert")
        assert isinstance(me.screen.focused, Lines)
        await me.until(lambda: answer is not None and answer.size.width < 70)
        await me.reads("trångt vid", "den här texten här.")
        await me.press("down", "enter")
        assert me.screen.focused is answer
        await me.reads("Planen är klar. (check-in 2026-03-20)", "Goals and their course")
        await me.press("ctrl+g", "escape")
        assert me.screen.focused is answer
        assert "Goals and their course" not in me.text
        await me.press("ctrl+z")
        assert isinstance(answer, Editor)
        assert "Planen är klar." not in answer.text

    walk_through(year, walk, size=(120, 36))


def test_one_opens_a_question_before_something_can_be_inserted(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"conversation:{year.evaluation.id}")  # type: ignore[arg-type]  # every screen of ours is a Place
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is not None)
        await me.press("ctrl+g", "enter")
        await me.reads("Open a question first")
        await me.press("escape")
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is me.screen.query_one("#before"))

    walk_through(year, walk, size=(120, 36))


def test_the_arrow_keys_stay_among_the_questions(year: SmallYear) -> None:
    async def walk(me: Visitor) -> None:
        await prepare(me, year)
        await me.press("ctrl+g", "ctrl+g", "escape", "end", "down", "down")
        assert me.screen.focused is not me.screen.query_one("#noted Lines")

    walk_through(year, walk, size=(120, 36))


def test_for_somebody_one_never_talked_with_there_is_a_reminder_and_no_more(year: SmallYear) -> None:
    room = year.room
    new = room.desk.people.add(room.me, a_person("Omar Haddad", manager=room.me.id))

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"booking:new:{new.id}")  # type: ignore[arg-type]  # every screen of ours is a Place
        await me.reads("Somebody new? There is an onboarding conversation, too.")
        assert value(me, "agenda") == "en:annual"
        me.screen.query_one("#field-agenda", Field).pick("en:onboarding")
        await me.until(lambda: "Somebody new?" not in me.text)
        assert value(me, "minutes") == "45"

    walk_through(year, walk)


def test_who_is_picked_decides_what_is_proposed(year: SmallYear) -> None:
    room = year.room
    room.clock.now = JANUARY

    async def walk(me: Visitor) -> None:
        go_to(me.screen, "booking:new")  # type: ignore[arg-type]  # every screen of ours is a Place
        await me.reads("Length in minutes")
        assert (value(me, "agenda"), value(me, "minutes")) == ("en:annual", "75")
        me.screen.query_one("#field-person", Field).pick(str(room.employee.id))
        await me.until(lambda: (value(me, "agenda"), value(me, "minutes")) == ("en:quarterly", "30"))

    walk_through(year, walk)
