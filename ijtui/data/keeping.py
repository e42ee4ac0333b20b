"""Rules, legal holds and receipts as rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ijtui.data.store import Row, Store
from ijtui.domain.keeping import Hold, Part, Receipt, Sort
from ijtui.errors import NotFound
from ijtui.words import N_

_NO_HOLD = N_("There is no legal hold with number {number}.")


class Keeping:
    """What one file says of keeping and weeding."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Rules

    def chosen(self) -> Row | None:
        """Return the rules that were chosen last: number, text, author and moment; or None."""
        return next(iter(self._store.rows("SELECT * FROM keeping ORDER BY id DESC LIMIT 1")), None)

    def choose(self, body: str, author: str, at: datetime) -> int:
        """Store rules inside `writing` and return their number."""
        return self._store.insert("keeping", {"body": body, "author": author, "at": _moment(at)})

    # Legal holds

    def holds(self) -> tuple[Hold, ...]:
        """Return every hold there ever was, those that stand first."""
        return self._store.all(_hold, "SELECT * FROM hold ORDER BY until IS NOT NULL, id")

    def hold(self, number: int) -> Hold:
        """Return that hold.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_hold, "hold", number)
        if found is None:
            raise NotFound(_NO_HOLD, number=number)
        return found

    def add_hold(self, hold: Hold) -> Hold:
        """Store a new hold inside `writing`."""
        row = {
            "person": hold.person,
            "conversation": hold.conversation,
            "reason": hold.reason,
            "author": hold.author,
            "since": _moment(hold.since),
        }
        return replace(hold, id=self._store.insert("hold", row))

    def lift(self, hold: Hold, author: str, at: datetime) -> Hold:
        """Store inside `writing` that a hold stands no longer."""
        values = [_moment(at), author, hold.id]
        self._store.db.execute("UPDATE main.hold SET until = ?, lifted_by = ? WHERE id = ?", values)
        return replace(hold, until=at, lifted_by=author)

    # Receipts

    def receipt(self, number: int) -> Receipt:
        """Return a receipt with all its parts."""
        parts = self._store.all(_part, "SELECT * FROM weeded WHERE weeding = ? ORDER BY id", number)
        [found] = self._store.all(
            lambda row: _receipt(row, parts),
            "SELECT weeding.*, keeping.at AS chosen FROM weeding JOIN keeping ON keeping.id = keeping"
            " WHERE weeding.id = ?",
            number,
        )
        return found

    def newest(self) -> Receipt | None:
        """Return the newest receipt without its parts, or None."""
        found = self._store.all(
            lambda row: _receipt(row, ()),
            "SELECT weeding.*, keeping.at AS chosen FROM weeding JOIN keeping ON keeping.id = keeping"
            " ORDER BY weeding.id DESC LIMIT 1",
        )
        return next(iter(found), None)

    def add_receipt(self, keeping: int, receipt: Receipt, parts: Iterable[Part]) -> int:
        """Store a receipt inside `writing` and return its number."""
        at = _moment(receipt.at) if receipt.at else ""
        row = {"keeping": keeping, "day": receipt.day.isoformat(), "author": receipt.author, "at": at}
        number = self._store.insert("weeding", row)
        for part in parts:
            self._store.insert("weeded", _part_row(part, number, at))
        return number

    def set_cleaned(self, at: datetime) -> None:
        """Store inside `writing` that nothing of what was removed so far is left in the file."""
        self._store.db.execute("UPDATE main.weeding SET cleaned = ? WHERE cleaned IS NULL", [_moment(at)])


def _hold(row: Row) -> Hold:
    until = datetime.fromisoformat(row["until"]) if row["until"] else None
    return Hold(**{**row, "since": datetime.fromisoformat(row["since"]), "until": until})


def _receipt(row: Row, parts: tuple[Part, ...]) -> Receipt:
    return Receipt(
        date.fromisoformat(row["day"]),
        parts,
        datetime.fromisoformat(row["at"]),
        row["author"],
        datetime.fromisoformat(row["chosen"]),
        datetime.fromisoformat(row["cleaned"]) if row["cleaned"] else None,
        row["id"],
    )


def _part(row: Row) -> Part:
    ids = tuple(map(int, row["ids"].split()))
    return Part(
        Sort(row["sort"]),
        row["thing"],
        row["person"],
        row["conversation"],
        row["number"],
        ids,
        bool(row["held"]),
    )


def _part_row(part: Part, weeding: int, at: str) -> dict[str, Any]:
    return {
        "weeding": weeding,
        "person": part.person,
        "conversation": part.conversation,
        "sort": part.sort.value,
        "held": int(part.held),
        "thing": part.table,
        "number": part.number,
        "ids": " ".join(map(str, part.ids)),
        "at": at,
    }


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
