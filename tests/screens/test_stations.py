"""The four stations by keyboard, on a real file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ijtui.domain.action import Extent
from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Mark, Party
from ijtui.domain.text import TextKey, TextKind
from ijtui.widgets.editor import Editor
from ijtui.widgets.field import Field
from ijtui.widgets.heading import Heading
from ijtui.widgets.lines import Lines
from tests.builders import Room, a_goal, a_room, an_action, preparation
from tests.screens.talking import Talker, Walk, talk


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


def rows(talker: Talker) -> list[str]:
    screen = talker.pilot.app.screen
    return [strip.text for strip in screen._compositor.render_strips(screen.size)]


def told(talker: Talker) -> str:
    return "\n".join(line.cells[0] for line in talker.station.query_one("#plan", Lines)._lines)


def first_question(room: Room, key: StationKey) -> str:
    return room.conversation.agenda.station(key).questions[0].id


def test_what_is_typed_is_in_the_file_when_one_goes_on(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        assert isinstance(talker.station.focused, Editor)
        await talker.type("Lugnt nu")
        await talker.press("tab")
        assert talker.note(question) == "Lugnt nu"
        assert talker.now().progress[question].done

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_an_empty_question_is_not_done_by_walking_past_it(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        await talker.press("tab")
        assert question not in talker.now().progress

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_a_pause_saves_within_a_second_without_any_other_key(room: Room) -> None:
    question = first_question(room, StationKey.FUTURE)

    async def walk(talker: Talker) -> None:
        await talker.type("kurs")
        await talker.until(lambda: talker.note(question) == "kurs", seconds=3)

    talk(room, StationKey.FUTURE, walk)


def test_a_mark_goes_round_and_a_risk_becomes_an_agreement_in_one_key(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        await talker.press("f8", "f8")
        assert talker.now().progress[question].mark is Mark.WATCH
        await talker.press("f8", "f6")
        await talker.shows("ActionForm")
        await talker.type("Byt rum")
        await talker.press("ctrl+s")
        await talker.shows("WorkEnvironmentScreen")
        assert talker.now().progress[question].mark is Mark.RISK
        (action,) = talker.room.desk.actions.of(talker.room.me, talker.room.conversation)
        assert (action.what, action.question) == ("Byt rum", question)

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_a_parked_question_waits_at_the_end_and_leads_back(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        await talker.press("f7")
        assert talker.now().progress[question].parked
        await talker.press("escape", "4")
        await talker.shows("DevelopmentPlanScreen")
        lines = talker.station.query_one("#plan", Lines)
        await talker.until(lambda: lines.has_focus)
        await talker.press("end", "enter")
        await talker.shows("WorkEnvironmentScreen")
        await talker.until(lambda: talker.station.here() is not None)
        here = talker.station.here()
        assert here is not None
        assert here[1].id == question

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_a_risk_that_nothing_is_agreed_about_is_told_in_the_plan_until_something_is(room: Room) -> None:
    said = "Balance is marked as a risk. What will you do about it?"

    async def walk(talker: Talker) -> None:
        await talker.press("f8", "f8", "f8", "escape", "4")
        await talker.shows("DevelopmentPlanScreen")
        lines = talker.station.query_one("#plan", Lines)
        await talker.until(lambda: lines.has_focus and said in told(talker))
        await talker.press("end", "enter")
        await talker.shows("WorkEnvironmentScreen")
        await talker.press("f6")
        await talker.shows("ActionForm")
        await talker.type("Byt rum")
        await talker.press("ctrl+s")
        await talker.shows("WorkEnvironmentScreen")
        await talker.press("escape", "4")
        await talker.shows("DevelopmentPlanScreen")
        await talker.until(lambda: told(talker) and said not in told(talker))

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_an_outcome_is_one_key_and_stays_on_the_same_row(room: Room) -> None:
    room.hold(room.conversation)
    earlier = room.desk.actions.add(room.me, room.conversation, an_action("Boka kursen"))
    room.conversation = room.book(starts=room.clock.now + timedelta(days=300))

    async def walk(talker: Talker) -> None:
        await talker.press("y")
        (action,) = talker.room.desk.actions.to_follow_up(talker.room.me, talker.room.conversation)
        assert action.id == earlier.id
        assert action.outcome is not None
        assert action.outcome.carried_out is Extent.YES
        await talker.press("u")
        (action,) = talker.room.desk.actions.to_follow_up(talker.room.me, talker.room.conversation)
        assert action.outcome is None

    talk(room, StationKey.YEAR_BEHIND, walk)


def test_a_no_asks_for_the_reason(room: Room) -> None:
    room.hold(room.conversation)
    room.desk.actions.add(room.me, room.conversation, an_action("Boka kursen"))
    room.conversation = room.book(starts=room.clock.now + timedelta(days=300))

    async def walk(talker: Talker) -> None:
        await talker.press("x")
        await talker.shows("OutcomeForm")

    talk(room, StationKey.YEAR_BEHIND, walk)


def test_a_goal_is_stored_with_what_makes_it_smart(room: Room) -> None:
    async def walk(talker: Talker) -> None:
        await talker.press("escape", "ctrl+n")
        await talker.shows("GoalForm")
        form = talker.pilot.app.screen
        await talker.type("Leda ett delprojekt")
        form.query_one("#field-measure Editor", Editor).replace_text("Utvärderat")
        form.query_one("#field-due Editor", Editor).replace_text("2027-06-30")
        await talker.press("ctrl+s")
        await talker.shows("FutureScreen")
        (goal,) = talker.room.desk.goals.of(talker.room.me, talker.room.conversation)
        assert (goal.title, goal.measure, goal.due) == (
            "Leda ett delprojekt",
            "Utvärderat",
            date(2027, 6, 30),
        )

    talk(room, StationKey.FUTURE, walk)


def test_the_private_note_is_nobody_elses(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        await talker.press("f4")
        await talker.type("hemligt")
        await talker.press("escape")
        mine = TextKey(room.conversation.id, question, TextKind.PRIVATE, talker.station.talk.me)
        assert talker.room.desk.texts.read(talker.room.me, mine).body == "hemligt"
        assert "hemligt" not in str(talker.room.desk.plans.record(talker.room.me, room.conversation.id))

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_undo_survives_a_visit_to_another_station(room: Room) -> None:
    question = first_question(room, StationKey.WORK_ENVIRONMENT)

    async def walk(talker: Talker) -> None:
        await talker.type("ett")
        await talker.press("escape", "3")
        await talker.shows("FutureScreen")
        await talker.press("escape", "2")
        await talker.shows("WorkEnvironmentScreen")
        here = next(view for view, found in talker.station.views() if found.id == question)
        assert here.editor is not None
        here.editor.focus()
        await talker.press("ctrl+z")
        assert here.editor.text == ""

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_leaving_the_text_and_then_the_talk_goes_one_step_at_a_time(room: Room) -> None:
    async def walk(talker: Talker) -> None:
        await talker.press("escape")
        assert isinstance(talker.station.focused, Heading)
        await talker.press("escape")
        await talker.shows("TodayScreen")

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_concluding_asks_once_and_shows_the_minutes(room: Room) -> None:
    async def walk(talker: Talker) -> None:
        await talker.press("c")
        await talker.shows("ConfirmScreen")
        await talker.press("down", "enter")
        await talker.shows("MinutesScreen")
        assert talker.now().edition == 1

    talk(room, StationKey.DEVELOPMENT_PLAN, walk)


def test_markup_in_what_people_write_is_shown_as_it_is(room: Room) -> None:
    hostile = "[x] [/] [@click=app.quit]q[/]"
    room.desk.actions.add(room.me, room.conversation, an_action(hostile))

    async def walk(talker: Talker) -> None:
        lines = talker.station.query_one("#plan", Lines)
        drawn = [
            "".join(segment.text for segment in lines.render_line(row)) for row in range(lines.size.height)
        ]
        assert any(hostile[:20] in row for row in drawn)

    talk(room, StationKey.DEVELOPMENT_PLAN, walk, size=(120, 40))


def test_what_is_missing_leads_to_where_it_is_mended(room: Room) -> None:
    goal = room.desk.goals.add(
        room.me, room.conversation, a_goal("Leda ett delprojekt", support="", due=None)
    )

    async def walk(talker: Talker) -> None:
        lines = talker.station.query_one("#plan", Lines)
        await talker.until(lambda: lines.has_focus)
        await talker.press("down", "enter")
        await talker.shows("GoalForm")
        await talker.press("escape")
        await talker.shows("DevelopmentPlanScreen")
        assert lines.key.endswith(f":goal:{goal.id}")

    talk(room, StationKey.DEVELOPMENT_PLAN, walk)


def test_where_there_is_no_goal_the_key_is_one_that_works_while_one_writes(room: Room) -> None:
    async def walk(talker: Talker) -> None:
        await talker.until(lambda: isinstance(talker.station.focused, Editor))
        assert any("Press ^n to write one." in row for row in rows(talker))
        await talker.press("ctrl+n")
        await talker.shows("GoalForm")
        await talker.pilot.pause()
        assert "^t template" in rows(talker)[-1]

    talk(room, StationKey.FUTURE, walk)


def test_ones_own_preparation_is_marked_until_the_other_may_see_it(room: Room) -> None:
    question = first_question(room, StationKey.FUTURE)
    room.write(room.me, preparation(Party.MANAGER, question), "\n\nFler mål")

    def shows(opened: bool) -> Walk:
        async def walk(talker: Talker) -> None:
            await talker.until(lambda: isinstance(talker.station.focused, Editor))
            (name,) = [row[7:17] for row in rows(talker) if "Fler mål" in row]
            assert name.rstrip() == ("You" if opened else "You,")

        return walk

    talk(room, StationKey.FUTURE, shows(opened=False))
    room.conversation = room.desk.texts.open_preparation(room.me, room.conversation)
    talk(room, StationKey.FUTURE, shows(opened=True))


def test_feedback_begins_with_what_is_said_not_with_to_whom(room: Room) -> None:
    async def walk(talker: Talker) -> None:
        await talker.press("escape", "f")
        await talker.shows("FeedbackForm")
        await talker.type("good work")
        assert talker.pilot.app.screen.query_one("#field-positive", Field).value == "good work"

    talk(room, StationKey.FUTURE, walk)
