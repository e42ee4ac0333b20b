"""Rounds, who is in them, and how far each has come, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from ijtui.data.store import Row, Store
from ijtui.domain.agenda import Kind
from ijtui.domain.person import Person
from ijtui.domain.round import Member, Round
from ijtui.domain.stage import Place, Stage
from ijtui.errors import NotFound
from ijtui.words import N_

NO_ROUND = N_("There is no round with number {number}.")


class Rounds:
    """The rounds of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Round, ...]:
        """Return every round, the latest season first."""
        return tuple(self._whole(self._store.rows("SELECT * FROM round ORDER BY first DESC, id DESC")))

    def open(self) -> tuple[Round, ...]:
        """Return those that are not closed, the season that ends first on top."""
        found = self._store.rows("SELECT * FROM round WHERE closed IS NULL ORDER BY last, id")
        return tuple(self._whole(found))

    def get(self, number: int) -> Round:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(dict, "round", number)
        if found is None:
            raise NotFound(NO_ROUND, number=number)
        return next(self._whole([found]))

    def add(self, new: Round) -> Round:
        """Store a new one inside `writing`, with the units that it is for."""
        stored = replace(new, id=self._store.insert("round", _row(new)), version=1)
        self._set_units(stored)
        return stored

    def change(self, changed: Round) -> Round:
        """Store a changed one inside `writing`.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("round", changed.id, changed.version, _row(changed), self.get)
        self._set_units(changed)
        return replace(changed, version=version)

    def _set_units(self, stored: Round) -> None:
        self._store.db.execute("DELETE FROM main.round_unit WHERE round = ?", [stored.id])
        for unit in sorted(stored.units):
            self._store.insert("round_unit", {"round": stored.id, "unit": unit})

    # Who is in one

    def members(self, number: int) -> tuple[Member, ...]:
        """Return everybody in a round."""
        return self._store.all(
            _member,
            "SELECT person, manager, unit, since FROM round_member WHERE round = ? ORDER BY person",
            number,
        )

    def concerns(self, number: int, person: int) -> bool:
        """Whether somebody is in a round, or leads somebody who is."""
        sql = (
            "SELECT 1 FROM round_member WHERE round = ?1 AND (person = ?2"
            " OR person IN (SELECT id FROM person WHERE manager = ?2)) LIMIT 1"
        )
        return bool(self._store.rows(sql, number, person))

    def put_in(self, number: int, people: Iterable[Person], day: date) -> None:
        """Store people as members inside `writing`, where they work now; who is in it stays as they are."""
        self._store.db.executemany(
            "INSERT INTO main.round_member (round, person, manager, unit, since) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (round, person) DO NOTHING",
            [(number, person.id, person.manager, person.unit, day.isoformat()) for person in people],
        )

    def take_out(self, number: int, people: Iterable[int]) -> None:
        """Remove members inside `writing`."""
        self._store.db.executemany(
            "DELETE FROM main.round_member WHERE round = ? AND person = ?",
            [(number, person) for person in people],
        )

    def settle(self, number: int) -> None:
        """Keep inside `writing` where everybody in it works now, for a round that is closed."""
        self._store.db.execute(
            "UPDATE main.round_member SET manager = (SELECT manager FROM person WHERE person.id = person),"
            " unit = (SELECT unit FROM person WHERE person.id = person) WHERE round = ?",
            [number],
        )

    # How far they have come

    def places(self, number: int) -> tuple[Place, ...]:
        """Return how far everybody in it has come whom the session may count; named only where it may see."""
        return self._store.all(
            _place, "SELECT stage, person, manager, unit, leader FROM standing WHERE round = ?", number
        )

    def places_near(self, number: int, person: int) -> tuple[Place, ...]:
        """Return how far somebody has come, and those whom they lead, and those whom these lead."""
        return self._store.all(
            _place,
            "SELECT stage, person, manager, unit, leader FROM standing WHERE round = ?1 AND (person = ?2"
            " OR leader = ?2 OR manager IN (SELECT id FROM person WHERE manager = ?2))",
            number,
            person,
        )

    def _whole(self, rows: Iterable[dict[str, Any]]) -> Iterator[Round]:
        units: dict[int, set[int]] = {}
        for row in self._store.rows("SELECT round, unit FROM round_unit"):
            units.setdefault(row["round"], set()).add(row["unit"])
        with self._store.understood():
            yield from [_round(row, frozenset(units.get(row["id"], ()))) for row in rows]


def _round(row: Row, units: frozenset[int]) -> Round:
    days = {name: _day(row[name]) for name in ("first", "last", "made", "closed")}
    return Round(**{**row, **days, "kind": Kind(row["kind"]), "units": units})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _row(this: Round) -> dict[str, object]:
    return {
        "name": this.name,
        "kind": this.kind.value,
        "template": this.template,
        "first": this.first.isoformat(),
        "last": this.last.isoformat(),
        "author": this.author,
        "made": this.made.isoformat() if this.made else "",
        "closed": this.closed.isoformat() if this.closed else None,
    }


def _member(row: Row) -> Member:
    return Member(**{**row, "since": date.fromisoformat(row["since"])})


def _place(row: Row) -> Place:
    return Place(**{**row, "stage": Stage(row["stage"])})
