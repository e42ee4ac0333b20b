"""A report of counts that adds up with others: no names of employees, and nothing that was said (D-S2, D-S4).

What leaves a whole file is what its figure tells, and no more: the people of a unit that may not be told of
by itself are counted in one row with others. A manager reports the own people, however few they are, for
only whoever adds up reads a report; what comes of that is told by the floor again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen

from ijtui.domain.tally import NO_UNIT, NOTHING, Cell, Tally, total
from ijtui.domain.tally_tree import NOBODY, Branch, Counted, Sight
from ijtui.domain.unit import UnitKind, UnitName

ReporterId = Annotated[str, MinLen(1), MaxLen(120)]
Hash = Annotated[str, MinLen(64), MaxLen(64)]

RULE = 1
"""Which rule the counts follow (`domain.figure`); raised when another one would count otherwise."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that a report speaks of.

    Attributes:
        unit: its name; no two units have the same.
        part_of: name of what it is part of, or "".
        whole: everybody in it and in all that is part of it is counted in this report.
    """

    unit: UnitName
    kind: UnitKind = UnitKind.UNIT
    part_of: UnitName = ""
    whole: bool = False


class Basis(StrEnum):
    """Whose people a row is of: how it can be told of depends on who knows them."""

    LED = "led"  # of one manager, who has counted them
    HEADS = "heads"  # the same, and they are the managers of the others in the unit
    SEVERAL = "several"  # of any number of managers, and enough by themselves
    FEW = "few"  # of any number of managers, and too few to be told of without enough others


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of some people.

    Attributes:
        unit: name of the unit that all of them are in; "" for none, and for several that have none in common.
        holds: names of the other units where they work, each part of that one.
        reporters: who has counted them.
        present: how many have worked there in the year.
        tally: what is counted of them; its `people` are those who work there on the last day of the year.
    """

    unit: UnitName
    holds: tuple[UnitName, ...]
    reporters: tuple[ReporterId, ...]
    present: Annotated[int, Ge(0)]
    basis: Basis
    tally: Tally

    @property
    def units(self) -> tuple[str, ...]:
        """All units that somebody in it works in."""
        return (self.unit, *self.holds) if self.unit else self.holds


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody has counted of a year.

    Attributes:
        made: when it was counted, local time.
        places: the units that rows are of, and those that they are part of.
        merged: hashes of the reports that it was added up from, and of those that they were.
    """

    year: int
    made: datetime
    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    merged: tuple[Hash, ...] = ()
    rule: int = RULE

    @property
    def present(self) -> int:
        """How many people it is of."""
        return sum(row.present for row in self.rows)

    @property
    def units(self) -> tuple[str, ...]:
        """Which units it counts."""
        return tuple(unit for row in self.rows for unit in row.units)

    @property
    def wholes(self) -> tuple[str, ...]:
        """Of which units it counts everybody."""
        return tuple(place.unit for place in self.places if place.whole)


def of_own(counted: Counted, manager: int, reporter: str, year: int, made: datetime) -> Report:
    """Return what a manager has counted of the own people, one row a unit."""
    cells = sorted(cell for cell in counted.crews if cell.manager == manager)
    rows = tuple(
        _row(counted, _Found(cell.unit, [cell], _basis(counted, cell)), (reporter,)) for cell in cells
    )
    return Report(year, made, _places(counted, {cell.unit for cell in cells}, frozenset()), rows)


def _basis(counted: Counted, cell: Cell) -> Basis:
    """Return whose the people of one manager in one unit are: those who head it, or others."""
    heads = {other.manager for other in counted.crews if other.unit == cell.unit}
    return Basis.HEADS if counted.crews[cell].present <= heads else Basis.LED


def of_all(
    counted: Counted,
    reporters: Mapping[Cell, tuple[str, ...]],
    year: int,
    made: datetime,
    floor: int,
    *,
    led: Set[Cell] = frozenset(),
    whole: frozenset[int] | None = None,
    merged: tuple[str, ...] = (),
) -> Report:
    """Return everything that was counted, as finely as may be told.

    Args:
        counted: all of it.
        reporters: who has counted each cell.
        year: of the counts.
        made: now.
        floor: how few people are too few.
        led: the cells of one manager each, who has counted them.
        whole: ids of the units where everybody is counted; None for all of them.
        merged: hashes of what it is added up from.
    """
    top = counted.told(Sight(NOBODY), floor)
    everybody = _Found(NO_UNIT, sorted(counted.crews), Basis.FEW)
    found = [everybody] if top.tally is None else _finest(counted, top, led)
    rows = tuple(_row(counted, one, _reporters(one, reporters)) for one in found if one.cells)
    known = frozenset(counted.tree.units) if whole is None else whole
    return Report(year, made, _places(counted, {cell.unit for cell in counted.crews}, known), rows, merged)


@dataclass(frozen=True, slots=True)
class _Found:
    """The cells of one row, and the unit that they are all in."""

    unit: int
    cells: list[Cell]
    basis: Basis


def _finest(counted: Counted, branch: Branch, led: Set[Cell]) -> Iterator[_Found]:
    """Yield for a line that is told, and for all inside, the cells that no line inside it tells.

    A unit that is not told goes as a whole with what hides it, for its own sum must not be told by halves.
    """
    told = [part for part in branch.parts if part.manager is None and part.tally is not None]
    inside = {cell for part in told for cell in _cells_in(counted, part)}
    rest = sorted(set(_cells_in(counted, branch)) - inside)
    is_led = len({cell.manager for cell in rest}) == 1 and set(rest) <= led
    yield _Found(_unit_of(branch), rest, Basis.LED if is_led else Basis.SEVERAL)
    for part in told:
        yield from _finest(counted, part, led)


def _unit_of(branch: Branch) -> int:
    _kind, _colon, unit = branch.key.partition(":")
    return int(unit or NO_UNIT)


def _cells_in(counted: Counted, branch: Branch) -> list[Cell]:
    unit = _unit_of(branch)
    within = counted.tree.within(unit) if unit != NO_UNIT else None
    return [cell for cell in counted.crews if within is None or cell.unit in within]


def _reporters(found: _Found, reporters: Mapping[Cell, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for cell in found.cells for one in reporters[cell]}))


def _row(counted: Counted, found: _Found, reporters: tuple[str, ...]) -> Row:
    present: frozenset[int] = frozenset()
    for cell in found.cells:
        present |= counted.crews[cell].present
    holds = sorted({cell.unit for cell in found.cells} - {found.unit, NO_UNIT})
    return Row(
        _name(counted, found.unit),
        tuple(_name(counted, unit) for unit in holds),
        reporters,
        len(present),
        found.basis,
        total(counted.tallies.get(cell, NOTHING) for cell in found.cells),
    )


def _places(counted: Counted, units: set[int], whole: frozenset[int]) -> tuple[Place, ...]:
    """Return these units and all that they are part of, the highest first."""
    tree = counted.tree
    wanted = {above.id for unit in units for above in tree.above(unit)} | units
    return tuple(
        Place(unit.name, unit.kind, _name(counted, unit.parent or NO_UNIT), unit.id in whole)
        for _depth, unit in tree.walk()
        if unit.id in wanted
    )


def _name(counted: Counted, unit: int) -> str:
    found = counted.tree.units.get(unit)
    return found.name if found else ""
