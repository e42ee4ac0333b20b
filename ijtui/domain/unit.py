"""The units of an organisation, and the tree that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

UnitName = Annotated[str, MaxLen(120)]


class UnitKind(StrEnum):
    """How high up a unit stands; the figure is broken down by each of them (D-S2)."""

    ORGANISATION = "organisation"
    ADMINISTRATION = "administration"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the organisation; no two have the same name.

    Attributes:
        parent: id of the unit that it is part of, or None for one that is part of none.
        id: 0 until stored.
    """

    name: UnitName
    kind: UnitKind = UnitKind.UNIT
    parent: int | None = None
    id: int = 0
    version: int = 0

    def checked(self) -> Unit:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no name, too long a name, or it is part of itself.
        """
        if not self.name.strip():
            raise RuleBroken("A unit needs a name.")
        if self.id and self.parent == self.id:
            raise RuleBroken("{name} can't be part of itself.", name=self.name)
        return within_limits(self)


@dataclass(frozen=True, slots=True)
class Tree:
    """All units of a file, by id and by what they are part of."""

    units: dict[int, Unit] = field(default_factory=dict)
    below: dict[int | None, tuple[Unit, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Tree:
        """Return the tree of these units; they come in the order given."""
        by_id = {unit.id: unit for unit in units}
        below: dict[int | None, tuple[Unit, ...]] = {}
        for unit in by_id.values():
            below[unit.parent] = (*below.get(unit.parent, ()), unit)
        return cls(by_id, below)

    def named(self, name: str) -> Unit | None:
        """Return the unit of that name, whatever its capitals, or None."""
        wanted = name.casefold()
        return next((unit for unit in self.units.values() if unit.name.casefold() == wanted), None)

    def walk(self, top: int | None = None, depth: int = 0) -> Iterator[tuple[int, Unit]]:
        """Yield every unit under that one, each after what it is part of, with how deep it lies."""
        for unit in self.below.get(top, ()):
            yield depth, unit
            yield from self.walk(unit.id, depth + 1)

    def within(self, unit: int) -> frozenset[int]:
        """Return the ids of a unit and of everything that is part of it."""
        return frozenset({unit, *(part.id for _depth, part in self.walk(unit))})

    def above(self, unit: int) -> tuple[Unit, ...]:
        """Return what a unit is part of, the nearest first."""
        found: list[Unit] = []
        here = self.units.get(unit)
        while here is not None and here.parent is not None and here.parent not in {one.id for one in found}:
            here = self.units.get(here.parent)
            if here is not None:
                found.append(here)
        return tuple(found)

    def would_go_round(self, unit: int, parent: int | None) -> bool:
        """Whether a unit would be part of itself if it were part of that one."""
        return parent is not None and parent in self.within(unit)
