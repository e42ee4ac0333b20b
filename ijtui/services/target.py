"""What an organisation decides about its figure: targets of years, and how few people are too few."""

from __future__ import annotations

from collections.abc import Iterable

from ijtui.data.target import TargetRows
from ijtui.domain.person import Person
from ijtui.domain.target import EXAMPLE, Measure, Target, in_force
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_MOST = 100
_NOT_YOURS = N_("Targets are set by whoever counts for the organisation: HR.")


class TargetService(Service):
    """Targets of years, and the floor."""

    def targets(self, _asker: Person) -> tuple[Target, ...]:
        """Return every target, the first year first; everybody may know them."""
        return TargetRows(self._store).all()

    def target(self, asker: Person, year: int, measure: Measure = Measure.POINTS) -> Target | None:
        """Return the target in force in a year: its own, or the last one before it."""
        return in_force(self.targets(asker), year, measure)

    def may_set_targets(self, asker: Person) -> bool:
        """Whether the asker counts for the organisation, or has the file for themselves."""
        return self._counts_for_all(asker)

    def set_target(self, asker: Person, target: Target) -> None:
        """Set the target of a year, in place of the one it has.

        Raises:
            NotAllowed: the asker doesn't count for the organisation.
            RuleBroken: it is no year or no share.
        """
        self._set(asker, [target])

    def take_over_example(self, asker: Person) -> tuple[Target, ...]:
        """Set the example of targets, for the years that have none yet, and return them all.

        Raises:
            NotAllowed: the asker doesn't count for the organisation.
        """
        taken = {(target.year, target.measure) for target in self.targets(asker)}
        self._set(asker, (target for target in EXAMPLE if (target.year, target.measure) not in taken))
        return self.targets(asker)

    def remove_target(self, asker: Person, year: int, measure: Measure) -> None:
        """Take the target of a year away; the one before it is in force again.

        Raises:
            NotAllowed: the asker doesn't count for the organisation.
        """
        self._check(asker)
        with self._store.writing():
            TargetRows(self._store).remove(year, measure)
            self._note(asker, "removed", f"target:{year}:{measure.value}")

    def floor(self) -> int:
        """Return how many people a figure has to be of at least, to leave those whose it is."""
        return TargetRows(self._store).floor()

    def set_floor(self, asker: Person, floor: int) -> None:
        """Say how many; the file's own number counts for everybody who opens it.

        Raises:
            NotAllowed: the asker doesn't count for the organisation.
            RuleBroken: it is no number of people.
        """
        self._check(asker)
        if not 1 <= floor <= _MOST:
            raise RuleBroken("The fewest people of a figure are between 1 and {most}.", most=_MOST)
        with self._store.writing():
            TargetRows(self._store).set_floor(floor)
            self._note(asker, "changed", f"figure-floor:{floor}")

    def _set(self, asker: Person, targets: Iterable[Target]) -> None:
        self._check(asker)
        with self._store.writing():
            for target in targets:
                TargetRows(self._store).put(target.checked())
                self._note(asker, "changed", f"target:{target.year}:{target.measure.value}")

    def _check(self, asker: Person) -> None:
        if not self._counts_for_all(asker):
            raise NotAllowed(_NOT_YOURS)
