"""The units of a file, as rows."""

from __future__ import annotations

from dataclasses import replace

from ijtui.data.store import Row, Store
from ijtui.domain.unit import Tree, Unit, UnitKind
from ijtui.errors import NotFound
from ijtui.words import N_

NO_UNIT = N_("There is no unit with number {number}.")


class Units:
    """The units of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tree(self) -> Tree:
        """Return all of them by name; a file of two people has none."""
        return Tree.of(self._store.all(_unit, "SELECT * FROM unit ORDER BY name, id"))

    def exist(self) -> bool:
        """Whether there are any."""
        return bool(self._store.rows("SELECT name FROM unit LIMIT 1"))

    def get(self, unit: int) -> Unit:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_unit, "unit", unit)
        if found is None:
            raise NotFound(NO_UNIT, number=unit)
        return found

    def add(self, unit: Unit) -> Unit:
        """Store a new one inside `writing` and return it with its number."""
        return replace(unit, id=self._store.insert("unit", _row(unit)), version=1)

    def change(self, unit: Unit) -> Unit:
        """Store a changed one inside `writing`.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("unit", unit.id, unit.version, _row(unit), self.get)
        return replace(unit, version=version)

    def remove(self, unit: Unit) -> None:
        """Take one away inside `writing` that nobody has worked in and that nothing is part of.

        Raises:
            Conflict: changed by somebody else since.
        """
        self._store.delete("unit", unit.id, unit.version, self.get)

    def is_in_use(self, unit: int) -> bool:
        """Whether somebody works there, or has, or something is part of it."""
        asked = "EXISTS (SELECT 1 FROM post WHERE unit = ?1) OR EXISTS (SELECT 1 FROM unit WHERE parent = ?1)"
        return bool(self._store.rows(f"SELECT {asked} AS used", unit)[0]["used"])

    def rename_elsewhere(self, old: str, new: str) -> None:
        """Let people and milestones, who have the name of their unit, have its new one; inside `writing`."""
        for table in ("person", "milestone"):
            self._store.db.execute(
                f"UPDATE main.{table} SET unit = ? WHERE id IN (SELECT id FROM {table} WHERE unit = ?)",
                [new, old],
            )


def _unit(row: Row) -> Unit:
    return Unit(**{**row, "kind": UnitKind(row["kind"])})


def _row(unit: Unit) -> dict[str, object]:
    return {"name": unit.name, "kind": unit.kind.value, "parent": unit.parent}
