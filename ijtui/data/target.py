"""The targets of the years, and how few people are too few, as rows."""

from __future__ import annotations

from ijtui.data.store import Row, Store
from ijtui.domain.floor import USUAL_FLOOR
from ijtui.domain.target import Measure, Target

_FLOOR = "figure.floor"


class TargetRows:
    """What the organisation has decided about its figure."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Target, ...]:
        """Return the targets, the first year first."""
        return self._store.all(_target, "SELECT * FROM target ORDER BY year, measure")

    def put(self, target: Target) -> None:
        """Store a target inside `writing`, in place of the one of that year."""
        row = {"year": target.year, "measure": target.measure.value, "percent": target.percent}
        self._store.upsert("target", ["year", "measure"], row)

    def remove(self, year: int, measure: Measure) -> None:
        """Take one away inside `writing`."""
        self._store.db.execute(
            "DELETE FROM main.target WHERE year = ? AND measure = ?", [year, measure.value]
        )

    def floor(self) -> int:
        """Return how many people a figure has to be of at least."""
        with self._store.understood():
            rows = self._store.rows("SELECT value FROM meta WHERE key = ?", _FLOOR)
            return int(rows[0]["value"]) if rows else USUAL_FLOOR

    def set_floor(self, floor: int) -> None:
        """Store it inside `writing`."""
        self._store.upsert("meta", ["key"], {"key": _FLOOR, "value": str(floor)})


def _target(row: Row) -> Target:
    return Target(row["year"], Measure(row["measure"]), row["percent"])
