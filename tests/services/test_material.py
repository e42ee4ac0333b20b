"""What the two look back on: what both may read, each thing with where it comes from."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from ijtui.domain.action import ActionState
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.goal import GoalKind, Result
from ijtui.domain.journal import Entry
from ijtui.domain.material import Item, Material, Source
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.training import Training
from ijtui.errors import NotFound
from tests.builders import a_goal, a_person
from tests.small_year import SmallYear, a_small_year, give


@pytest.fixture
def year(tmp_path: Path) -> SmallYear:
    return a_small_year(tmp_path)


def of(material: Material, *sources: Source) -> list[Item]:
    return [item for item in material.items if item.source in sources]


def texts(material: Material, *sources: Source) -> list[str]:
    return [item.text for item in of(material, *sources)]


def evaluated(year: SmallYear) -> Material:
    return year.room.desk.material.of(year.room.me, year.evaluation)


def test_an_evaluation_is_about_its_calendar_year(year: SmallYear) -> None:
    material = evaluated(year)
    assert (material.first, material.last) == (date(2026, 1, 1), date(2026, 12, 10))


def test_a_goal_is_followed_by_its_course_with_the_last_word_of_each_quarter(year: SmallYear) -> None:
    told = of(evaluated(year), Source.GOAL, Source.CHECK_IN)
    assert [(item.text, item.amount) for item in told] == [
        ("Leda ett delprojekt", 90),
        ("Planen är klar.", 25),
        ("Två veckor sent, beställaren dröjer.", 40),
        ("Leveransen är godkänd.", 90),
        ("Integrationen i drift", None),
    ]
    assert {item.goals for item in told[:4]} == {(year.growing.id,)}


def test_every_item_says_where_it_comes_from(year: SmallYear) -> None:
    keys = {item.source: item.key for item in evaluated(year).items}
    assert keys[Source.CHECK_IN] == f"goal:{year.growing.id}"
    assert keys[Source.ACTION].startswith("action:")
    assert keys[Source.ENTRY].startswith("entry:")
    assert keys[Source.FEEDBACK].startswith("feedback:")
    assert all(item.key for item in evaluated(year).items)


def test_agreements_are_told_with_what_came_of_them(year: SmallYear) -> None:
    told = {item.text: (item.value, item.said) for item in of(evaluated(year), Source.ACTION)}
    assert told == {
        "Skriv om integrationen i handboken": (ActionState.DONE, "Handboken används."),
        "Gå kursen i tillgänglighet": (ActionState.OPEN, ""),
    }


def test_what_a_goal_serves_is_told_once(year: SmallYear) -> None:
    (served,) = of(evaluated(year), Source.MILESTONE)
    assert (served.text, served.goals) == ("E-tjänsten i drift före sommaren", (year.growing.id,))


def test_both_get_the_same_and_only_what_both_may_read(year: SmallYear) -> None:
    desk = year.room.desk
    mine, theirs = (desk.material.of(who, year.evaluation) for who in (year.room.me, year.room.employee))
    assert mine == theirs
    assert texts(mine, Source.ENTRY) == ["Första demon"]
    assert texts(mine, Source.FEEDBACK) == ["Du höll ihop leveransen i maj."]
    assert not any(item.mine for item in mine.items)


def test_whoever_prepares_has_their_own_notes_at_hand_too(year: SmallYear) -> None:
    desk = year.room.desk
    employees = desk.material.to_prepare(year.room.employee, year.evaluation)
    managers = desk.material.to_prepare(year.room.me, year.evaluation)
    assert texts(employees, Source.ENTRY) == ["Första demon", "Bara för mig: tröttsam vecka."]
    assert [item.mine for item in of(employees, Source.ENTRY)] == [False, True]
    assert texts(managers, Source.ENTRY) == ["Första demon"]
    assert "Säg till tidigare när något dröjer." in texts(managers, Source.FEEDBACK)
    assert "Säg till tidigare när något dröjer." not in texts(employees, Source.FEEDBACK)
    assert managers.shared() == employees.shared()


def test_a_quarter_looks_back_to_the_last_conversation_and_no_further(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    january = room.book(agenda=year.quarter.agenda, starts=datetime(2027, 1, 14, 9))
    room.clock.now = datetime(2027, 1, 14, 9)
    material = desk.material.of(room.me, january)
    assert material.first == date(2026, 10, 8)
    assert texts(material, Source.CHECK_IN) == ["Leveransen är godkänd."]
    assert texts(material, Source.ENTRY) == []
    assert texts(material, Source.ACTION) == ["Gå kursen i tillgänglighet"]


def test_a_concluded_evaluation_keeps_what_it_was_built_from(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    held = room.hold(year.evaluation)
    before = desk.material.of(room.me, held)
    room.clock.forward(days=30)
    growing = desk.goals.get(room.employee, year.growing.id)
    back = CheckIn(growing.id, date(2026, 12, 1), 5, Course.OFF, "Efterhandskonstruktion")
    desk.goals.check_in(room.employee, growing, back)
    desk.goals.close(room.me, desk.goals.get(room.me, growing.id), Result.REACHED)
    entry = next(found for found in desk.journal.own(room.employee) if found.shared)
    desk.journal.remove(room.employee, entry.id)
    give(room, positive="Senare", opened=True)
    assert desk.material.of(room.employee, held) == before
    again = desk.conversations.conclude(room.me, desk.conversations.get(room.me, held.id))
    assert desk.material.of(room.me, again) == before


def test_what_is_corrected_and_concluded_again_on_the_same_day_is_kept_anew(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    held = room.hold(year.evaluation)
    give(room, positive="Det glömde jag.", opened=True)
    assert "Det glömde jag." not in texts(desk.material.of(room.me, held), Source.FEEDBACK)
    again = desk.conversations.conclude(room.me, desk.conversations.get(room.me, held.id))
    assert "Det glömde jag." in texts(desk.material.of(room.me, again), Source.FEEDBACK)


def test_goals_that_the_conversation_itself_agrees_on_belong_to_its_plan(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    begun = desk.conversations.begin(room.me, year.evaluation)
    desk.goals.add(room.me, begun, a_goal("Nästa år"))
    material = desk.material.of(room.me, begun)
    assert "Nästa år" not in texts(material, Source.GOAL)
    assert texts(material, Source.MILESTONE) == ["E-tjänsten i drift före sommaren"]
    assert [item.number for item in of(material, Source.GOAL)] == [1, 1]
    assert list(desk.plans.of(room.me, begun).labels().values()) == [(GoalKind.DEVELOPMENT, 2)]


def test_recognition_and_courses_are_part_of_the_year(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    gift = Recognition(
        room.employee.id, room.me.id, RecognitionKind.GIFT, "Leveransen", date(2026, 11, 25), amount=500
    )
    desk.care.give(room.me, room.employee, gift)
    course = Training(room.employee.id, "Kurs i tillgänglighet", 3200, date(2026, 9, 9))
    asked = desk.care.ask_for_training(room.employee, room.employee, course)
    desk.care.decide_training(room.me, asked, True)
    material = evaluated(year)
    assert texts(material, Source.RECOGNITION) == ["Leveransen"]
    assert [(item.text, item.amount) for item in of(material, Source.TRAINING)] == [
        ("Kurs i tillgänglighet", 3200)
    ]


def test_what_comes_after_the_last_day_is_as_if_it_had_not_happened(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    summer = desk.material.of_year(room.me, room.employee, date(2026, 1, 1), date(2026, 6, 30))
    assert [item.amount for item in of(summer, Source.GOAL)] == [40, None]
    assert {item.value for item in of(summer, Source.ACTION)} == {ActionState.OPEN}
    autumn = desk.material.of_year(room.employee, room.employee, date(2026, 9, 1), date(2026, 11, 30))
    assert texts(autumn, Source.ENTRY) == []
    assert texts(autumn, Source.CHECK_IN) == ["Leveransen är godkänd."]


def test_nobody_else_learns_anything(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    other = desk.people.add(room.me, a_person("Omar Haddad", manager=room.me.id))
    for ask in (desk.material.of, desk.material.to_prepare):
        with pytest.raises(NotFound):
            ask(other, year.evaluation)
    assert desk.material.of_year(other, room.employee, date(2026, 1, 1), date(2026, 12, 31)).items == ()


def test_an_entry_shared_with_somebody_else_stays_between_those_two(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    other = desk.people.add(room.me, a_person("Omar Haddad", manager=room.me.id))
    entry = Entry(room.employee.id, date(2026, 8, 20), "Till Omar", other.id, shared=True)
    desk.journal.new(room.employee, entry)
    assert "Till Omar" not in texts(evaluated(year), Source.ENTRY)
