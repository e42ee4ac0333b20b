"""What reports add up to, as it is told, and as a report of its own for whoever adds up next (D-S2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ijtui.domain.figure_page import FigurePage, YearTold
from ijtui.domain.merging import Given, Merged, merged
from ijtui.domain.report import Place, Report, of_all
from ijtui.domain.tally_tree import NOBODY, Branch, Sight
from ijtui.domain.target import Target
from ijtui.domain.unit import Unit
from ijtui.domain.unit_names import Names, missing


@dataclass(frozen=True, slots=True)
class Sum:
    """Reports added up.

    Attributes:
        found: what they add up to.
        floor: of how many people a figure has to be at least.
        lacking: units that nobody has reported; none where it is not known which there should be.
    """

    found: Merged
    floor: int
    lacking: tuple[Unit, ...]

    def page(self, day: date, targets: tuple[Target, ...] = ()) -> FigurePage:
        """Return it as a figure with its units; whose people they are is not told."""
        found = self.found
        top = _units_alone(found.counted.told(Sight(NOBODY), self.floor)).heart
        trend = (YearTold(found.year, top.tally, top.why),)
        return FigurePage(found.year, day, top, trend, targets, self.floor, {})

    def report(self, made: datetime) -> Report:
        """Return it as a report, as finely as may be told, with the hashes of all that is in it."""
        found = self.found
        return of_all(
            found.counted,
            found.reporters,
            found.year,
            made,
            self.floor,
            led=found.led,
            whole=found.whole,
            merged=found.hashes,
        )


def added_up(given: Sequence[Given], floor: int, expected: Iterable[Place] = ()) -> Sum:
    """Return reports added up; they have no `merge_problems`.

    Args:
        given: at least one.
        floor: of how many people a figure has to be at least.
        expected: the units of the organisation, where they are known.
    """
    expected = tuple(expected)
    covered = [unit for one in given for unit in one.report.units]
    wholes = [unit for one in given for unit in one.report.wholes]
    lacking = missing(Names((), expected).tree, covered, wholes)
    return Sum(merged(given, floor, expected), floor, lacking)


def _units_alone(branch: Branch) -> Branch:
    parts = tuple(_units_alone(part) for part in branch.parts if part.manager is None)
    return replace(branch, parts=parts)
