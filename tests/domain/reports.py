"""Reports for the tests: managers with people and counts, in files of their own or in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from ijtui.domain.canonical import digest
from ijtui.domain.figure import Plans, Points
from ijtui.domain.merging import Given
from ijtui.domain.report import Report, of_all, of_own
from ijtui.domain.tally import Causes, Cell, Tally
from ijtui.domain.tally_tree import Counted, Crew
from ijtui.domain.unit import Tree, Unit, UnitKind
from tests.builders import NOW

YEAR = 2026
FLOOR = 5
TREE = Tree.of(
    [
        Unit("Kommunen", UnitKind.ORGANISATION, id=1),
        Unit("Skolan", UnitKind.ADMINISTRATION, 1, 2),
        Unit("Norra", parent=2, id=3),
        Unit("Södra", parent=2, id=4),
        Unit("Vården", UnitKind.ADMINISTRATION, 1, 5),
        Unit("Hemmet", parent=5, id=6),
    ]
)
UNITS = {unit.name: unit.id for unit in TREE.units.values()}


@dataclass(frozen=True)
class Team:
    """Whom one manager leads in one unit.

    Attributes:
        people: how many work there on the last day of the year.
        gone: how many more have left before it.
    """

    unit: str
    manager: int
    people: int
    gone: int = 0
    kept: int = 0
    missed: int = 0
    signed: int = 0

    @property
    def tally(self) -> Tally:
        signed = min(self.signed, self.people)
        points = Points(in_time=self.kept, not_done=self.missed)
        return Tally(points, Plans(self.people, signed, signed), Causes(other=self.missed))


def counted(teams: Sequence[Team], tree: Tree = TREE) -> Counted:
    """Return what one file counts that holds these teams."""
    ids = count(1000)
    crews, tallies = {}, {}
    for team in teams:
        employed = frozenset(next(ids) for _one in range(team.people))
        gone = frozenset(next(ids) for _one in range(team.gone))
        named = tree.named(team.unit)
        cell = Cell(named.id if named else 0, team.manager, YEAR)
        crews[cell] = Crew(employed | gone, employed)
        tallies[cell] = team.tally
    return Counted(tree, crews, tallies)


def of_manager(*teams: Team, tree: Tree = TREE, made: datetime = NOW) -> Report:
    """Return what one manager reports, from a file with these teams."""
    return of_own(counted(teams, tree), teams[0].manager, f"manager-{teams[0].manager}", YEAR, made)


def of_file(*teams: Team, name: str = "file-1", tree: Tree = TREE, floor: int = FLOOR) -> Report:
    """Return what a whole file reports."""
    found = counted(teams, tree)
    return of_all(found, dict.fromkeys(found.crews, (name,)), YEAR, NOW, floor)


def with_heads(north: int = 9, south: int = 8) -> Counted:
    """Return two units, each headed by one who works there and is led by manager 20."""
    people = {11: (3, range(100, 100 + north)), 12: (4, range(200, 200 + south))}
    led = {Cell(unit, who, YEAR): frozenset(some) for who, (unit, some) in people.items()}
    heads = {Cell(unit, 20, YEAR): frozenset({who}) for who, (unit, _some) in people.items()}
    crews = {cell: Crew(some, some) for cell, some in (led | heads).items()}
    plans = {cell: Tally(plans=Plans(len(some), 1, 1)) for cell, some in (led | heads).items()}
    return Counted(TREE, crews, plans)


def given(*reports: Report) -> list[Given]:
    """Return the reports as they are read, each from a file of its own: a.json, b.json …"""
    return [
        Given(f"{chr(ord('a') + index)}.json", report, digest([index, repr(report)]))
        for index, report in enumerate(reports)
    ]


def of_year(report: Report, year: int) -> Report:
    """Return the same counts of another year."""
    return replace(report, year=year)
