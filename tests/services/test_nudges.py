"""Reminders of an open round: counts for managers, one's own for each, and never who it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ijtui.domain.nudge import FEW, SOON, About, Nudge
from ijtui.domain.person import Person
from ijtui.domain.round import Round
from ijtui.domain.today import Wait
from ijtui.screens.today_words import waits
from ijtui.services.today import TodayService
from tests.builders import a_person, a_session
from tests.services.rounds import FIRST, LAST, Line, a_line, a_round


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    line = a_line(tmp_path)
    yield line
    line.desk.close()


@pytest.fixture
def this(line: Line) -> Round:
    return line.desk.rounds.add(line.me, a_round())


def on(line: Line, day: date) -> None:
    line.clock.now = datetime.combine(day, datetime.min.time())


def nudges(line: Line, person: Person) -> list[tuple[About, int, int, str]]:
    """Return what somebody is reminded of in a session of their own."""
    session = a_session(line.desk, person)
    found = [item.nudge for item in session.today.look(person).waiting if item.nudge]
    session.close()
    return [(nudge.about, nudge.unbooked, nudge.people, nudge.name) for nudge in found]


def test_everybody_is_reminded_of_their_own_and_managers_of_how_many(line: Line, this: Round) -> None:
    line.book(line.people[1], FIRST)
    on(line, FIRST)
    maria, anna, bo = line.managers[0], line.people[1], line.people[2]
    assert nudges(line, anna) == []
    assert nudges(line, bo) == [(About.OWN, 1, 1, "")]
    assert nudges(line, maria) == [(About.OWN, 1, 1, ""), (About.LED, 2, 3, "")]


def test_the_next_manager_is_told_how_many_in_the_last_two_weeks(line: Line, this: Round) -> None:
    line.book(line.people[1], FIRST)
    on(line, LAST - SOON - timedelta(days=1))
    assert nudges(line, line.head) == [(About.OWN, 1, 1, ""), (About.LED, 2, 2, "")]
    on(line, LAST - SOON)
    assert nudges(line, line.head)[2:] == [
        (About.BELOW, 2, 3, "Maria Holm"),
        (About.BELOW, 3, 3, "Omar Haddad"),
    ]


@pytest.mark.parametrize("day", [FIRST - SOON - timedelta(days=1), FIRST.replace(year=2027)])
def test_long_before_and_long_after_nobody_is_reminded(line: Line, this: Round, day: date) -> None:
    on(line, day)
    assert nudges(line, line.head) == []


def test_of_a_closed_round_nobody_is_reminded(line: Line, this: Round) -> None:
    on(line, LAST)
    line.desk.rounds.close(line.me, this)
    assert nudges(line, line.head) == []


def test_a_reminder_names_a_manager_and_nobody_else(line: Line, this: Round) -> None:
    on(line, LAST)
    session = a_session(line.desk, line.head)
    said = [waits(item, line.head) for item in session.today.look(line.head).waiting if item.nudge]
    session.close()
    assert said == [
        ("Årssamtal 2026", "your conversation is not booked, last day Sat 31 Oct"),
        ("Årssamtal 2026", "2 of 2 not booked, last day Sat 31 Oct"),
        ("Maria Holm", "3 of 3 not booked, last day Sat 31 Oct · Årssamtal 2026"),
        ("Omar Haddad", "3 of 3 not booked, last day Sat 31 Oct · Årssamtal 2026"),
    ]


def test_in_a_file_of_ones_own_the_owner_is_reminded_of_the_people_they_lead(line: Line, this: Round) -> None:
    on(line, FIRST)
    found = [item.nudge for item in line.desk.today.look(line.me).waiting if item.why is Wait.ROUND]
    assert found == [Nudge(replace(this), About.LED, 1, 1, line.me.id)]


def test_without_a_round_nothing_of_rounds_is_asked(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    store, rows = line.desk.store, line.desk.store.rows

    def note(sql: str, *values: object) -> object:
        asked.append(sql)
        return rows(sql, *values)

    monkeypatch.setattr(store, "rows", note)
    TodayService(store, line.clock, str).look(line.me)
    assert [sql for sql in asked if "round" in sql] == ["SELECT 1 FROM round WHERE closed IS NULL LIMIT 1"]


def test_of_many_managers_there_is_one_line(line: Line, this: Round) -> None:
    for number in range(FEW - 1):
        boss = line.desk.people.add(line.me, a_person(f"Chef {number}", manager=line.head.id))
        led = line.desk.people.add(line.me, a_person(f"Ny {number}", manager=boss.id))
        line.desk.rounds.put_in(line.me, this, led)
    on(line, LAST)
    session = a_session(line.desk, line.head)
    last = [waits(item, line.head) for item in session.today.look(line.head).waiting if item.nudge][-1]
    session.close()
    assert last == ("Årssamtal 2026", "4 managers: 8 of 8 not booked, last day Sat 31 Oct")
