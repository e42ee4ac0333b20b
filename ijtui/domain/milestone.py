"""What a unit has set itself: milestones and operating-plan goals, which personal goals serve (D-G2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken


class MilestoneKind(StrEnum):
    """Where it is written."""

    MILESTONE = "milestone"
    OPERATING_PLAN = "operating-plan"


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something a unit is to reach in a year.

    Attributes:
        unit: name of the unit, as people have it; "" for all of them.
        due: the day it is to be reached, or None for the end of the year.
        serves: id of what it serves higher up, or None.
    """

    unit: Annotated[str, MaxLen(120)]
    year: int
    title: Annotated[str, MaxLen(500)]
    kind: MilestoneKind = MilestoneKind.OPERATING_PLAN
    due: date | None = None
    id: int = 0
    version: int = 0
    serves: int | None = None

    def checked(self) -> Milestone:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it says nothing or too much, or the year is no year.
        """
        if not self.title.strip():
            raise RuleBroken("Say what the unit is to reach.")
        if not 2000 <= self.year <= 2100:
            raise RuleBroken("Write the year with four digits.")
        return within_limits(self)

    @property
    def latest(self) -> date:
        """The day by which it is to be reached."""
        return self.due or date(self.year, 12, 31)

    def checked_among(self, others: Iterable[Milestone]) -> Milestone:
        """Return self if it serves nothing that it can't.

        Args:
            others: everything that units have set themselves.

        Raises:
            RuleBroken: it would serve itself, near or far, or be reached after what it serves.
        """
        known = {other.id: other for other in others if other.id != self.id}
        above, seen = self.serves, {self.id}
        while above is not None and above in known and above not in seen:
            seen.add(above)
            above = known[above].serves
        if self.id and above in seen:
            raise RuleBroken("A milestone can't serve itself, nor one that serves it.")
        if self.serves in known and known[self.serves].latest < self.latest:
            raise _too_late(self, known[self.serves])
        for other in known.values():
            if self.id and other.serves == self.id and other.latest > self.latest:
                raise _too_late(other, self)
        return self

    def checked_for_removal(self, goals: int, milestones: int = 0) -> Milestone:
        """Return self if it can be taken away.

        Args:
            goals: how many goals serve it.
            milestones: how many milestones do.

        Raises:
            RuleBroken: some do.
        """
        if goals or milestones:
            raise RuleBroken("Goals or milestones serve it. Let them serve something else first.")
        return self


def _too_late(lower: Milestone, upper: Milestone) -> RuleBroken:
    return RuleBroken(
        "“{lower}” is to be reached by {late}, which is after “{upper}”, which it serves: {day}.",
        lower=lower.title,
        late=lower.latest,
        upper=upper.title,
        day=upper.latest,
    )
