"""What the units have set themselves, and what serves it, from the organisation down to goals (D-G2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ijtui.clean import clean_line
from ijtui.data.milestone import Milestones
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.target import TargetRows
from ijtui.data.unit import Units
from ijtui.domain import access
from ijtui.domain.cascade import Serving, counted
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("What a unit is to reach is written by whoever leads it, and by HR for all units.")


class MilestoneService(Service):
    """What a person can do with milestones and operating-plan goals; everybody in the file reads them."""

    def all(self, asker: Person) -> tuple[Milestone, ...]:
        """Return everything that every unit has set itself, the latest year first."""
        return Milestones(self._store).all()

    def of_unit(self, asker: Person, unit: str, year: int | None = None) -> tuple[Milestone, ...]:
        """Return what a unit is to reach: its own, that of what it is part of, and what holds for all units.

        Args:
            asker: who wants to know.
            unit: its name as people have it, whatever its capitals.
            year: one year, or None for every year.
        """
        tree = Units(self._store).tree()
        known = tree.named(clean_line(unit))
        above = tree.above(known.id) if known else ()
        wanted = {"", clean_line(unit).casefold(), *(one.name.casefold() for one in above)}
        return tuple(
            item
            for item in Milestones(self._store).all()
            if item.unit.casefold() in wanted and year in (None, item.year)
        )

    def to_serve(self, asker: Person, milestone: Milestone) -> tuple[Milestone, ...]:
        """Return what a milestone can serve: of units above its own or of all, without a circle or delay."""
        tree, everything = Units(self._store).tree(), self.all(asker)
        known = tree.named(clean_line(milestone.unit))
        above = {one.name.casefold() for one in tree.above(known.id)} if known else None
        return tuple(item for item in everything if _can_serve(milestone, item, everything, above))

    def get(self, asker: Person, milestone_id: int) -> Milestone:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        return Milestones(self._store).get(milestone_id)

    def serving(self, asker: Person) -> Mapping[int, Serving]:
        """Return how many goals serve each; of few goals that the asker may not read, no number is told."""
        rows = Milestones(self._store)
        goals = rows.goals()
        floor = TargetRows(self._store).floor()
        return counted(rows.all(), goals, rows.readable_goals(), floor)

    def may_set(self, asker: Person, unit: str) -> bool:
        """Whether the asker may say what a unit is to reach; "" for all units."""
        return self._counts_for_all(asker) or access.may_set_milestone(asker, unit, self._led_by(asker))

    def units_to_set(self, asker: Person) -> tuple[str, ...]:
        """Return the units for which the asker may say that, from the top down; "" stands for all units."""
        tree = Units(self._store).tree()
        named = [unit.name for _depth, unit in tree.walk()]
        led = self._led_by(asker)
        own = {asker.unit, *(person.unit for person in led)}
        wanted = (*named, *sorted(own - {*named, ""}))
        if self._counts_for_all(asker):
            return ("", *wanted)
        return tuple(unit for unit in wanted if access.may_set_milestone(asker, unit, led))

    def add(self, asker: Person, milestone: Milestone) -> Milestone:
        """Store a new one.

        Raises:
            RuleBroken: it says nothing or too much, the year is no year, or it serves what it can't.
            NotAllowed: in a shared file, of a unit that the asker doesn't lead.
        """
        checked = self._cleaned(milestone).checked()
        self._check_may_set(asker, checked.unit)
        with self._store.writing():
            checked.checked_among(Milestones(self._store).all())
            stored = Milestones(self._store).add(checked)
            self._note(asker, "added", f"milestone:{stored.id}")
        return stored

    def change(self, asker: Person, milestone: Milestone) -> Milestone:
        """Store a changed one; the goals that serve it say its new title.

        Raises:
            RuleBroken: as `add`.
            NotAllowed: as `add`.
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        checked = self._cleaned(milestone).checked()
        with self._store.writing():
            for unit in (Milestones(self._store).get(checked.id).unit, checked.unit):
                self._check_may_set(asker, unit)
            checked.checked_among(Milestones(self._store).all())
            stored = Milestones(self._store).change(checked)
            self._note(asker, "changed", f"milestone:{stored.id}")
        return stored

    def remove(self, asker: Person, milestone: Milestone) -> None:
        """Take one away that nothing serves.

        Raises:
            RuleBroken: goals or milestones serve it.
            NotAllowed: as `add`.
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        rows = Milestones(self._store)
        with self._store.writing():
            was = rows.get(milestone.id)
            self._check_may_set(asker, was.unit)
            goals = sum(served == was.id for served in rows.goals().values())
            was.checked_for_removal(goals, sum(other.serves == was.id for other in rows.all()))
            rows.remove(replace(was, version=milestone.version))
            self._note(asker, "removed", f"milestone:{was.id}")

    def _led_by(self, asker: Person) -> tuple[Person, ...]:
        """Return whom the asker leads; where posts are kept, only those who have one."""
        led = People(self._store).led_by(asker.id)
        if not Posts(self._store).exist():
            return led
        return tuple(person for person in led if Posts(self._store).of_person(person.id))

    def _check_may_set(self, asker: Person, unit: str) -> None:
        if not self.may_set(asker, unit):
            raise NotAllowed(_NOT_YOURS)

    def _cleaned(self, milestone: Milestone) -> Milestone:
        """Return it with clean words, and with the name of the unit as the tree has it."""
        unit = clean_line(milestone.unit)
        known = Units(self._store).tree().named(unit)
        return replace(milestone, unit=known.name if known else unit, title=clean_line(milestone.title))


def _can_serve(
    milestone: Milestone, item: Milestone, everything: tuple[Milestone, ...], above: set[str] | None
) -> bool:
    """Whether a milestone can serve an item; `above` are the units over its own, None where it has none."""
    if item.id == milestone.serves:
        return True
    if item.id == milestone.id or item.latest < milestone.latest:
        return False
    if above is not None and item.unit and item.unit.casefold() not in above:
        return False
    seen: set[int | None] = {item.id}
    served, by_id = item.serves, {one.id: one for one in everything}
    while served is not None and served not in seen:
        seen.add(served)
        served = by_id[served].serves if served in by_id else None
    return not milestone.id or milestone.id not in seen
