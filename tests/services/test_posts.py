"""Who works where from which day: moving, leaving and coming back, and what access follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.domain.account import Office
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Unit, UnitKind
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.desk import Desk, open_desk
from tests.builders import NOW, Room, a_person, a_room, a_session

TODAY = NOW.date()
LONG_AGO = date(2020, 3, 1)
NEXT_MONTH = TODAY + timedelta(days=30)
EVE = timedelta(days=1)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Erik works in the kitchen under Maria; there is a laundry under Lena, and both are in the house."""
    room = a_room(tmp_path)
    keep, me = room.desk.organisation, room.me
    house = keep.add_unit(me, Unit("Huset", UnitKind.ORGANISATION))
    for name in ("Köket", "Tvätten"):
        keep.add_unit(me, Unit(name, parent=house.id))
    room.desk.people.add(me, a_person("Lena Lund", role="chef"))
    room.employee = keep.move(me, Post(room.employee.id, 2, LONG_AGO, me.id, "kock"))
    yield room
    room.desk.close()


def lena(room: Room) -> Person:
    return room.desk.people.get(room.me, 3)


def days(room: Room) -> list[tuple[int, date, date | None]]:
    posts = room.desk.organisation.posts(room.me, room.employee)
    return [(post.unit, post.since, post.until) for post in posts]


def reopened(room: Room) -> Person:
    """Open the file anew, as everybody does who comes in, and return the employee."""
    desk = open_desk(room.desk.store.path, clock=room.clock)
    found = desk.people.get(room.me, room.employee.id)
    desk.close()
    return found


def test_the_newest_post_stands_on_the_person(room: Room) -> None:
    assert (room.employee.unit, room.employee.manager, room.employee.role) == ("Köket", room.me.id, "kock")
    assert room.employee.until is None


def test_a_move_ends_what_was_the_day_before(room: Room) -> None:
    moved = room.desk.organisation.move(room.me, Post(room.employee.id, 3, TODAY, lena(room).id, "tvättare"))
    assert (moved.unit, moved.manager, moved.role) == ("Tvätten", lena(room).id, "tvättare")
    assert days(room) == [(2, LONG_AGO, TODAY - EVE), (3, TODAY, None)]


def test_a_move_ahead_of_time_moves_access_on_its_day_and_not_before(room: Room) -> None:
    planned = room.desk.organisation.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    assert (planned.unit, planned.manager, planned.until) == ("Köket", room.me.id, None)
    room.clock.forward(days=29)
    assert reopened(room).manager == room.me.id
    room.clock.forward(days=1)
    after = reopened(room)
    assert (after.unit, after.manager, after.role, after.until) == ("Tvätten", lena(room).id, "kock", None)
    assert not after.has_left(NEXT_MONTH)
    told = room.desk.store.rows("SELECT who, verb FROM history WHERE subject = 'person:2' ORDER BY id")
    assert [(row["who"], row["verb"]) for row in told][-2:] == [(1, "planned"), (2, "moved")]


def test_a_planned_day_is_taken_once_by_whoever_comes_first(room: Room) -> None:
    room.desk.organisation.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    room.clock.forward(days=40)
    assert reopened(room).version == reopened(room).version


def test_behind_the_door_the_day_is_taken_before_the_wall_stands(room: Room) -> None:
    room.desk.organisation.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    room.clock.forward(days=30)
    session = a_session(room.desk, lena(room))
    assert session.people.get(lena(room), room.employee.id).manager == lena(room).id
    session.close()


def test_what_was_planned_gives_way_to_what_is_decided_later(room: Room) -> None:
    keep = room.desk.organisation
    keep.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    keep.move(room.me, Post(room.employee.id, 3, TODAY + EVE, lena(room).id))
    assert days(room) == [(2, LONG_AGO, TODAY), (3, TODAY + EVE, None)]


def test_a_move_on_the_same_day_corrects_the_first_one(room: Room) -> None:
    keep = room.desk.organisation
    keep.move(room.me, Post(room.employee.id, 3, TODAY, lena(room).id))
    keep.move(room.me, Post(room.employee.id, 2, TODAY, lena(room).id, "kock"))
    assert days(room) == [(2, LONG_AGO, TODAY - EVE), (2, TODAY, None)]


def test_what_has_begun_is_not_written_over_by_an_earlier_day(room: Room) -> None:
    room.desk.organisation.move(room.me, Post(room.employee.id, 3, TODAY, lena(room).id))
    with pytest.raises(RuleBroken, match=f"began on {TODAY}"):
        room.desk.organisation.move(room.me, Post(room.employee.id, 2, TODAY - EVE))
    assert days(room) == [(2, LONG_AGO, TODAY - EVE), (3, TODAY, None)]


def test_who_leaves_stays_in_everything_that_has_been(room: Room) -> None:
    gone = room.desk.organisation.end(room.me, room.employee.id, TODAY - EVE)
    assert gone.has_left(TODAY)
    assert (gone.unit, gone.manager) == ("Köket", room.me.id)
    assert gone not in room.desk.organisation.working(room.me)
    assert gone in room.desk.people.all(room.me)
    assert room.desk.conversations.get(room.me, 1).employee == gone


def test_nothing_is_booked_with_somebody_after_their_last_day(room: Room) -> None:
    gone = room.desk.organisation.end(room.me, room.employee.id, TODAY)
    with pytest.raises(RuleBroken, match=f"last day {TODAY}"):
        room.book(employee=gone)
    assert room.book(employee=gone, starts=NOW)
    room.clock.forward(days=1)
    with pytest.raises(RuleBroken):
        room.book(employee=gone, starts=None)


def test_who_leaves_works_through_the_last_day(room: Room) -> None:
    assert not room.desk.organisation.end(room.me, room.employee.id, TODAY).has_left(TODAY)


def test_who_comes_back_has_both_times_written_down(room: Room) -> None:
    keep = room.desk.organisation
    keep.end(room.me, room.employee.id, date(2024, 6, 30))
    back = keep.move(room.me, Post(room.employee.id, 3, TODAY, lena(room).id))
    assert not back.has_left(TODAY)
    assert days(room) == [(2, LONG_AGO, date(2024, 6, 30)), (3, TODAY, None)]


def test_leaving_takes_back_a_move_that_was_planned(room: Room) -> None:
    keep = room.desk.organisation
    keep.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    gone = keep.end(room.me, room.employee.id, TODAY)
    assert (gone.until, days(room)) == (TODAY, [(2, LONG_AGO, TODAY)])


def test_nobody_leaves_before_they_began(room: Room) -> None:
    with pytest.raises(RuleBroken):
        room.desk.organisation.end(room.me, room.employee.id, LONG_AGO - EVE)


def test_somebody_without_a_post_can_leave_and_come_back_too(room: Room) -> None:
    keep = room.desk.organisation
    assert keep.end(room.me, lena(room).id, TODAY - EVE).has_left(TODAY)
    assert not keep.move(room.me, Post(lena(room).id, 3, TODAY)).has_left(TODAY)


def test_somebody_new_whose_day_is_still_to_come_stands_with_their_manager_at_once(room: Room) -> None:
    novel = room.desk.people.add(room.me, a_person("Nils Ny", unit=""))
    novel = room.desk.organisation.move(room.me, Post(novel.id, 2, NEXT_MONTH, room.me.id, "kock"))
    assert (novel.unit, novel.manager) == ("Köket", room.me.id)


def test_managers_never_lead_in_a_circle(room: Room) -> None:
    keep = room.desk.organisation
    keep.move(room.me, Post(room.me.id, 1, LONG_AGO, lena(room).id))
    with pytest.raises(RuleBroken, match="Erik Ek is led by Lena Lund"):
        keep.move(room.me, Post(lena(room).id, 1, TODAY, room.employee.id))


def test_nobody_is_their_own_manager(room: Room) -> None:
    with pytest.raises(RuleBroken):
        room.desk.organisation.move(room.me, Post(room.employee.id, 2, TODAY, room.employee.id))


def test_a_move_to_nowhere_or_of_nobody_is_refused(room: Room) -> None:
    with pytest.raises(NotFound):
        room.desk.organisation.move(room.me, Post(room.employee.id, 99, TODAY))
    with pytest.raises(NotFound):
        room.desk.organisation.move(room.me, Post(99, 2, TODAY))


@pytest.mark.parametrize("who", ["employee", "me"])
def test_in_a_shared_file_only_hr_moves_people(room: Room, who: str) -> None:
    asker = getattr(room, who)
    session = a_session(room.desk, asker)
    post = Post(room.employee.id, 3, TODAY)
    for attempt in (
        lambda: session.organisation.move(asker, post),
        lambda: session.organisation.end(asker, room.employee.id, TODAY),
        lambda: session.organisation.add_unit(asker, Unit("Ny")),
        lambda: session.organisation.change_unit(asker, session.organisation.tree(asker).units[2]),
        lambda: session.organisation.remove_unit(asker, session.organisation.tree(asker).units[2]),
    ):
        with pytest.raises(NotAllowed, match="HR"):
            attempt()
    with pytest.raises(NotAllowed), session.store.writing():  # and past the service, too
        Posts(session.store).add(post)
    session.close()


def test_nobody_but_hr_says_who_has_an_employee_number(room: Room) -> None:
    session = a_session(room.desk, room.employee)
    fake = a_person("Påhittad", number="4711", manager=room.employee.id)
    with pytest.raises(NotAllowed):
        session.people.add(room.employee, fake)
    with pytest.raises(NotAllowed), session.store.writing():  # and past the service, too
        People(session.store).add(fake)
    session.close()


@pytest.fixture
def hr(room: Room) -> Iterator[tuple[Desk, Person]]:
    hanna = room.desk.people.add(room.me, a_person("Hanna Hed", unit=""))
    session = a_session(room.desk, hanna, office=Office.HR)
    yield session, hanna
    session.close()


def test_hr_moves_ends_and_names_units(room: Room, hr: tuple[Desk, Person]) -> None:
    desk, me = hr
    keep = desk.organisation
    moved = keep.move(me, Post(room.employee.id, 3, TODAY, lena(room).id))
    assert moved.manager == lena(room).id
    assert keep.end(me, room.employee.id, TODAY).until == TODAY
    renamed = keep.change_unit(me, replace(keep.tree(me).units[3], name="Tvätteriet"))
    assert desk.people.get(me, room.employee.id).unit == renamed.name
    keep.remove_unit(me, keep.add_unit(me, Unit("Prov")))


def test_hr_never_makes_themself_somebodys_manager(room: Room, hr: tuple[Desk, Person]) -> None:
    desk, me = hr
    for since in (TODAY, NEXT_MONTH):
        with pytest.raises(NotAllowed, match="yourself"):
            desk.organisation.move(me, Post(room.employee.id, 3, since, me.id))
        with pytest.raises(NotAllowed), desk.store.writing():  # and past the service, too
            Posts(desk.store).add(Post(room.employee.id, 3, since, me.id), planned=since > TODAY)


def test_hr_leads_those_they_lead_already(room: Room, hr: tuple[Desk, Person]) -> None:
    desk, me = hr
    own = room.desk.people.add(room.me, a_person("Olle Os", manager=me.id))
    assert desk.organisation.move(me, Post(own.id, 3, TODAY, me.id)).manager == me.id


def test_in_a_file_of_ones_own_a_change_of_the_form_is_a_move_on_that_day(room: Room) -> None:
    change, erik = room.desk.people.change, room.employee
    erik = change(room.me, replace(erik, unit="tvätten", manager=lena(room).id))
    assert days(room) == [(2, LONG_AGO, TODAY - EVE), (3, TODAY, None)]
    erik = change(room.me, replace(erik, name="Erik Ek-Lund"))
    assert len(days(room)) == 2
    with pytest.raises(RuleBroken, match="no unit called Disken"):
        change(room.me, replace(erik, unit="Disken"))
    gone = room.desk.organisation.end(room.me, erik.id, TODAY)
    room.clock.forward(days=3)
    change(room.me, replace(gone, unit="Köket"))
    assert days(room) == [(2, LONG_AGO, TODAY - EVE), (2, TODAY, TODAY)]


def test_what_is_planned_stays_planned_when_the_form_is_changed(room: Room) -> None:
    room.desk.organisation.move(room.me, Post(room.employee.id, 3, NEXT_MONTH, lena(room).id))
    erik = room.desk.people.get(room.me, room.employee.id)
    room.desk.people.change(room.me, replace(erik, role="kökschef"))
    assert days(room) == [
        (2, LONG_AGO, TODAY - EVE),
        (2, TODAY, NEXT_MONTH - EVE),
        (3, NEXT_MONTH, None),
    ]


def test_where_posts_are_kept_nobody_changes_their_own_unit_or_number(room: Room) -> None:
    session = a_session(room.desk, room.employee)
    erik = session.people.get(room.employee, room.employee.id)
    assert session.people.change(erik, replace(erik, role="kökschef")).role == "kökschef"
    erik = session.people.get(erik, erik.id)
    for change in ({"unit": "Tvätten"}, {"number": "17"}, {"until": TODAY}):
        with pytest.raises(NotAllowed):
            session.people.change(erik, replace(erik, **change))
    for statement in ("SET unit = 'Tvätten'", "SET number = '17'", "SET until = '2026-01-01'"):
        with pytest.raises(NotAllowed), session.store.writing():
            session.store.db.execute(f"UPDATE main.person {statement} WHERE id = {erik.id}")
    session.close()
