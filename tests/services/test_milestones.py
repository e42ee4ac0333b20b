"""What units are to reach: who says it, what serves what, and how many goals do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ijtui.data.milestone import Milestones
from ijtui.domain.account import Office
from ijtui.domain.cascade import Serving
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Unit, UnitKind
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.desk import Desk
from tests.builders import Room, a_goal, a_person, a_room, a_session

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The kitchen, led by Maria who works in it; Vera leads the care that it is part of."""
    room = a_room(tmp_path)
    keep, me = room.desk.organisation, room.me
    care = keep.add_unit(me, Unit("Vård", UnitKind.ADMINISTRATION))
    kitchen = keep.add_unit(me, Unit("Köket", parent=care.id))
    vera = room.desk.people.add(me, a_person("Vera Vik", unit=""))
    keep.move(me, Post(vera.id, care.id, LONG_AGO))
    room.me = keep.move(me, Post(me.id, kitchen.id, LONG_AGO, vera.id))
    room.employee = keep.move(me, Post(room.employee.id, kitchen.id, LONG_AGO, me.id))
    for unit in ("", "Vård", "Köket"):
        room.desk.milestones.add(me, Milestone(unit, 2027, f"Mål {unit}".strip()))
    yield room
    room.desk.close()


def came_in(room: Room, who: str) -> tuple[Desk, Person]:
    people = {person.name: person for person in room.desk.people.all(room.me)}
    if who == "Hanna Hed":
        people[who] = room.desk.people.add(room.me, a_person(who, unit=""))
    office = Office.HR if who == "Hanna Hed" else Office.NONE
    return a_session(room.desk, people[who], office=office), people[who]


@pytest.mark.parametrize(
    ("who", "units"),
    [
        ("Maria Månsson", {"Köket"}),
        ("Vera Vik", {"Vård", "Köket"}),
        ("Hanna Hed", {"", "Vård", "Köket"}),
        ("Erik Ek", set()),
    ],
)
def test_whoever_leads_a_unit_says_what_it_is_to_reach(room: Room, who: str, units: set[str]) -> None:
    session, asker = came_in(room, who)
    assert set(session.milestones.units_to_set(asker)) == units
    for milestone in session.milestones.all(asker):
        assert session.milestones.may_set(asker, milestone.unit) is (milestone.unit in units)
        novel = replace(milestone, id=0, title="Nytt")
        if milestone.unit in units:
            changed = session.milestones.change(asker, replace(milestone, title="Annat"))
            session.milestones.remove(asker, changed)
            session.milestones.add(asker, novel)
            continue
        service, rows = session.milestones, Milestones(session.store)
        for attempt in (service.change, service.remove, service.add):
            with pytest.raises(NotAllowed):
                attempt(asker, replace(milestone, title="Annat"))
        for past in (rows.change, rows.remove, rows.add):  # and past the service, too
            with pytest.raises(NotAllowed), session.store.writing():
                past(milestone)
    session.close()


def test_nobody_takes_a_units_milestone_to_another_unit(room: Room) -> None:
    session, maria = came_in(room, "Maria Månsson")
    own = next(item for item in session.milestones.all(maria) if item.unit == "Köket")
    with pytest.raises(NotAllowed):
        session.milestones.change(maria, replace(own, unit="Vård"))
    session.close()


def test_somebody_made_up_gives_no_say_in_a_unit(room: Room) -> None:
    session, erik = came_in(room, "Erik Ek")
    session.people.add(erik, a_person("Påhittad", unit="Vård", manager=erik.id))
    assert not session.milestones.may_set(erik, "Vård")
    with pytest.raises(NotAllowed), session.store.writing():
        Milestones(session.store).add(Milestone("Vård", 2027, "Nytt"))
    session.close()


def test_a_milestone_serves_one_of_a_unit_above_or_of_all(room: Room) -> None:
    milestones, me = room.desk.milestones, room.me
    everybody, care, kitchen = (milestones.get(me, number) for number in (1, 2, 3))
    assert {item.id for item in milestones.to_serve(me, kitchen)} == {1, 2}
    assert {item.id for item in milestones.to_serve(me, care)} == {1}
    kitchen = milestones.change(me, replace(kitchen, serves=care.id))
    care = milestones.change(me, replace(care, serves=everybody.id))
    with pytest.raises(RuleBroken, match="itself"):
        milestones.change(me, replace(everybody, serves=kitchen.id))
    with pytest.raises(RuleBroken, match="serve it"):
        milestones.remove(me, care)
    assert milestones.to_serve(me, everybody) == ()


def test_a_goal_can_serve_what_the_units_above_are_to_reach(room: Room) -> None:
    assert {item.id for item in room.desk.milestones.of_unit(room.employee, "köket")} == {1, 2, 3}
    assert {item.id for item in room.desk.milestones.of_unit(room.employee, "Vård")} == {1, 2}


def test_a_unit_is_called_as_in_the_tree(room: Room) -> None:
    assert room.desk.milestones.add(room.me, Milestone(" köket ", 2027, "Nytt")).unit == "Köket"


def test_numbers_of_goals_are_told_to_whoever_may_read_them_and_else_from_five_on(room: Room) -> None:
    milestones, me = room.desk.milestones, room.me
    kitchen = milestones.change(me, replace(milestones.get(me, 3), serves=1))
    serving = a_goal(person=room.employee.id, milestone=kitchen.id, serves="")
    for _number in range(4):
        room.desk.goals.add_for(me, room.employee, serving)
    vera, asker = came_in(room, "Vera Vik")
    erik, employee = came_in(room, "Erik Ek")
    hidden, shown = Serving(None, None), Serving(4, 4)
    assert vera.milestones.serving(asker)[3] == hidden
    assert vera.milestones.serving(asker)[1].altogether is None
    assert erik.milestones.serving(employee)[3] == shown
    assert erik.milestones.serving(employee)[1] == Serving(0, 4)
    room.desk.goals.add_for(me, room.employee, serving)
    assert vera.milestones.serving(asker)[3] == Serving(5, 5)
    assert vera.milestones.serving(asker)[1] == Serving(0, 5)
    vera.close()
    erik.close()
