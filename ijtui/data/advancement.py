"""How far people have come on the way to the next step in their role, as rows."""

from __future__ import annotations

from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.advancement import Reached


class Advancements:
    """What is reached, in one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, person: int) -> dict[str, dict[str, Reached]]:
        """Return what that person has reached: step id → criterion id → how far."""
        found: dict[str, dict[str, Reached]] = {}
        rows = self._store.all(
            lambda row: (row["step"], row["criterion"], _reached(row)),
            "SELECT * FROM advancement WHERE person = ?",
            person,
        )
        for step, criterion, reached in rows:
            found.setdefault(step, {})[criterion] = reached
        return found

    def put(self, person: int, step: str, criterion: str, reached: Reached) -> None:
        """Store how far that person has come, inside `writing`."""
        row = {
            "person": person,
            "step": step,
            "criterion": criterion,
            "reached": reached.number,
            "note": reached.note,
            "author": reached.author,
            "changed": reached.changed.isoformat(timespec="seconds") if reached.changed else "",
        }
        self._store.upsert("advancement", ["person", "step", "criterion"], row)


def _reached(row: Row) -> Reached:
    return Reached(row["reached"], row["note"], row["author"], datetime.fromisoformat(row["changed"]))
