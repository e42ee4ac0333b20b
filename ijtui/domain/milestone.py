"""What a unit has set itself: milestones and operating-plan goals, which personal goals serve (D-G2)."""

from __future__ import annotations

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

    def checked_for_removal(self, serving: int) -> Milestone:
        """Return self if it can be taken away.

        Args:
            serving: how many goals serve it.

        Raises:
            RuleBroken: some do.
        """
        if serving:
            raise RuleBroken(
                "Goals that serve it: {number}. Let them serve something else first.", number=serving
            )
        return self
