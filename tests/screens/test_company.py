"""What a session knows of the other one, without a screen: where they are, and how the pen passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ijtui.domain.person import Person
from ijtui.screens.company import HANDED_OVER, NOBODY, Company
from ijtui.services.desk import Desk, open_desk
from tests.builders import Room, a_room, let_in


@dataclass
class Seat:
    """Somebody in a session of their own; `seconds` is their stopwatch."""

    desk: Desk
    me: Person
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.company = Company(self.desk, self.me, lambda: self.seconds)


@dataclass
class Table:
    """Maria and Erik at the same conversation."""

    room: Room
    maria: Seat
    erik: Seat

    def look(self) -> None:
        """Let both look."""
        self.maria.company.read()
        self.erik.company.read()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    room = a_room(tmp_path)
    doors = [(let_in(room.desk, who), who) for who in (room.me, room.employee)]
    path, clock = room.desk.store.path, room.clock
    maria, erik = (Seat(open_desk(path, patience=0.05, clock=clock, door=door), who) for door, who in doors)
    for seat in (maria, erik):
        seat.company.be_at((room.conversation, "future"))
    table = Table(room, maria, erik)
    table.look()
    yield table
    for desk in (maria.desk, erik.desk, room.desk):
        desk.close()


def test_each_knows_the_other_by_first_name_and_place(table: Table) -> None:
    other = table.maria.company.other()
    assert (other.name, other.places, other.writes) == ("Erik", frozenset({"future"}), "")
    assert other.is_talking
    assert not other.is_preparing


def test_whoever_goes_away_is_nobody(table: Table) -> None:
    table.erik.company.be_at(None)
    table.look()
    assert table.maria.company.other() == NOBODY
    assert table.erik.company.other() == NOBODY


def test_the_pen_that_is_taken_over_takes_a_moment_to_come(table: Table) -> None:
    table.maria.company.take_pen("results")
    table.look()
    assert not table.erik.company.take_pen("results")
    table.erik.company.take_pen_over("results")
    table.look()
    assert table.erik.company.other().hands_over == "results"
    assert not table.erik.company.take_pen("results"), "she has not saved yet"
    assert not table.maria.company.take_pen("results"), "it is no longer hers"
    table.erik.seconds += HANDED_OVER
    assert table.erik.company.other().hands_over == ""
    assert table.erik.company.take_pen("results")


def test_a_pen_that_lies_free_needs_no_taking_over(table: Table) -> None:
    table.erik.company.take_pen_over("results")
    assert table.erik.company.other().hands_over == ""
    assert table.erik.company.take_pen("results")


def test_a_session_is_alone_in_a_file_of_ones_own(table: Table) -> None:
    alone = Company(table.room.desk, table.room.me)
    alone.be_at((table.room.conversation, "future"))
    assert not alone.possible
    assert alone.other() == NOBODY
    assert alone.take_pen("results")
    assert len(table.room.desk.store.rows("SELECT * FROM presence")) == 2, "the two who came in by the door"


def test_the_pen_is_no_lock_where_the_file_can_not_be_written(table: Table) -> None:
    with table.room.desk.store.writing():  # for as long as this lasts nobody else can write
        assert table.maria.company.take_pen("results")
