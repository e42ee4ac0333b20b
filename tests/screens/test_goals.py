"""Goals through the year, by keys: the area, a goal's page, check-ins, the end, and what it serves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ijtui.domain.agenda import StationKey
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.goal import Goal, GoalKind, Result
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Part
from ijtui.screens.going import go_to
from ijtui.settings import Settings
from ijtui.widgets.course_line import CourseLine
from ijtui.widgets.editor import Editor
from ijtui.widgets.lines import Lines
from tests.builders import NOW, Room, a_goal, a_person
from tests.screens.talking import Talker, talk
from tests.screens.visit import Visitor, Walk, visit

TODAY = NOW.date()


@pytest.fixture
def goal(room: Room) -> Goal:
    return room.desk.goals.add_for(room.me, room.employee, a_goal("Leda ett delprojekt"))


def at_goals(room: Room, walk: Walk, **options: Any) -> None:
    """Walk from the area of goals."""

    async def there(me: Visitor) -> None:
        await me.press("4")
        await me.at("GoalsScreen")
        await walk(me)

    visit(room.desk.store.path, there, **options)


def at_page(room: Room, goal: Goal, walk: Walk, **options: Any) -> None:
    """Walk from a goal's page."""

    async def there(me: Visitor) -> None:
        go_to(me.screen, f"goal:{goal.id}")  # type: ignore[arg-type]  # a Place
        await me.at("GoalScreen")
        await me.reads(goal.title)
        await walk(me)

    visit(room.desk.store.path, there, **options)


def now(room: Room, goal: Goal) -> Goal:
    return room.desk.goals.get(room.me, goal.id)


def told(room: Room, goal: Goal, progress: int, day: date = TODAY, **changes: Any) -> CheckIn:
    made = replace(CheckIn(goal.id, day, progress, comment="Kursen är klar"), **changes)
    return room.desk.goals.check_in(room.me, goal, made)


def fill(me: Visitor, name: str, text: str) -> None:
    me.screen.query_one(f"#field-{name} Editor", Editor).replace_text(text)


# The area


def test_everybodys_goals_stand_below_their_names_with_how_far_they_are(room: Room, goal: Goal) -> None:
    told(room, goal, 40, course=Course.AT_RISK)
    room.desk.people.add(room.me, a_person("Åsa Berg", manager=room.me.id))
    room.desk.people.add(room.me, a_person("Utan Chef"))

    async def walk(me: Visitor) -> None:
        await me.reads("Erik Ek", "Leda ett delprojekt", "Åsa Berg", "No goal goes on")
        assert all(word in me.row("Leda ett") for word in ("! D1", "40 %", "at risk", "██···"))
        assert "Maria" not in me.text
        assert "Utan Chef" not in me.text

    at_goals(room, walk)


def test_one_who_is_employee_too_has_goals_of_ones_own(room: Room, goal: Goal) -> None:
    room.desk.people.set_part(room.me, Part.BOTH)

    async def walk(me: Visitor) -> None:
        await me.reads("Maria Månsson (you)", "Erik Ek")

    at_goals(room, walk)


def test_an_employee_keeps_goals_alone_before_anybody_has_written_down_a_manager(room: Room) -> None:
    room.desk.people.set_part(room.me, Part.EMPLOYEE)

    async def walk(me: Visitor) -> None:
        await me.reads("Maria Månsson (you)", "No goal goes on")
        await me.press("enter")
        await me.at("GoalForm")
        assert "( ) manager" in me.text
        await me.type("Leda")
        await me.press("ctrl+s")
        await me.at("GoalsScreen")
        await me.reads("D1  Leda")
        await me.press("c")
        await me.at("CheckInForm")
        await me.type("20")
        await me.press("ctrl+s")
        await me.reads("20 % on track")
        assert [goal.person for goal in room.desk.goals.visible(room.me)] == [room.me.id]

    at_goals(room, walk)


def test_the_filter_goes_on_to_all_and_to_the_closed(room: Room, goal: Goal) -> None:
    closed = room.desk.goals.add_for(room.me, room.employee, a_goal("Ett som är klart"))
    room.desk.goals.close(room.me, closed, Result.REACHED)

    async def walk(me: Visitor) -> None:
        assert "Ett som är klart" not in me.text
        await me.press("f")
        await me.reads("Goals · all", "Ett som är klart", "goal reached", "Leda ett delprojekt")
        await me.press("f")
        await me.reads("Goals · closed", "Ett som är klart")
        assert "Leda ett delprojekt" not in me.text

    at_goals(room, walk)


def test_a_goal_is_written_for_the_one_person_there_is(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("GoalForm")
        assert "Both of you see this." in me.text
        await me.type("Leda")
        await me.press("ctrl+s")
        await me.reads("D1  Leda")
        (stored,) = room.desk.goals.visible(room.me)
        assert (stored.person, stored.conversation) == (room.employee.id, None)

    at_goals(room, walk)


def test_where_there_are_several_people_a_new_goal_asks_whose_it_is(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Åsa Berg", manager=room.me.id))

    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("Pick")
        await me.type("åsa")
        await me.press("enter")
        await me.at("GoalForm")
        await me.type("Leda")
        await me.press("ctrl+s")
        await me.reads("D1  Leda")
        assert [goal.person for goal in room.desk.goals.visible(room.me)] == [other.id]

    at_goals(room, walk)


def test_a_fourth_development_goal_gets_a_hint_and_is_stored_all_the_same(room: Room, goal: Goal) -> None:
    for number in (2, 3):
        room.desk.goals.add_for(room.me, room.employee, a_goal(f"Mål {number}"))

    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("GoalForm")
        await me.type("Fyra")
        await me.until(lambda: "three development goals" in str(me.screen.query_one("#advice").render()))
        await me.press("tab", "right")
        await me.until(lambda: "three development" not in str(me.screen.query_one("#advice").render()))
        await me.press("left", "ctrl+s")
        await me.reads("D4  Fyra")

    at_goals(room, walk)


def test_an_unsaved_goal_from_between_waits_on_the_start_screen(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("GoalForm")
        await me.type("Halvt mål")
        await me.press("escape", "1")
        await me.at("TodayScreen")
        await me.reads("a goal")
        await me.press("down")
        await me.reads("x throw away")
        await me.press("enter")
        await me.at("GoalForm")
        await me.reads("Halvt mål")

    at_goals(room, walk)


# A goal's page


def test_a_check_in_is_made_in_a_few_keys(room: Room, goal: Goal) -> None:
    told(room, goal, 40, date(2026, 9, 1), course=Course.AT_RISK)

    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.at("GoalScreen")
        await me.reads("40 % · at risk", "1 Sep")
        await me.press("c")
        await me.at("CheckInForm")
        assert "(x) at risk" in me.text
        await me.type("55")
        await me.press("tab", "left", "ctrl+s")
        await me.at("GoalScreen")
        await me.reads("55 % · on track", "an even pace would be", "● Sat 21 Nov")
        newest = room.desk.goals.check_ins(room.me, goal)[0]
        assert (newest.progress, newest.course, newest.comment) == (55, Course.ON_TRACK, "")

    at_goals(room, walk)


def test_ones_own_check_in_is_changed_and_taken_back(room: Room, goal: Goal) -> None:
    told(room, goal, 40)

    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.at("CheckInForm")
        await me.type("45")
        await me.press("ctrl+s")
        await me.reads("45 % · on track")
        await me.press("d")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("GoalScreen")
        await me.reads("Nobody has said yet")
        assert room.desk.goals.check_ins(room.me, goal) == ()

    at_page(room, goal, walk)


def test_the_others_check_in_is_only_read(room: Room, goal: Goal) -> None:
    theirs = replace(CheckIn(goal.id, NOW.date(), 40), comment="Första raden\nAndra raden")
    room.desk.goals.check_in(room.employee, goal, theirs)

    async def walk(me: Visitor) -> None:
        assert me.screen.check_action("take_back", ()) is False
        await me.press("enter")
        await me.at("ReadingScreen")
        await me.reads("Andra raden")

    at_page(room, goal, walk)


def test_a_reached_goal_is_closed_with_one_key_and_opened_with_another(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("r")
        await me.reads("Goal reached, 2026-11-21")
        assert now(room, goal).result is Result.REACHED
        assert me.screen.check_action("check_in", ()) is False
        await me.press("o")
        await me.until(lambda: now(room, goal).is_open)
        await me.reads("no check-in yet")

    at_page(room, goal, walk)


def test_a_goal_that_was_not_reached_leads_to_its_causes_and_to_an_agreement(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("x")
        await me.at("Pick")
        await me.type("not")
        await me.press("enter")
        await me.at("ShortfallForm")
        await me.reads("It is about the circumstances", "you see to it")
        await me.press("enter")
        await me.at("Pick")
        await me.type("external")
        await me.press("enter")
        await me.at("ShortfallForm")
        fill(me, "because", "Leverantören dröjde")
        fill(me, "next_step", "Boka ett möte i januari")
        me.screen.query_one("#field-agreement Choice").focus()
        await me.press("right", "ctrl+s")
        await me.at("GoalScreen")
        await me.reads("Not reached, 2026-11-21", "external obstacles · Leverantören dröjde")
        assert "Q1 2027: Boka ett möte i januari" in me.text
        assert now(room, goal).result is Result.NOT_REACHED
        (said,) = room.desk.goals.shortfalls(room.me, goal)
        assert said.cause is Cause.OBSTACLES
        (action,) = room.desk.actions.visible(room.me)
        assert (action.what, action.goal, action.due) == (said.next_step, goal.id, date(2027, 3, 31))

    at_page(room, goal, walk)


def test_an_agreement_is_made_for_the_goal_and_shown_below_it(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("ActionForm")
        await me.type("Boka kursen")
        await me.press("ctrl+s")
        await me.at("GoalScreen")
        await me.reads("Agreements", "Boka kursen", "Erik")
        (action,) = room.desk.actions.visible(room.me)
        assert (action.goal, action.conversation) == (goal.id, None)

    at_page(room, goal, walk)


def test_an_entry_in_the_journal_about_a_goal_is_shown_below_it(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("w")
        await me.until(lambda: me.screen.query(Editor))
        await me.type("Kursen gav mycket")
        await me.press("escape")
        await me.at("GoalScreen")
        await me.reads("Journal", "Kursen gav mycket")
        assert [entry.goal for entry in room.desk.journal.of_goal(room.me, goal.id)] == [goal.id]
        assert room.desk.journal.of_goal(room.employee, goal.id) == ()

    at_page(room, goal, walk)


def test_a_cause_is_needed_and_what_was_typed_stays(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("s")
        await me.at("ShortfallForm")
        fill(me, "next_step", "Boka ett möte")
        await me.press("ctrl+s")
        await me.pilot.pause()
        assert type(me.screen).__name__ == "ShortfallForm"
        assert room.desk.goals.shortfalls(room.me, goal) == ()

    at_page(room, goal, walk)


def test_earlier_wordings_are_read_with_who_and_when(room: Room, goal: Goal) -> None:
    room.desk.goals.change(room.me, replace(goal, title="Leda två delprojekt", due=None))

    async def walk(me: Visitor) -> None:
        await me.reads("one earlier wording")
        await me.press("h")
        await me.at("ReadingScreen")
        await me.reads("Maria Månsson", "What is to be reached? Leda ett delprojekt", "By when? 2027-05-31")
        assert "We know it when" not in me.text

    at_page(room, now(room, goal), walk)


def test_changing_a_goal_shows_its_new_words(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("e")
        await me.at("GoalForm")
        fill(me, "title", "Leda tre delprojekt")
        await me.press("ctrl+s")
        await me.at("GoalScreen")
        await me.reads("Leda tre delprojekt", "one earlier wording")

    at_page(room, goal, walk)


def test_a_goal_without_a_story_is_taken_away_from_the_palette(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.screen.run_action("remove")
        await me.until(lambda: not room.desk.goals.visible(room.me))
        await me.at("TodayScreen")

    at_page(room, goal, walk)


def test_a_goal_that_is_gone_says_so(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        go_to(me.screen, "goal:99")  # type: ignore[arg-type]  # a Place
        await me.reads("There is no goal with number 99.")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18)])
@pytest.mark.parametrize("plain", [False, True])
def test_the_page_holds_at_every_size(room: Room, goal: Goal, size: tuple[int, int], plain: bool) -> None:
    told(room, goal, 100, date(2026, 11, 1))
    told(room, goal, 0, date(2025, 1, 1), course=Course.OFF, comment="[b]x[/] \x1b[31m " * 40)
    long = replace(now(room, goal), title="Ett [b]mål[/] " * 9, due=date(9999, 12, 31))
    room.desk.goals.change(room.me, long)

    async def walk(me: Visitor) -> None:
        await me.reads("Development goal · Erik Ek")
        dots = any("\u2800" < sign <= "\u28ff" for sign in str(me.screen.query_one(CourseLine).render()))
        assert dots is not plain

    at_page(room, replace(goal, title="Ett [b]mål"), walk, size=size, chosen=Settings(ascii=plain))


# What it serves


def test_a_goal_serves_what_the_unit_has_set_itself_or_ones_own_words(room: Room, goal: Goal) -> None:
    milestone = room.desk.milestones.add(room.me, Milestone("Digital utveckling", 2027, "Säkra lösningar"))

    async def walk(me: Visitor) -> None:
        await me.press("e")
        await me.at("GoalForm")
        me.screen.query_one("#field-serves Picked").focus()
        await me.press("enter")
        await me.at("Pick")
        await me.type("säkra")
        await me.press("enter", "ctrl+s")
        await me.reads("Goal it serves: Säkra lösningar")
        assert now(room, goal).milestone == milestone.id
        await me.press("e")
        await me.at("GoalForm")
        me.screen.query_one("#field-serves Picked").focus()
        await me.press("enter")
        await me.at("Pick")
        await me.type("Eget")
        await me.press("enter", "ctrl+s")
        await me.reads("Goal it serves: Eget")
        assert now(room, goal).milestone is None

    at_page(room, goal, walk)


def test_the_units_plan_is_written_and_says_how_many_goals_serve_it(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("o")
        await me.at("MilestonesScreen")
        await me.reads("Nothing is written down yet")
        await me.press("n")
        await me.at("MilestoneForm")
        await me.type("Säkra lösningar")
        await me.press("ctrl+s")
        await me.reads("2026", "Säkra lösningar", "operating-plan goal")
        (stored,) = room.desk.milestones.all(room.me)
        room.desk.goals.change(room.me, replace(goal, milestone=stored.id))
        await me.press("x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("MilestonesScreen")
        await me.reads("one goal", "1 directly", "serve something else")
        await me.press("enter")
        await me.at("MilestoneForm")
        fill(me, "year", "27")
        await me.press("ctrl+s")
        await me.reads("Write the year with four digits")

    at_goals(room, walk)


def test_performance_goals_are_numbered_by_themselves(room: Room, goal: Goal) -> None:
    room.desk.goals.add_for(room.me, room.employee, a_goal("Leverera", kind=GoalKind.PERFORMANCE))

    async def walk(me: Visitor) -> None:
        await me.reads("D1  Leda ett delprojekt", "P1  Leverera")

    at_goals(room, walk)


# Elsewhere


def test_goals_that_go_on_stand_in_the_station_about_the_future(room: Room, goal: Goal) -> None:
    told(room, goal, 40)

    async def walk(talker: Talker) -> None:
        lines = talker.station.query_one("#goals", Lines)
        lines.focus()
        lines.action_end(-1)
        await talker.press("enter")
        await talker.shows("GoalScreen")
        await talker.press("c")
        await talker.shows("CheckInForm")
        await talker.type("55")
        await talker.press("ctrl+s")
        await talker.shows("GoalScreen")
        await talker.press("escape")
        await talker.shows("FutureScreen")
        newest = room.desk.goals.check_ins(room.me, goal)[0]
        assert (newest.progress, newest.conversation) == (55, room.conversation.id)

    talk(room, StationKey.FUTURE, walk)


def test_a_persons_page_shows_the_goals_that_go_on(room: Room, goal: Goal) -> None:
    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"person:{room.employee.id}")  # type: ignore[arg-type]  # a Place
        await me.reads("Goals that go on", "D1  Leda ett delprojekt")
        me.screen.query_one("#person", Lines).action_end(-1)
        await me.press("up", "up", "enter")  # above training and the next step
        await me.at("GoalScreen")

    visit(room.desk.store.path, walk)
