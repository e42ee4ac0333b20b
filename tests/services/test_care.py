"""Training, recognition and the next step: whose they are, who decides, and what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.advancement import Advancement, Reached
from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.training import Training, TrainingState
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from tests.builders import NOW, Room, a_person

TODAY = NOW.date()


def a_course(cost: int = 3_200, **changes: Any) -> Training:
    return replace(Training(0, "Kurs i tillgänglighet", cost, date(2026, 12, 3)), **changes)


def some_thanks(kind: RecognitionKind = RecognitionKind.THANKS, **changes: Any) -> Recognition:
    given = Recognition(0, 0, kind, "Du höll ihop leveransen", TODAY)
    return replace(given, **changes)


@pytest.fixture
def stranger(room: Room) -> Person:
    return room.desk.people.add(room.me, a_person("Någon Annan", role="coach"))


def test_five_thousand_kronor_a_year_are_there_from_the_start(room: Room) -> None:
    purse = room.desk.care.purse(room.employee, room.employee, 2026)
    assert (purse.amount, purse.left, purse.set_by) == (5_000, 5_000, None)


def test_what_is_approved_and_used_is_taken_from_the_year_it_takes_place_in(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    asked = care.ask_for_training(employee, employee, a_course())
    assert care.purse(me, employee, 2026).asked == 3_200
    assert care.purse(me, employee, 2026).left == 5_000
    approved = care.decide_training(me, asked, True)
    assert (approved.state, approved.decided_by) == (TrainingState.APPROVED, me.id)
    care.take_training(employee, approved)
    later = care.ask_for_training(employee, employee, a_course(900, day=date(2027, 1, 8)))
    care.decide_training(me, later, True)
    purse = care.purse(employee, employee, 2026)
    assert (purse.used, purse.approved, purse.asked, purse.left) == (3_200, 0, 0, 1_800)
    assert care.purse(me, employee, 2027).left == 4_100


def test_beyond_the_budget_is_said_and_not_refused(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    dear = care.ask_for_training(employee, employee, a_course(6_000))
    assert care.purse(me, employee, 2026).over_with(dear.cost) == 1_000
    care.decide_training(me, dear, True)
    assert care.purse(me, employee, 2026).left == -1_000


def test_the_manager_decides_and_the_employee_only_beside_them(room: Room) -> None:
    care, employee = room.desk.care, room.employee
    asked = care.ask_for_training(employee, employee, a_course())
    for decide in (
        lambda: care.decide_training(employee, asked, True),
        lambda: care.set_budget(employee, employee, 2026, 9_000),
        lambda: care.give(employee, employee, some_thanks()),
    ):
        with pytest.raises(NotAllowed, match="manager"):
            decide()
    approved = care.decide_training(employee, asked, True, beside=True)
    assert approved.decided_by == room.me.id
    assert care.give(employee, employee, some_thanks(), beside=True).giver == room.me.id
    assert care.set_budget(employee, employee, 2026, 9_000, beside=True).set_by == room.me.id


def test_without_a_manager_nobody_stands_beside_one(room: Room, stranger: Person) -> None:
    with pytest.raises(NotAllowed, match="No manager is written down for Någon Annan"):
        room.desk.care.give(stranger, stranger, some_thanks(), beside=True)


def test_a_course_is_taken_once_it_is_approved_and_then_stays(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    asked = care.ask_for_training(employee, employee, a_course())
    with pytest.raises(RuleBroken, match="approves a course before"):
        care.take_training(employee, asked)
    taken = care.take_training(employee, care.decide_training(me, asked, True))
    with pytest.raises(RuleBroken, match="has been taken"):
        care.decide_training(me, taken, False)


def test_a_course_that_becomes_dearer_is_asked_for_anew(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    approved = care.decide_training(me, care.ask_for_training(employee, employee, a_course()), True)
    cheaper = care.change_training(employee, replace(approved, cost=3_000))
    assert cheaper.state is TrainingState.APPROVED
    dearer = care.change_training(employee, replace(cheaper, cost=3_001))
    assert (dearer.state, dearer.decided_by) == (TrainingState.ASKED, None)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [(a_course(-1), "between 0 and"), (a_course(1_000_001), "between 0 and"), (a_course(what=" "), "course")],
)
def test_a_course_says_something_and_costs_something_sensible(room: Room, wrong: Training, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        room.desk.care.ask_for_training(room.me, room.employee, wrong)


def test_setting_a_budget_is_written_in_the_history(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    assert care.set_budget(me, employee, 2026, 8_000).left == 8_000
    assert care.set_budget(me, employee, 2026, 7_000).left == 7_000
    assert care.purse(me, employee, 2027).amount == 5_000
    found = room.desk.store.rows("SELECT who, subject FROM history WHERE verb = 'set-budget'")
    assert found == [{"who": me.id, "subject": f"training-budget:{employee.id}:2026"}] * 2
    with pytest.raises(RuleBroken, match="between 0 and"):
        care.set_budget(me, employee, 2026, -1)


def test_recognition_is_seen_by_the_one_who_gets_it(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    days = care.give(me, employee, some_thanks(RecognitionKind.DAYS, days=2, amount=77))
    gift = care.give(me, employee, some_thanks(RecognitionKind.GIFT, amount=500, day=date(2026, 5, 4)))
    assert (days.days, days.amount, days.giver) == (2, 0, me.id)
    found = care.recognitions(employee, employee, date(2026, 1, 1), date(2026, 12, 31))
    assert found == (days, gift)
    assert care.recognitions(me, employee, date(2026, 5, 4), date(2026, 5, 4)) == (gift,)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (some_thanks(what=" "), "what it is for"),
        (some_thanks(RecognitionKind.DAYS, days=0), "One to 3"),
        (some_thanks(RecognitionKind.DAYS, days=4), "One to 3"),
        (some_thanks(RecognitionKind.GIFT, amount=0), "between 1 and 5000"),
        (some_thanks(RecognitionKind.GIFT, amount=5_001), "between 1 and 5000"),
    ],
)
def test_what_is_given_stays_within_bounds(room: Room, wrong: Recognition, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        room.desk.care.give(room.me, room.employee, wrong)


def test_recognition_is_changed_and_taken_away_by_the_manager_alone(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    given = care.give(me, employee, some_thanks())
    with pytest.raises(NotAllowed):
        care.change_recognition(employee, replace(given, what="Mer"))
    with pytest.raises(NotAllowed):
        care.remove_recognition(employee, given)
    changed = care.change_recognition(me, replace(given, what="Mer", person=99, giver=99))
    assert changed == replace(given, what="Mer", version=2)
    with pytest.raises(Conflict):
        care.remove_recognition(me, given)
    care.remove_recognition(me, changed)
    assert care.recognitions(me, employee, date.min, date.max) == ()


def the_step(room: Room) -> Advancement:
    [found] = room.desk.care.advancement(room.employee, room.employee)
    return found


def test_how_far_one_has_come_is_shown_for_the_step_that_fits_the_role(room: Room) -> None:
    care, me, employee = room.desk.care, room.me, room.employee
    before = the_step(room)
    assert (before.step.id, before.met) == ("sub-project-lead", 0)
    assert 3 <= len(before.step.criteria) <= 5
    care.reach(me, employee, "sub-project-lead", "deliveries", Reached(2, " Version 4 och 5\x00 "))
    care.reach(employee, employee, "sub-project-lead", "plan", Reached(1))
    after = the_step(room)
    deliveries = after.step.criterion("deliveries")
    assert deliveries is not None
    assert after.of(deliveries) == Reached(2, "Version 4 och 5", me.id, NOW)
    assert (after.share(deliveries), after.is_met(deliveries), after.met) == (2 / 3, False, 1)


def test_more_than_is_asked_for_is_no_more_than_all_of_it(room: Room) -> None:
    room.desk.care.reach(room.me, room.employee, "sub-project-lead", "reviews", Reached(45))
    found = the_step(room)
    reviews = found.step.criterion("reviews")
    assert reviews is not None
    assert (found.share(reviews), found.met) == (1.0, 1)


def test_what_was_reached_stays_when_the_role_changes(room: Room) -> None:
    room.desk.care.reach(room.me, room.employee, "sub-project-lead", "plan", Reached(1))
    room.desk.people.change(room.me, replace(room.employee, role="coach"))
    found = room.desk.care.advancement(room.me, room.employee)
    assert [item.step.id for item in found] == ["senior-coach", "sub-project-lead"]


@pytest.mark.parametrize("number", [-1, 10_001])
def test_a_number_that_nobody_reaches_is_not_taken(room: Room, number: int) -> None:
    with pytest.raises(RuleBroken, match="from 0 to 10000"):
        room.desk.care.reach(room.me, room.employee, "sub-project-lead", "plan", Reached(number))


@pytest.mark.parametrize(("step", "criterion"), [("nothing", "plan"), ("sub-project-lead", "nothing")])
def test_a_criterion_that_is_not_there_is_not_reached(room: Room, step: str, criterion: str) -> None:
    with pytest.raises(NotFound):
        room.desk.care.reach(room.me, room.employee, step, criterion, Reached(1))


def test_whoever_is_not_the_nearest_manager_learns_nothing(room: Room, stranger: Person) -> None:
    care, employee = room.desk.care, room.employee
    course = care.ask_for_training(room.me, employee, a_course())
    given = care.give(room.me, employee, some_thanks())
    for ask in (
        lambda: care.purse(stranger, employee, 2026),
        lambda: care.trainings(stranger, employee, 2026),
        lambda: care.recognitions(stranger, employee, TODAY, TODAY),
        lambda: care.advancement(stranger, employee),
        lambda: care.manager_of(stranger, employee),
        lambda: care.give(stranger, employee, some_thanks()),
        lambda: care.set_budget(stranger, employee, 2026, 1),
        lambda: care.ask_for_training(stranger, employee, a_course()),
        lambda: care.change_training(stranger, course),
        lambda: care.decide_training(stranger, course, True),
        lambda: care.take_training(stranger, course),
        lambda: care.remove_training(stranger, course),
        lambda: care.change_recognition(stranger, given),
        lambda: care.remove_recognition(stranger, given),
        lambda: care.reach(stranger, employee, "sub-project-lead", "plan", Reached(1)),
    ):
        with pytest.raises(NotFound, match="There is no"):
            ask()
    care.remove_training(room.me, course)
    assert care.trainings(room.me, employee, 2026) == ()


def test_where_no_manager_is_written_down_it_is_who_holds_the_conversations(
    room: Room, stranger: Person
) -> None:
    with pytest.raises(NotFound):
        room.desk.care.purse(room.me, stranger, 2026)
    room.book(employee=stranger)
    assert room.desk.care.purse(room.me, stranger, 2026).left == 5_000
    assert room.desk.care.manager_of(stranger, stranger) == room.me


def test_own_steps_take_the_place_of_those_that_ship(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IJTUI_CONFIG", str(tmp_path))
    (tmp_path / "advancement.toml").write_text(
        '[lead]\ntitle = "Leda"\nroles = ["utvecklare"]\n\n[lead.time]\ntext = "Tid"\nmeasure = "months"\n'
        "target = 4\n"
    )
    assert the_step(room).step.title == "Leda"
