"""A file with two people: one with ten years of conversations, goals and entries, one with nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.example import Example
from ijtui.content.library import agenda
from ijtui.domain.action import Action
from ijtui.domain.agenda import Kind
from ijtui.domain.check_in import CheckIn
from ijtui.domain.goal import Goal, Result
from ijtui.domain.journal import EntryKind
from ijtui.domain.person import Part, Person
from ijtui.domain.quarter import quarters
from ijtui.domain.text import TextKey, TextKind
from ijtui.services.desk import Desk, open_desk

FULL, EMPTY = "Frida Full", "Tom Tomsson"
YEARS, GOALS, CHECK_INS, ACTIONS, ENTRIES = 10, 30, 8, 60, 1_000
_NOTES = "Beslut skrivs i kanalen samma dag. Vi provar en runda runt bordet i januari. "


class _Clock:
    """Tells the time it was set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def decade() -> Iterator[Example]:
    """Make the file and take it away again; the app speaks English on it."""
    with TemporaryDirectory(prefix="ijtui-benchmark-") as folder:
        database = Path(folder, "ijtui.db")
        fill(database, date.today())  # noqa: DTZ011 - the app that opens it looks at the wall, too
        yield Example(
            database, {"IJTUI_CONFIG": str(Path(folder, "config")), "LANG": "en_GB.UTF-8", "LC_ALL": ""}
        )


def fill(database: Path, today: date) -> None:
    """Let ten years happen until `today`, by the services that a person uses."""
    clock, numbers = _Clock(_at(date(today.year - YEARS, 1, 1))), count(1)
    desk = open_desk(database, clock=clock, new_id=lambda: f"{next(numbers)}")
    with desk.store.writing():
        me = desk.people.first_run("Maria Chef", Part.MANAGER)
        frida = desk.people.add(me, Person(FULL, manager=me.id))
        desk.people.add(me, Person(EMPTY, manager=me.id))
        days = [today - timedelta(days=365 * YEARS * number // ENTRIES) for number in range(ENTRIES, 0, -1)]
        _conversations(desk, clock, me, frida, today)
        _goals_and_agreements(desk, clock, me, frida, days)
        _journal(desk, clock, me, frida, days)
    desk.close()


def _conversations(desk: Desk, clock: _Clock, me: Person, frida: Person, today: date) -> None:
    kinds = {kind: agenda(kind.value, "en") for kind in (Kind.ANNUAL, Kind.QUARTERLY)}
    for quarter in quarters(date(today.year - YEARS, 1, 1), today)[:-1]:
        for kind, of in kinds.items():
            if kind is Kind.QUARTERLY or quarter.number == 4:
                clock.now = datetime.combine(quarter.first, datetime.min.time()) + timedelta(days=9, hours=9)
                booked = desk.conversations.book(me, of, frida, me, clock.now)
                desk.conversations.begin(me, booked)
                for question in of.questions():
                    key = TextKey(booked.id, question.id, TextKind.SHARED)
                    desk.texts.save(me, key, _NOTES * 3, 0)
                desk.conversations.conclude(me, desk.conversations.get(me, booked.id))


def _goals_and_agreements(desk: Desk, clock: _Clock, me: Person, frida: Person, days: list[date]) -> None:
    for number in range(GOALS):
        begins = number * len(days) // GOALS
        clock.now = _at(days[begins])
        goal = desk.goals.add_for(me, frida, Goal(frida.id, f"Goal {number}"))
        for step in range(CHECK_INS):
            clock.now = _at(days[begins + step])
            desk.goals.check_in(me, goal, CheckIn(goal.id, clock.now.date(), step * 10))
        if number < GOALS - 3:
            desk.goals.close(me, desk.goals.get(me, goal.id), Result.REACHED)
    for number in range(ACTIONS):
        clock.now = _at(days[number * len(days) // ACTIONS])
        due = clock.now.date() + timedelta(days=60)
        desk.actions.add_between(me, frida, Action(frida.id, None, f"Action {number}", due=due))


def _journal(desk: Desk, clock: _Clock, me: Person, frida: Person, days: list[date]) -> None:
    reflected = set()
    for day in days:
        clock.now = _at(day)
        (quarter,) = quarters(day, day)
        first = quarter not in reflected
        reflected.add(quarter)
        kind = {"kind": EntryKind.REFLECTION, "quarter": quarter} if first else {}
        desk.journal.new(me, desk.journal.blank(me, body=_NOTES, person=frida.id, **kind))


def _at(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time()) + timedelta(hours=12)
