"""What units have set themselves, as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.milestone import Milestone, MilestoneKind
from ijtui.errors import NotFound
from ijtui.words import N_

NO_MILESTONE = N_("There is no milestone with number {number}.")


class Milestones:
    """The milestones and operating-plan goals of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, milestone: int) -> Milestone:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_milestone, "milestone", milestone)
        if found is None:
            raise NotFound(NO_MILESTONE, number=milestone)
        return found

    def all(self) -> tuple[Milestone, ...]:
        """Return everything that every unit has set itself, the latest year first, then by when it is due."""
        return self._store.all(
            _milestone, "SELECT * FROM milestone ORDER BY year DESC, unit, due IS NULL, due, id"
        )

    def goals(self) -> dict[int, int]:
        """Return which one each goal serves, by the goal's id, whoever may read the goal."""
        found = self._store.rows("SELECT id, milestone FROM main.goal WHERE milestone IS NOT NULL")
        return {row["id"]: row["milestone"] for row in found}

    def readable_goals(self) -> frozenset[int]:
        """Return which of those goals the session may read."""
        found = self._store.rows("SELECT id, milestone FROM goal WHERE milestone IS NOT NULL")
        return frozenset(row["id"] for row in found)

    def add(self, milestone: Milestone) -> Milestone:
        """Store a new one and return it with its number."""
        return replace(milestone, id=self._store.insert("milestone", _row(milestone)), version=1)

    def change(self, milestone: Milestone) -> Milestone:
        """Store a changed one.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("milestone", milestone.id, milestone.version, _row(milestone), self.get)
        return replace(milestone, version=version)

    def remove(self, milestone: Milestone) -> None:
        """Delete one.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("milestone", milestone.id, milestone.version, self.get)


def _milestone(row: Row) -> Milestone:
    due = date.fromisoformat(row["due"]) if row["due"] else None
    return Milestone(**{**row, "kind": MilestoneKind(row["kind"]), "due": due})


def _row(milestone: Milestone) -> dict[str, object]:
    return {
        "unit": milestone.unit,
        "year": milestone.year,
        "kind": milestone.kind.value,
        "title": milestone.title,
        "due": milestone.due.isoformat() if milestone.due else None,
        "serves": milestone.serves,
    }
