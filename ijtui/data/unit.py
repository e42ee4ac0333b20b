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


def _unit(row: Row) -> Unit:
    return Unit(**{**row, "kind": UnitKind(row["kind"])})


def _row(unit: Unit) -> dict[str, object]:
    return {"name": unit.name, "kind": unit.kind.value, "parent": unit.parent}
