"""Rounds: who is in one, how far each has come, and who may know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.account import Office
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Party, State
from ijtui.domain.coverage import Tally
from ijtui.domain.post import Post
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from ijtui.domain.unit import Unit, UnitKind
from ijtui.errors import Conflict, NotAllowed, RuleBroken
from tests.builders import a_person, a_session, let_in
from tests.services.rounds import FIRST, LAST, Line, a_line, a_round


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    line = a_line(tmp_path)
    yield line
    line.desk.close()


@pytest.fixture
def this(line: Line) -> Round:
    return line.desk.rounds.add(line.me, a_round())


# Who is in it


def test_a_round_is_made_for_everybody_who_is_led_by_somebody(line: Line, this: Round) -> None:
    inside = {person.id for person in line.desk.rounds.members(line.me, this)}
    assert inside == {person.id for person in (line.head, *line.people)}


def test_a_round_for_a_unit_is_for_everything_that_is_part_of_it(line: Line) -> None:
    with line.desk.store.writing():
        top = Units(line.desk.store).add(Unit("Förvaltningen", UnitKind.ADMINISTRATION))
        below = Units(line.desk.store).add(Unit("Enhet M", parent=top.id))
        Units(line.desk.store).add(Unit("Enhet O"))
    made = line.desk.rounds.add(line.me, a_round(units=frozenset({top.id})))
    assert {person.unit for person in line.desk.rounds.members(line.me, made)} == {below.name}
    assert line.desk.rounds.get(line.me, made.id).units == {top.id}


def test_a_round_for_nobody_is_not_made(line: Line) -> None:
    with line.desk.store.writing():
        empty = Units(line.desk.store).add(Unit("Tomma enheten"))
    with pytest.raises(RuleBroken):
        line.desk.rounds.add(line.me, a_round(units=frozenset({empty.id})))
    assert line.desk.rounds.all(line.me) == ()


def test_who_was_hired_is_noticed_and_so_is_who_left(line: Line, this: Round) -> None:
    new = line.desk.people.add(line.me, a_person("Gun Gren", manager=line.managers[0].id))
    gone = line.people[1]
    with line.desk.store.writing():
        unit = Units(line.desk.store).add(Unit("Enhet M"))
        until = line.clock.now.date()
        Posts(line.desk.store).add(Post(gone.id, unit.id, date(2020, 1, 1), until=until))
    line.clock.forward(days=1)
    found = line.desk.rounds.strays(line.me, this)
    assert ([person.id for person in found.new], [person.id for person in found.gone]) == (
        [new.id],
        [gone.id],
    )
    assert line.desk.rounds.bring_up_to_date(line.me, this) == found
    assert not line.desk.rounds.strays(line.me, this)


def test_people_are_put_in_and_taken_out_while_it_is_open(line: Line, this: Round) -> None:
    rounds, person = line.desk.rounds, line.people[2]
    rounds.take_out(line.me, this, person)
    assert line.stage(this, person) is None
    rounds.put_in(line.me, this, person, person)
    assert line.stage(this, person) is Stage.NOT_BOOKED
    rounds.close(line.me, this)
    for change in (rounds.put_in, rounds.take_out):
        with pytest.raises(RuleBroken):
            change(line.me, this, person)


# How far each has come


def test_each_step_of_the_way_is_a_stage(line: Line, this: Round) -> None:
    anna, boss = line.people[1], line.managers[0]
    found = [line.stage(this, anna)]

    def note() -> None:
        found.append(line.stage(this, anna))

    booked = line.book(anna, FIRST)
    note()
    line.open_up(booked, Party.EMPLOYEE)
    assert line.stage(this, anna) is Stage.BOOKED
    line.open_up(booked, Party.MANAGER)
    note()
    line.agree(booked)
    line.set_state(booked, State.HELD)
    note()
    line.sign(booked, anna)
    assert line.stage(this, anna) is Stage.HELD
    line.sign(booked, anna, boss)
    note()
    later = line.book(anna, date(2027, 1, 12), Kind.QUARTERLY)
    with line.desk.store.writing():
        line.desk.store.db.execute("UPDATE action SET decided = ?", [later.id])
    note()
    assert found == list(Stage)


def test_a_plan_without_points_is_never_followed_up(line: Line, this: Round) -> None:
    booked = line.book(line.people[1], FIRST)
    line.set_state(booked, State.HELD)
    line.sign(booked, line.people[1], line.managers[0])
    assert line.stage(this, line.people[1]) is Stage.SIGNED


def test_a_newer_version_that_one_has_not_signed_is_not_signed(line: Line, this: Round) -> None:
    booked = line.book(line.people[1], FIRST)
    line.set_state(booked, State.HELD)
    line.sign(booked, line.people[1], line.managers[0])
    line.sign(booked, line.people[1])
    assert line.stage(this, line.people[1]) is Stage.HELD


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 8, 31), Stage.NOT_BOOKED),
        (FIRST, Stage.BOOKED),
        (LAST, Stage.BOOKED),
        (date(2027, 8, 31), Stage.BOOKED),
        (date(2027, 9, 1), Stage.NOT_BOOKED),
        (None, Stage.BOOKED),
    ],
)
def test_what_counts_is_from_the_first_day_for_a_year(
    line: Line, this: Round, day: date | None, stage: Stage
) -> None:
    line.book(line.people[1], day)
    assert line.stage(this, line.people[1]) is stage


def test_what_belongs_to_the_next_round_does_not_count_for_this_one(line: Line, this: Round) -> None:
    day = date(2027, 3, 1)
    line.desk.rounds.add(line.me, a_round(first=day, last=date(2027, 4, 30)))
    line.book(line.people[1], day)
    assert line.stage(this, line.people[1]) is Stage.NOT_BOOKED
    line.desk.rounds.take_out(line.me, line.desk.rounds.all(line.me)[0], line.people[1])
    assert line.stage(this, line.people[1]) is Stage.BOOKED


def test_a_quarterly_one_counts_for_three_months(line: Line) -> None:
    january = date(2026, 1, 1)
    made = line.desk.rounds.add(line.me, a_round(kind=Kind.QUARTERLY, first=january, last=date(2026, 1, 31)))
    line.book(line.people[1], date(2026, 4, 1), Kind.QUARTERLY)
    line.book(line.people[2], date(2026, 3, 31), Kind.QUARTERLY)
    line.book(line.people[3], january)
    assert [line.stage(made, line.people[number]) for number in (1, 2, 3)] == [
        Stage.NOT_BOOKED,
        Stage.BOOKED,
        Stage.NOT_BOOKED,
    ]


def test_of_two_that_count_it_is_the_one_that_has_come_further(line: Line, this: Round) -> None:
    held = line.book(line.people[1], date(2026, 9, 7))
    line.set_state(held, State.HELD)
    line.book(line.people[1], date(2026, 10, 7))
    assert line.stage(this, line.people[1]) is Stage.HELD


def test_what_is_called_off_does_not_count(line: Line, this: Round) -> None:
    line.desk.conversations.cancel(line.managers[0], line.book(line.people[1], FIRST))
    assert line.stage(this, line.people[1]) is Stage.NOT_BOOKED


def test_no_booking_is_refused_for_being_out_of_season(line: Line, this: Round) -> None:
    assert line.book(line.people[1], date(2026, 6, 1)).id
    assert line.book(line.people[1], FIRST, Kind.QUARTERLY).id


# Where people count


def test_who_changes_manager_follows_the_new_one(line: Line, this: Round) -> None:
    maria, omar = line.managers
    moved = line.desk.people.change(line.me, replace(line.people[1], manager=omar.id))
    of = {group.name: group for group in line.desk.rounds.coverage(line.head, this).below}
    assert [of[name].tally for name in (maria.name, omar.name)] == [
        Tally((2, 0, 0, 0, 0, 0)),
        Tally((4, 0, 0, 0, 0, 0)),
    ]
    led = line.desk.rounds.coverage(omar, this).people
    assert moved.id in {person.id for person, _stage in led}


def test_in_a_closed_round_they_stay_where_they_were(line: Line, this: Round) -> None:
    closed = line.desk.rounds.close(line.me, this)
    line.desk.people.change(line.me, replace(line.people[1], manager=line.managers[1].id))
    of = {group.name: group.tally for group in line.desk.rounds.coverage(line.head, closed).below}
    assert set(of.values()) == {Tally((3, 0, 0, 0, 0, 0))}


def test_a_round_is_opened_again(line: Line, this: Round) -> None:
    closed = line.desk.rounds.close(line.me, this)
    with pytest.raises(RuleBroken):
        line.desk.rounds.change(line.me, replace(closed, name="Annat"))
    with pytest.raises(Conflict):
        line.desk.rounds.reopen(line.me, this)
    assert line.desk.rounds.reopen(line.me, closed).is_open


# Who may know it


def test_everybody_sees_their_own_a_manager_the_own_people_and_the_next_one_counts(
    line: Line, this: Round
) -> None:
    line.book(line.people[1], FIRST)
    desk = a_session(line.desk, line.managers[0])
    seen = desk.rounds.coverage(line.managers[0], this)
    desk.close()
    assert seen.own is Stage.NOT_BOOKED
    assert [(person.name, stage) for person, stage in seen.people] == [
        ("Anna Ask", Stage.BOOKED),
        ("Bo Ask", Stage.NOT_BOOKED),
        ("Cilla Ask", Stage.NOT_BOOKED),
    ]
    assert (seen.below, seen.total, seen.branches) == ((), None, ())
    desk = a_session(line.desk, line.head)
    seen = desk.rounds.coverage(line.head, this)
    assert [person.name for person, _stage in seen.people] == ["Maria Holm", "Omar Haddad"]
    assert [(group.name, group.tally) for group in seen.below] == [
        ("Maria Holm", Tally((2, 1, 0, 0, 0, 0))),
        ("Omar Haddad", Tally((3, 0, 0, 0, 0, 0))),
    ]
    named = {row["person"] for row in desk.store.rows("SELECT person FROM standing")}
    assert named == {None, line.head.id, *(boss.id for boss in line.managers)}
    desk.close()
    anna = a_session(line.desk, line.people[1])
    seen = anna.rounds.coverage(line.people[1], this)
    assert (seen.own, seen.people, seen.below, seen.total) == (Stage.BOOKED, (), (), None)
    anna.close()


def test_hr_sees_counts_and_nobodys_name(line: Line, this: Round) -> None:
    hr = line.desk.people.add(line.me, a_person("Hilda Hall"))
    let_in(line.desk, hr, office=Office.HR)
    line.book(line.people[1], FIRST)
    desk = a_session(line.desk, hr)
    seen = desk.rounds.coverage(hr, this)
    assert (seen.own, seen.people) == (None, ())
    assert seen.total is not None
    assert seen.total.tally == Tally((8, 1, 0, 0, 0, 0))
    assert {row["person"] for row in desk.store.rows("SELECT person FROM standing")} == {None}
    parts = [group for branch in seen.branches for group in (branch.whole, *branch.managers)]
    assert all(group.tally is None for group in parts), "nobody has five"
    line.desk.figure.set_floor(line.me, 1)
    assert all(branch.whole.tally for branch in desk.rounds.coverage(hr, this).branches)
    made = desk.rounds.add(hr, a_round(name="Våren 2027", first=date(2027, 3, 1), last=date(2027, 4, 1)))
    assert desk.rounds.close(hr, made).closed == line.clock.now.date()
    desk.close()


def test_only_hr_makes_rounds(line: Line, this: Round) -> None:
    desk = a_session(line.desk, line.head)
    rounds, head = desk.rounds, line.head
    assert not rounds.may_make(head)
    for refused in (
        lambda: rounds.add(head, a_round()),
        lambda: rounds.change(head, this),
        lambda: rounds.close(head, this),
        lambda: rounds.reopen(head, this),
        lambda: rounds.bring_up_to_date(head, this),
        lambda: rounds.put_in(head, this, head),
        lambda: rounds.take_out(head, this, head),
    ):
        with pytest.raises(NotAllowed):
            refused()
    desk.close()
