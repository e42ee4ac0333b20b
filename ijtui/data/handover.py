"""Handovers as rows: who hands whom over to whom, what each lets go on, and what went on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from ijtui.data.store import Row, Store
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, Matter, State
from ijtui.domain.succession import UNBROKEN, Move, Succession
from ijtui.errors import NotFound
from ijtui.words import N_

NO_HANDOVER = N_("There is no handover with number {number}.")

_NEWEST = "ORDER BY state <> 'open', day DESC, id DESC"


@dataclass(frozen=True, slots=True)
class Begun:
    """That there is a handover, which is all that HR is told of it.

    Attributes:
        number: of the handover.
    """

    number: int
    employee: int
    leaver: int
    successor: int
    day: date
    state: State


class Handovers:
    """The handovers of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, number: int) -> Handover:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(dict, "handover", number)
        if found is None:
            raise NotFound(NO_HANDOVER, number=number)
        return self._whole([found])[0]

    def of_person(self, person: int) -> tuple[Handover, ...]:
        """Return those in which a person is one of the three: the open ones first, then the latest."""
        return self._found("?1 IN (employee, leaver, successor)", person)

    def by_uid(self, uid: str) -> Handover | None:
        """Return the one that is known by that name, or None."""
        return next(iter(self._found("uid = ?1", uid)), None)

    def open_of(self, employee: int, leaver: int) -> Handover | None:
        """Return the one between the two that has not taken place, or None."""
        found = self._found("employee = ?1 AND leaver = ?2 AND state = 'open'", employee, leaver)
        return next(iter(found), None)

    def due(self, today: date) -> tuple[Handover, ...]:
        """Return the open ones whose day has come, the earliest first."""
        rows = self._store.rows(
            "SELECT * FROM handover WHERE state = 'open' AND day <= ? ORDER BY day, id", today.isoformat()
        )
        return self._whole(rows)

    def begun(self) -> tuple[Begun, ...]:
        """Return that there are handovers, as far as the asker is told: HR of all, others of their own."""
        return self._store.all(_begun, f"SELECT * FROM handing_over {_NEWEST}")

    def add(self, handover: Handover) -> Handover:
        """Store a new one inside `writing`; what is chosen already, too."""
        return replace(handover, id=self._store.insert("handover", _row(handover)), version=1)

    def change(self, handover: Handover) -> Handover:
        """Store another successor, day or state inside `writing`.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("handover", handover.id, handover.version, _row(handover), self.get)
        return replace(handover, version=version)

    def choose(self, handover: Handover, party: Party, author: int, at: datetime) -> None:
        """Store what one of the two lets go on, inside `writing`."""
        row = {
            "handover": handover.id,
            "party": party.value,
            "matters": " ".join(sorted(handover.choices[party])),
            "author": author,
            "at": at.isoformat(timespec="seconds"),
        }
        self._store.upsert("handover_choice", ["handover", "party"], row)

    def ask_anew(self, handover: Handover) -> None:
        """Delete what was chosen, inside `writing`."""
        self._store.db.execute("DELETE FROM main.handover_choice WHERE handover = ?", [handover.id])

    # What went on

    def move(self, handover: Handover, body: str, *, bars: bool) -> None:
        """Store that it took place, inside `writing` and before any wall.

        What closed the successor's way is over, should they have come back, and the leaver holds no longer
        what earlier ones agreed on. Where care stays behind, it stays behind for good.
        """
        care = Matter.CARE in handover.goes_on
        self._store.db.execute(
            "UPDATE main.handover SET bars = 0 WHERE employee = ? AND leaver = ?",
            [handover.employee, handover.successor],
        )
        self._store.db.execute(
            "UPDATE main.handover SET holds = 0 WHERE employee = ? AND successor = ?",
            [handover.employee, handover.leaver],
        )
        if not care:
            self._store.db.execute(
                "UPDATE main.handover SET care = 0 WHERE employee = ?", [handover.employee]
            )
        self.change(handover)
        self._store.db.execute(
            "UPDATE main.handover SET bars = ?, holds = 1, care = ? WHERE id = ?",
            [int(bars), int(care), handover.id],
        )
        self.keep_body(handover.id, body)

    def keep_body(self, handover: int, body: str) -> None:
        """Store what went on, inside `writing`."""
        self._store.upsert("handed_over", ["handover"], {"handover": handover, "body": body})

    def body(self, handover: int) -> str | None:
        """Return what went on as it read that day, or None where it is not to be read."""
        rows = self._store.rows("SELECT body FROM handed_over WHERE handover = ?", handover)
        return str(rows[0]["body"]) if rows else None

    def bodies_to(self, successor: int, employee: int) -> tuple[str, ...]:
        """Return what that manager was given about that employee before, the oldest first."""
        return self._store.all(
            lambda row: str(row["body"]),
            "SELECT body FROM handed_over JOIN handover ON handover.id = handed_over.handover"
            " WHERE successor = ? AND employee = ? AND state = 'moved' ORDER BY moved, handover.id",
            successor,
            employee,
        )

    def take_over_actions(self, handover: Handover) -> None:
        """Let the successor be the manager of every open action, inside `writing`; its row stays the same."""
        self._store.db.execute(
            "UPDATE main.action SET agreed_with = nullif(coalesce(agreed_with, manager), ?1), manager = ?1"
            " WHERE employee = ?2 AND manager = ?3 AND carried_out IS NULL",
            [handover.successor, handover.employee, handover.leaver],
        )

    def has_received(self, person: int, handover: int) -> bool:
        """Whether it is written down that somebody has read what went on."""
        sql = "SELECT 1 FROM history WHERE who = ? AND verb = 'received' AND subject = ? LIMIT 1"
        return bool(self._store.rows(sql, person, f"handover:{handover}"))

    def succession(self, employee: int) -> Succession:
        """Return who took over from whom, as far as the asker is told."""
        moves = self._store.all(
            _move, "SELECT * FROM handover WHERE employee = ? AND state = 'moved' ORDER BY id", employee
        )
        return Succession(moves) if moves else UNBROKEN

    def _found(self, where: str, *values: object) -> tuple[Handover, ...]:
        return self._whole(self._store.rows(f"SELECT * FROM handover WHERE {where} {_NEWEST}", *values))

    def _whole(self, rows: list[dict[str, Any]]) -> tuple[Handover, ...]:
        choices = self._choices([row["id"] for row in rows])
        with self._store.understood():
            return tuple(_handover(row, choices.get(row["id"], {})) for row in rows)

    def _choices(self, ids: Iterable[int]) -> dict[int, dict[Party, frozenset[Matter]]]:
        asked, found = list(ids), dict[int, dict[Party, frozenset[Matter]]]()
        sql = f"SELECT * FROM handover_choice WHERE handover IN ({', '.join('?' * len(asked))})"
        with self._store.understood():
            for row in self._store.rows(sql, *asked) if asked else ():
                said = frozenset(map(Matter, row["matters"].split()))
                found.setdefault(row["handover"], {})[Party(row["party"])] = said
        return found


def _handover(row: Row, choices: Mapping[Party, frozenset[Matter]]) -> Handover:
    return Handover(
        uid=row["uid"],
        employee=row["employee"],
        leaver=row["leaver"],
        successor=row["successor"],
        day=date.fromisoformat(row["day"]),
        made=date.fromisoformat(row["made"]),
        author=row["author"],
        state=State(row["state"]),
        choices=MappingProxyType(dict(choices)),
        receipt=row["receipt"],
        hash=row["hash"],
        moved=date.fromisoformat(row["moved"]) if row["moved"] else None,
        id=row["id"],
        version=row["version"],
    )


def _row(handover: Handover) -> dict[str, object]:
    return {
        "uid": handover.uid,
        "employee": handover.employee,
        "leaver": handover.leaver,
        "successor": handover.successor,
        "day": handover.day.isoformat(),
        "made": handover.made.isoformat(),
        "author": handover.author,
        "state": handover.state.value,
        "receipt": handover.receipt,
        "hash": handover.hash,
        "moved": handover.moved.isoformat() if handover.moved else None,
    }


def _move(row: Row) -> Move:
    day = date.fromisoformat(row["day"])
    flags = {name: bool(row[name]) for name in ("bars", "holds", "care")}
    return Move(row["leaver"], row["successor"], day, **flags)


def _begun(row: Row) -> Begun:
    return Begun(
        row["id"],
        row["employee"],
        row["leaver"],
        row["successor"],
        date.fromisoformat(row["day"]),
        State(row["state"]),
    )
