"""What the unit has set itself, from which a goal takes what it serves (D-G2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ijtui.clean import clean_line
from ijtui.data.milestone import Milestones
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Person
from ijtui.services.base import Service


class MilestoneService(Service):
    """What a person can do with milestones and operating-plan goals; everybody in the file reads them."""

    def all(self, asker: Person) -> tuple[Milestone, ...]:
        """Return everything that every unit has set itself, the latest year first."""
        return Milestones(self._store).all()

    def of_unit(self, asker: Person, unit: str, year: int | None = None) -> tuple[Milestone, ...]:
        """Return what a unit is to reach: its own, and what holds for all units.

        Args:
            asker: who wants to know.
            unit: its name as people have it, whatever its capitals.
            year: one year, or None for every year.
        """
        wanted = clean_line(unit).casefold()
        return tuple(
            item
            for item in Milestones(self._store).all()
            if item.unit.casefold() in ("", wanted) and year in (None, item.year)
        )

    def get(self, asker: Person, milestone_id: int) -> Milestone:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        return Milestones(self._store).get(milestone_id)

    def serving(self, asker: Person) -> Mapping[int, int]:
        """Return how many goals serve each; one that none serves is absent."""
        return Milestones(self._store).serving()

    def add(self, asker: Person, milestone: Milestone) -> Milestone:
        """Store a new one.

        Raises:
            RuleBroken: it says nothing or too much, or the year is no year.
        """
        checked = _cleaned(milestone).checked()
        with self._store.writing():
            stored = Milestones(self._store).add(checked)
            self._note(asker, "added", f"milestone:{stored.id}")
        return stored

    def change(self, asker: Person, milestone: Milestone) -> Milestone:
        """Store a changed one; the goals that serve it say its new title.

        Raises:
            RuleBroken: as `add`.
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        checked = _cleaned(milestone).checked()
        with self._store.writing():
            stored = Milestones(self._store).change(checked)
            self._note(asker, "changed", f"milestone:{stored.id}")
        return stored

    def remove(self, asker: Person, milestone: Milestone) -> None:
        """Take one away that no goal serves.

        Raises:
            RuleBroken: goals serve it.
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        rows = Milestones(self._store)
        with self._store.writing():
            was = rows.get(milestone.id)
            was.checked_for_removal(rows.serving().get(was.id, 0))
            rows.remove(replace(was, version=milestone.version))
            self._note(asker, "removed", f"milestone:{was.id}")


def _cleaned(milestone: Milestone) -> Milestone:
    return replace(milestone, unit=clean_line(milestone.unit), title=clean_line(milestone.title))
