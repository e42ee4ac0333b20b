"""A round and the people in it, and the same counted the slow way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Part, Person
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from ijtui.services.desk import Desk
from tests.builders import NOW, FixedClock, a_desk, a_person, an_agenda

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)


def a_round(**changes: Any) -> Round:
    """Return one of two months, not stored."""
    return replace(Round("Årssamtal 2026", FIRST, LAST), **changes)


@dataclass
class Line:
    """A head, two managers and their people, in a file without accounts.

    Attributes:
        head: leads the two managers.
        managers: each leads three people.
        people: everybody who is led, the managers too.
    """

    desk: Desk
    clock: FixedClock
    me: Person
    head: Person
    managers: list[Person] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    _plans: count[int] = field(default_factory=lambda: count(1))

    def book(self, employee: Person, day: date | None, kind: Kind = Kind.ANNUAL) -> Conversation:
        """Store a booked conversation with the nearest manager."""
        agenda = an_agenda(kind=kind)
        boss = self.desk.people.get(self.me, employee.manager or 0)
        starts = NOW.replace(year=day.year, month=day.month, day=day.day) if day else None
        return self.desk.conversations.book(boss, agenda, employee, boss, starts)

    def set_state(self, booked: Conversation, state: State) -> None:
        """Let it have come that far, whatever day it is."""
        with self.desk.store.writing():
            values = [state.value, booked.id]
            self.desk.store.db.execute("UPDATE conversation SET state = ? WHERE id = ?", values)

    def open_up(self, booked: Conversation, *parties: Party) -> None:
        """Let these have opened what they prepared."""
        for party in parties:
            self.desk.texts.open_preparation(booked.person(party), booked)

    def sign(self, booked: Conversation, *people: Person) -> None:
        """Store another version of the plan, and who signed it."""
        number, store = next(self._plans), self.desk.store
        plan = {"conversation": booked.id, "number": number, "body": "{}", "hash": f"{number:064}",
                "author": booked.manager.id, "made": "2026-10-01T09:00:00"}  # fmt: skip
        with store.writing():
            made = store.insert("signed_plan", plan)
            for person in people:
                row = {"plan": made, "person": person.id, "answer": "signed", "method": "session",
                       "at": "2026-10-01T09:00:00"}  # fmt: skip
                store.insert("signature", row)

    def agree(self, booked: Conversation, *, answered: bool = False, decided: int | None = None) -> None:
        """Store a point of its plan."""
        row = {"employee": booked.employee.id, "manager": booked.manager.id, "conversation": booked.id,
               "agreed": "2026-10-01", "what": "Boka kursen", "responsible": "employee", "decided": decided,
               **({"carried_out": "yes", "evaluated_on": "2026-10-02"} if answered else {})}  # fmt: skip
        with self.desk.store.writing():
            self.desk.store.insert("action", row)

    def stage(self, this: Round, person: Person) -> Stage | None:
        """Return how far somebody has come, as they see it themselves."""
        return self.desk.rounds.coverage(person, this).own


def a_line(folder: Path) -> Line:
    """Return it; whose file it is leads nobody, and nobody leads the head."""
    clock = FixedClock(NOW - timedelta(days=70))
    desk = a_desk(folder, clock)
    me = desk.people.first_run("Hanna Hed", Part.MANAGER)
    head = desk.people.add(me, a_person("Nina Norén", manager=me.id))
    line = Line(desk, clock, me, head)
    for name, led in (("Maria Holm", ("Anna", "Bo", "Cilla")), ("Omar Haddad", ("Dag", "Eva", "Frej"))):
        boss = desk.people.add(me, a_person(name, manager=head.id, unit=f"Enhet {name[0]}"))
        line.managers.append(boss)
        line.people += [
            boss,
            *(desk.people.add(me, a_person(f"{one} Ask", manager=boss.id, unit=boss.unit)) for one in led),
        ]
    return line
