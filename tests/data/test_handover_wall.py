"""The wall around handovers: nobody opens or closes the way to what is another's by a statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.domain.person import Person
from tests.builders import Room, a_person, a_room, a_session, let_in

NEW = (
    "INSERT INTO main.handover"
    " (uid, employee, leaver, successor, day, made, author, state, bars, holds, care)"
    " VALUES ('x', {employee}, {leaver}, {successor}, '2026-11-21', '2026-11-21', {author}, {state})"
)


@dataclass
class Three:
    """Maria (1) has begun to hand Erik (2) over to Sara (3); Karl (4) is Maria's, Nina (5) nobody's."""

    room: Room
    people: dict[str, Person]

    def tries(self, who: str, statement: str) -> None:
        """Run a statement in somebody's session.

        Raises:
            sqlite3.Error: the wall refuses it.
        """
        session = a_session(self.room.desk, self.people[who])
        try:
            session.store.db.execute(statement)
        finally:
            session.close()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    room = a_room(tmp_path)
    add = room.desk.people.add
    people = {"maria": room.me, "erik": room.employee, "sara": add(room.me, a_person("Sara Sten"))}
    people["karl"] = add(room.me, a_person("Karl Kvist", manager=room.me.id))
    people["nina"] = add(room.me, a_person("Nina Norén"))
    for person in people.values():
        let_in(room.desk, person)
    day = room.clock.now.date() + timedelta(days=9)
    room.desk.handovers.begin(room.me, room.employee, room.me, people["sara"], day)
    yield Three(room, people)
    room.desk.close()


REFUSED = [
    # to begin one that brings oneself what is another's
    ("sara", NEW.format(employee=4, leaver=1, successor=3, author=3, state="'open', 0, 0, 0")),
    ("nina", NEW.format(employee=4, leaver=1, successor=5, author=5, state="'open', 0, 0, 0")),
    ("nina", NEW.format(employee=4, leaver=5, successor=3, author=5, state="'open', 0, 0, 0")),
    ("karl", NEW.format(employee=4, leaver=1, successor=3, author=4, state="'open', 0, 0, 0")),
    ("erik", NEW.format(employee=4, leaver=1, successor=3, author=2, state="'open', 0, 0, 0")),
    # to begin it in another's name, or as if it had taken place
    ("maria", NEW.format(employee=4, leaver=1, successor=3, author=2, state="'open', 0, 0, 0")),
    ("maria", NEW.format(employee=4, leaver=1, successor=3, author=1, state="'moved', 0, 0, 0")),
    ("maria", NEW.format(employee=4, leaver=1, successor=3, author=1, state="'open', 1, 0, 0")),
    ("maria", NEW.format(employee=4, leaver=1, successor=3, author=1, state="'open', 0, 1, 0")),
    # to change one that is there
    ("maria", "UPDATE main.handover SET state = 'moved'"),
    ("maria", "UPDATE main.handover SET holds = 1"),
    ("maria", "UPDATE main.handover SET employee = 4"),
    ("sara", "UPDATE main.handover SET holds = 1"),
    ("sara", "UPDATE main.handover SET day = '2026-11-21'"),
    ("erik", "UPDATE main.handover SET successor = 5"),
    ("nina", "UPDATE main.handover SET successor = 5"),
    ("maria", "DELETE FROM main.handover"),
    # to choose for the other
    ("maria", "INSERT INTO main.handover_choice VALUES (1, 'employee', 'notes', 1, '2026')"),
    ("erik", "INSERT INTO main.handover_choice VALUES (1, 'manager', 'notes', 2, '2026')"),
    ("erik", "INSERT INTO main.handover_choice VALUES (1, 'employee', 'notes', 1, '2026')"),
    ("sara", "INSERT INTO main.handover_choice VALUES (1, 'manager', 'notes', 3, '2026')"),
    ("nina", "INSERT INTO main.handover_choice VALUES (1, 'employee', 'notes', 5, '2026')"),
    # to write or read what goes on
    ("maria", "INSERT INTO main.handed_over VALUES (1, '{}')"),
    ("sara", "SELECT body FROM main.handed_over"),
    ("nina", "SELECT receipt FROM main.handover"),
    # to take another's promise
    ("sara", "UPDATE main.action SET manager = 3"),
]


@pytest.mark.parametrize(("who", "statement"), REFUSED)
def test_it_is_refused(three: Three, who: str, statement: str) -> None:
    if "action" in statement:
        three.room.desk.store.db.execute(
            "INSERT INTO action (employee, manager, agreed, what, responsible)"
            " VALUES (2, 1, '2026-11-20', 'x', 'manager')"
        )
    with pytest.raises(sqlite3.Error, match=r"authorized|prohibited|behind the wall"):
        three.tries(who, statement)


ALLOWED = [
    ("maria", NEW.format(employee=4, leaver=1, successor=3, author=1, state="'open', 0, 0, 0")),
    ("maria", "UPDATE main.handover SET day = '2026-12-24', successor = 5"),
    ("maria", "UPDATE main.handover SET state = 'off'"),
    ("maria", "INSERT INTO main.handover_choice VALUES (1, 'manager', 'notes', 1, '2026')"),
    ("erik", "INSERT INTO main.handover_choice VALUES (1, 'employee', 'notes', 2, '2026')"),
]


@pytest.mark.parametrize(("who", "statement"), ALLOWED)
def test_what_is_ones_own_to_say_is_written(three: Three, who: str, statement: str) -> None:
    three.tries(who, statement)


def test_nobody_else_knows_of_it(three: Three) -> None:
    for who, sees in (("maria", 1), ("erik", 1), ("sara", 1), ("karl", 0), ("nina", 0)):
        session = a_session(three.room.desk, three.people[who])
        for table in ("handover", "handing_over"):
            assert len(session.store.rows(f"SELECT id FROM {table}")) == sees, (who, table)
        session.close()
