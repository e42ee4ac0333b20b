"""Training, recognition and the next step by keyboard, as manager and as employee."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.advancement import Reached
from ijtui.domain.person import Part
from ijtui.domain.recognition import RecognitionKind
from ijtui.domain.training import Training, TrainingState
from ijtui.errors import BadInput
from ijtui.screens.care_words import kronor, read_kronor, read_number, thousands
from tests.builders import Room, a_desk, a_person, a_room
from tests.screens.visit import Visitor, visit

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


async def open_care(me: Visitor) -> None:
    await me.press("3", "enter")
    await me.at("PersonScreen")
    await me.press("c")
    await me.at("CareScreen")


def test_an_empty_page_says_what_to_press(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.reads(
            "0 of 5\u00a0000 kr, 5\u00a0000 kr left",
            "Press t to ask for one",
            "Press r to write down what is given",
            "The next step: Lead of a sub-project · 0 of 5 met",
            "0 of 12 months",
            "It shows the way and promises nothing.",
        )

    visit(room.desk.store.path, walk)


def test_a_course_is_asked_for_approved_and_taken(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.press("t")
        await me.at("TrainingForm")
        await me.type("Kurs")
        await me.press("tab")
        await me.type("6 000 kr")
        await me.reads("That is 1\u00a0000 kr more than is left for 2026; the manager decides.")
        await me.press("tab")
        await me.type("3 dec")
        await me.press("ctrl+s")
        await me.at("CareScreen")
        await me.reads("asked for 6\u00a0000 kr")
        await me.press("down", "a")
        await me.reads("6\u00a0000 of 5\u00a0000 kr, 1\u00a0000 kr more than there is")
        await me.press("u")
        await me.reads("taken 6\u00a0000 kr")

    visit(room.desk.store.path, walk)
    [course] = room.desk.care.trainings(room.me, room.employee, 2026)
    assert (course.state, course.decided_by, course.day) == (
        TrainingState.USED,
        room.me.id,
        date(2026, 12, 3),
    )


def test_a_course_is_declined_and_taken_away(room: Room) -> None:
    room.desk.care.ask_for_training(room.me, room.employee, Training(0, "Kurs", 900, date(2026, 12, 1)))

    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.press("down", "n")
        await me.reads("declined")
        await me.press("x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.reads("No course this year")

    visit(room.desk.store.path, walk)


def test_the_budget_of_another_year_is_set(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.press("right")
        await me.reads("Training 2027")
        await me.press("b")
        await me.at("BudgetForm")
        await me.reads("The usual amount is 5\u00a0000 kr.")
        await me.type("8000")
        await me.press("ctrl+s")
        await me.reads("0 of 8\u00a0000 kr")
        await me.press("left")
        await me.reads("Training 2026", "0 of 5\u00a0000 kr")

    visit(room.desk.store.path, walk)


def test_recognition_is_written_down_within_its_bounds(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.press("r")
        await me.at("RecognitionForm")
        await me.type("Demon i maj")
        await me.press("tab", "right", "tab")
        await me.type("4")
        await me.press("ctrl+s")
        await me.reads("One to 3 extra days off can be given at a time.")
        await me.press("backspace")
        await me.type("2")
        await me.press("ctrl+s")
        await me.at("CareScreen")
        await me.reads("Demon i maj", "2 days off")

    visit(room.desk.store.path, walk)
    [given] = room.desk.care.recognitions(room.employee, room.employee, *YEAR)
    assert (given.kind, given.days, given.amount, given.giver) == (
        RecognitionKind.DAYS,
        2,
        0,
        room.me.id,
    )


def test_a_criterion_is_filled_in_and_shows_how_far_it_is(room: Room) -> None:
    room.desk.care.reach(room.me, room.employee, "sub-project-lead", "plan", Reached(1, "Våren 2026"))

    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.reads("1 of 5 met")
        await me.press("down", "enter")
        await me.at("ReachedForm")
        await me.reads("Asked for: 12 months.")
        await me.type("8")
        await me.press("ctrl+s")
        await me.at("CareScreen")
        await me.reads("8 of 12 months")
        await me.press("end", "enter")
        await me.at("ReachedForm")
        await me.reads("Now: yes,", "written by you", "Våren 2026")

    visit(room.desk.store.path, walk)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A file that its employee owns; the manager has no login."""
    desk = a_desk(tmp_path)
    me = desk.people.first_run("Åsa Berg", Part.EMPLOYEE)
    manager = desk.people.add(me, a_person("Karin Nyström"))
    me = desk.people.change(me, a_person("Åsa Berg", id=me.id, version=me.version, manager=manager.id))
    desk.care.ask_for_training(me, me, Training(0, "Kurs", 900, date(2026, 12, 1)))
    desk.close()
    return tmp_path / "ijtui.db"


def test_the_employee_writes_down_what_the_manager_decides_beside_them(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "down", "enter")
        await me.at("PersonScreen")
        await me.reads("Åsa Berg")
        await me.press("c")
        await me.at("CareScreen")
        await me.press("down", "a")
        await me.reads("Is Karin here beside you, and approves the course?")
        await me.press("down", "enter")
        await me.reads("approved 900 kr")
        await me.press("b")
        await me.at("BudgetForm")
        await me.type("9000")
        await me.press("ctrl+s")
        await me.reads("This is the manager's to say.")
        await me.press("tab", "right", "ctrl+s")
        await me.reads("900 of 9\u00a0000 kr")

    visit(alone, walk)


def test_ones_managers_own_way_forward_is_not_ones_to_see(alone: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "home", "enter")
        await me.at("PersonScreen")
        await me.reads("Karin Nyström")
        assert "Way forward" not in me.text
        await me.press("c")
        await me.reads("There is no person with number")
        assert type(me.screen).__name__ == "PersonScreen"

    visit(alone, walk)


def test_a_mistake_in_ones_own_steps_is_said_and_leaves_the_rest_in_sight(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IJTUI_CONFIG", str(tmp_path))
    (tmp_path / "advancement.toml").write_text('[lead]\ntitle = "Lead"\nroles = 3\n[lead.x]\ntext="a"\n')

    async def walk(me: Visitor) -> None:
        await open_care(me)
        await me.reads("“lead”", "Your own steps can't be read.", "Training 2026")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("3200", 3200), (" 3 200 kr ", 3200), ("3\u00a0200", 3200), ("3.200", 3200), ("500:-", 500), ("", 0)],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: int) -> None:
    assert read_kronor(typed) == amount


@pytest.mark.parametrize("typed", ["-1", "tre", "1,5", "9" * 30, "³"])
def test_what_is_no_amount_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadInput, match="is no amount"):
        read_kronor(typed)
    with pytest.raises(BadInput, match="is no whole number"):
        read_number(typed)


def test_amounts_have_a_space_that_does_not_break() -> None:
    assert (thousands(5_000), thousands(-1_234_567), kronor(500)) == (
        "5\u00a0000",
        "\u22121\u00a0234\u00a0567",
        "500 kr",
    )
