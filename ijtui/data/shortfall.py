"""What stood in a goal's way, as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.cause import Cause
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.errors import BadInput, NotFound
from ijtui.words import N_

NO_SHORTFALL = N_("There is no talk about causes with number {number}.")


class Shortfalls:
    """What was found out about the goals of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, shortfall: int) -> Shortfall:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_shortfall, "shortfall", shortfall)
        if found is None:
            raise NotFound(NO_SHORTFALL, number=shortfall)
        return found

    def of(self, goal: int) -> tuple[Shortfall, ...]:
        """Return what was found out about that goal, the newest first."""
        return self._store.all(
            _shortfall, "SELECT * FROM shortfall WHERE goal = ? ORDER BY day DESC, id DESC", goal
        )

    def add(self, shortfall: Shortfall) -> Shortfall:
        """Store a new one and return it with its number."""
        return replace(shortfall, id=self._store.insert("shortfall", _row(shortfall)), version=1)

    def change(self, shortfall: Shortfall) -> Shortfall:
        """Store a changed one.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("shortfall", shortfall.id, shortfall.version, _row(shortfall), self.get)
        return replace(shortfall, version=version)


def _shortfall(row: Row) -> Shortfall:
    try:
        quarter = Quarter.read(row["quarter"])
    except BadInput as error:
        raise ValueError(row["quarter"]) from error
    day, cause = date.fromisoformat(row["day"]), Cause(row["cause"])
    return Shortfall(**{**row, "day": day, "cause": cause, "quarter": quarter})


def _row(shortfall: Shortfall) -> dict[str, object]:
    return {
        "goal": shortfall.goal,
        "day": shortfall.day.isoformat(),
        "cause": shortfall.cause.value,
        "because": shortfall.because,
        "next_step": shortfall.next_step,
        "quarter": str(shortfall.quarter),
        "conversation": shortfall.conversation,
        "author": shortfall.author,
    }
