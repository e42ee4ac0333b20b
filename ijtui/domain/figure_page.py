"""The figure of an organisation or of a part of it, as it is told: a year, its target, the years before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ijtui.domain.floor import Hidden
from ijtui.domain.tally import Tally
from ijtui.domain.tally_tree import Branch
from ijtui.domain.target import Measure, Target, in_force


@dataclass(frozen=True, slots=True)
class YearTold:
    """One year of a trend.

    Attributes:
        tally: what is counted, or None where it is not told, or where nobody worked there.
        why: why it is not told.
    """

    year: int
    tally: Tally | None = None
    why: Hidden | None = None


@dataclass(frozen=True, slots=True)
class FigurePage:
    """Everything that a reader of the figure needs.

    Attributes:
        day: when it was counted.
        branch: what it is of, with everything inside.
        trend: the same year by year, the first year first.
        targets: all that the organisation has set.
        floor: of how many people a figure has to be at least.
        names: of the managers, by id.
    """

    year: int
    day: date
    branch: Branch
    trend: tuple[YearTold, ...]
    targets: tuple[Target, ...]
    floor: int
    names: Mapping[int, str]

    def target(self, measure: Measure, year: int | None = None) -> Target | None:
        """Return the target in force in a year; None for the page's own."""
        return in_force(self.targets, year or self.year, measure)

    def name(self, branch: Branch) -> str:
        """Return what a line is called: a unit, a manager, or "" for the whole and for nobody's."""
        return self.names.get(branch.manager, "") if branch.manager is not None else branch.name
