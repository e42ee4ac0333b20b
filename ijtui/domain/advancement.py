"""The next step in a role: what is asked for, and how far somebody has come; never a promise (D-G10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

MOST = 10_000
"""The largest number that a criterion can ask for or somebody can reach."""


class Measure(StrEnum):
    """How one sees that a criterion is met."""

    COUNT = "count"
    MONTHS = "months"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that the next step asks for.

    Attributes:
        id: fixed name within its step.
        text: what is asked for, in the reader's language.
        target: how many, or how many months; 1 for a yes.
    """

    id: str
    text: str
    measure: Measure
    target: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """The next step in a role.

    Attributes:
        id: fixed name.
        title: what the step leads to.
        roles: words of which one stands in the role of a person whom it concerns.
        criteria: in the order they are shown.
    """

    id: str
    title: str
    roles: tuple[str, ...]
    criteria: tuple[Criterion, ...]

    def fits(self, role: str) -> bool:
        """Whether it is the next step for somebody with that role, in free words."""
        said = role.casefold()
        return any(word.casefold() in said for word in self.roles)

    def criterion(self, number: str) -> Criterion | None:
        """Return the criterion with that id."""
        return next((item for item in self.criteria if item.id == number), None)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far somebody has come with one criterion.

    Attributes:
        number: how many, or how many months; 1 for a yes and 0 for a no.
        note: what it rests on.
        author: id of the person who wrote it down.
        changed: when.
    """

    number: int = 0
    note: Annotated[str, MaxLen(2000)] = ""
    author: int = 0
    changed: datetime | None = None

    def checked(self) -> Reached:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no number that can be reached, or too long a note.
        """
        if not 0 <= self.number <= MOST:
            raise RuleBroken("Write a number from 0 to {most}.", most=MOST)
        return within_limits(self)


@dataclass(frozen=True, slots=True)
class Advancement:
    """How far one person has come on the way to one step.

    Attributes:
        reached: by criterion id; one that nothing is written about is absent.
    """

    step: Step
    reached: Mapping[str, Reached]

    def of(self, criterion: Criterion) -> Reached:
        """Return how far the person has come with one criterion."""
        return self.reached.get(criterion.id, Reached())

    def is_met(self, criterion: Criterion) -> bool:
        """Whether a criterion is met."""
        return self.of(criterion).number >= criterion.target

    def share(self, criterion: Criterion) -> float:
        """Return how much of a criterion is met, from 0 to 1."""
        return min(1.0, self.of(criterion).number / criterion.target)

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(map(self.is_met, self.step.criteria))
