"""Reports of one year added up to what one file would have counted (D-S2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ijtui.domain.report import Basis, Place, Report, Row
from ijtui.domain.tally import NO_UNIT, NOTHING, Cell, Tally
from ijtui.domain.tally_tree import NOBODY, Counted, Crew
from ijtui.domain.unit_names import Names

_SEVERAL = 0
"""Stands for the manager where a row is of the people of several."""


@dataclass(frozen=True, slots=True)
class Given:
    """A report as it was read.

    Attributes:
        file: where it came from, as the person gave it.
        hash: SHA-256 of what it says.
    """

    file: str
    report: Report
    hash: str

    @property
    def hashes(self) -> frozenset[str]:
        """Of it, and of all that it was added up from."""
        return frozenset({self.hash, *self.report.merged})


@dataclass(frozen=True, slots=True)
class Merged:
    """What reports add up to.

    Attributes:
        counted: all of it.
        reporters: who has counted each cell.
        led: the cells of one manager each, who has counted them.
        whole: ids of the units of which everybody is counted.
        hashes: of the reports, and of those that they were added up from.
    """

    year: int
    counted: Counted
    reporters: Mapping[Cell, tuple[str, ...]]
    led: frozenset[Cell]
    whole: frozenset[int]
    hashes: tuple[str, ...]


def merged(given: Sequence[Given], floor: int, expected: Iterable[Place] = ()) -> Merged:
    """Return what reports add up to, whatever their order; they have no `merge_problems`.

    Everybody gets a number that stands for nobody, so that what may be told is chosen by the rule that
    holds inside one file. Whose people a manager has reported is known to that manager, as it is there.

    Args:
        given: at least one.
        floor: how few people are too few.
        expected: the units of the organisation, where they are known.
    """
    names = Names((place for one in given for place in one.report.places), expected)
    rows = [row for one in sorted(given, key=lambda one: one.hash) for row in one.report.rows]
    crews: dict[Cell, Crew] = {}
    tallies: dict[Cell, Tally] = {}
    reporters: dict[Cell, tuple[str, ...]] = {}
    led: set[Cell] = set()
    year, people, leaders = given[0].report.year, count(1), _Leaders(rows)
    for row in rows:
        home = names.named(row.unit)
        cell = Cell(home.id if home else NO_UNIT, leaders.of(row), year)
        crew = _crew(row, people, floor, leaders.heading(row))
        crews[cell] = crews[cell] + crew if cell in crews else crew
        tallies[cell] = tallies.get(cell, NOTHING) + row.tally
        reporters[cell] = (*reporters.get(cell, ()), *row.reporters)
        led |= {cell} if row.basis is Basis.LED else set()
    wholes = (names.named(unit) for one in given for unit in one.report.wholes)
    return Merged(
        year,
        Counted(names.tree, crews, tallies),
        reporters,
        frozenset(led),
        frozenset(unit.id for unit in wholes if unit),
        tuple(sorted({hash_ for one in given for hash_ in one.hashes})),
    )


class _Leaders:
    """Numbers for those who know the people of a row; below 0, where nobody else has one.

    Of the people of one manager it is that one. A row that may not be told of gets somebody of its own:
    whoever knows a part of it could work out the rest from what is left of too few others.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._ids = count(NOBODY - 1, -1)
        managers = {row.reporters for row in rows if row.basis in _OF_ONE}
        self._known = {reporters: next(self._ids) for reporters in sorted(managers)}
        self._led: dict[str, list[int]] = {}
        for row in rows:
            if row.basis is Basis.LED:
                self._led.setdefault(row.unit.casefold(), []).append(self.of(row))

    def of(self, row: Row) -> int:
        """Return who it is; 0 where the people are several managers'."""
        if row.basis is Basis.FEW:
            return next(self._ids)
        return self._known[row.reporters] if row.basis in _OF_ONE else _SEVERAL

    def heading(self, row: Row) -> int | None:
        """Return the only one who is counted in a row, where that one is the manager of the unit's others.

        To them their own counts are no news.
        """
        led = self._led.get(row.unit.casefold(), [])
        is_one = (row.basis, row.present, len(led)) == (Basis.HEADS, 1, 1)
        return led[0] if is_one else None


_OF_ONE = (Basis.LED, Basis.HEADS)


def _crew(row: Row, ids: Iterator[int], floor: int, heading: int | None) -> Crew:
    """Return as many people as there were, and too few of those that may not be told of."""
    most = floor - 1 if row.basis is Basis.FEW else max(row.present, row.tally.people)
    people = [next(ids) for _one in range(min(most, max(row.present, row.tally.people)))]
    if heading is not None:
        people = [heading]
    return Crew(frozenset(people[: row.present]), frozenset(people[: row.tally.people]))
