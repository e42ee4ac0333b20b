"""What an organisation has set itself to reach with its agreements, year by year (D-S3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ijtui.errors import RuleBroken


class Measure(StrEnum):
    """Which of the two shares."""

    POINTS = "points"  # agreed points fulfilled
    PLANS = "plans"  # employees whose plan both have signed


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A share to be reached from a year on, until another one is set.

    Attributes:
        percent: whole, of a hundred.
    """

    year: int
    measure: Measure
    percent: int

    def checked(self) -> Target:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it is no year or no share.
        """
        if not 2000 <= self.year <= 2100:
            raise RuleBroken("Write the year with four digits.")
        if not 0 <= self.percent <= 100:
            raise RuleBroken("A target is between 0 and 100 per cent.")
        return self


EXAMPLE = (
    Target(2016, Measure.PLANS, 100),
    Target(2017, Measure.POINTS, 50),
    Target(2018, Measure.POINTS, 50),
    Target(2020, Measure.POINTS, 70),
    Target(2025, Measure.POINTS, 90),
)
"""What one municipality has set itself: first a plan for everyone, then ever more of it done."""


def in_force(targets: Iterable[Target], year: int, measure: Measure) -> Target | None:
    """Return the target of a year: its own, or the last one before it."""
    set_by_then = [target for target in targets if target.measure is measure and target.year <= year]
    return max(set_by_then, default=None)
