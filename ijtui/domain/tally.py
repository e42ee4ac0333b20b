"""What is counted of many people at once: counts that add up, cell by cell (D-S1, D-S4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ijtui.domain.action import Action, ActionState
from ijtui.domain.cause import Cause
from ijtui.domain.figure import Plans, Points, added, points, together

NO_UNIT = 0
"""Stands for the unit of those who work in none."""


@dataclass(frozen=True, slots=True)
class Causes:
    """What stood in the way of the points that were not kept, or only in part (D-G6).

    Attributes:
        untold: the two have not said.
    """

    unclear: int = 0
    resources: int = 0
    obstacles: int = 0
    other: int = 0
    untold: int = 0

    def __add__(self, other: Causes) -> Causes:
        """Return those and these together."""
        return added(self, other)


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that is counted of some people in one year.

    Attributes:
        kept_back: by what the points were kept back that are in `points.partly` and `points.not_done`.
    """

    points: Points = field(default_factory=Points)
    plans: Plans = field(default_factory=Plans)
    kept_back: Causes = field(default_factory=Causes)

    def __add__(self, other: Tally) -> Tally:
        """Return those and these together; nobody's point is in both."""
        return added(self, other)

    @property
    def people(self) -> int:
        """How many are employed, on the last day of the year."""
        return self.plans.employees


NOTHING = Tally()
"""What is counted of nobody."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The smallest part that is counted: whom one manager leads in one unit in one year.

    Attributes:
        unit: id of the unit; `NO_UNIT` for none.
        manager: id of the nearest manager; 0 for nobody.
    """

    unit: int
    manager: int
    year: int


def causes(actions: Iterable[Action], year: int, today: date) -> Causes:
    """Return by what the points of that year were kept back that count and were not carried out as agreed."""
    short = (ActionState.PARTLY, ActionState.NOT_DONE)
    found = Counter(
        action.outcome.cause
        for action in actions
        if action.binds and action.due and action.due.year == year and action.state(today) in short
        if action.outcome is not None
    )
    return Causes(**{cause.value: found[cause] for cause in Cause}, untold=found[None])


def tally(actions: Iterable[Action], plans: Plans, year: int, today: date) -> Tally:
    """Return what is counted of these actions and plans."""
    actions = tuple(actions)
    return Tally(points(actions, year, today), plans, causes(actions, year, today))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return all of them together."""
    found = tuple(tallies)
    if not found:
        return NOTHING
    return Tally(
        together([each.points for each in found]),
        together([each.plans for each in found]),
        together([each.kept_back for each in found]),
    )
