"""The key figure: one's own, and everybody's as far as one may be told; counts alone, and no names (D-S)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ijtui.data.figure import FigureRows
from ijtui.data.person import People
from ijtui.data.unit import Units
from ijtui.domain.figure import Figure, Plans, Points, points
from ijtui.domain.figure_page import FigurePage, YearTold
from ijtui.domain.floor import Hidden
from ijtui.domain.person import Person
from ijtui.domain.tally import NOTHING, Causes, Cell, Tally
from ijtui.domain.tally_tree import ALL, NOBODY, Branch, Counted, Crew, Sight, line_of, with_names
from ijtui.errors import NotAllowed, NotFound
from ijtui.services.target import TargetService
from ijtui.words import N_

EARLIEST = 2000
"""No trend goes further back."""

TREND = 5
"""Years that a page looks back on, its own included."""

_NOBODY_ELSE = N_("You lead nobody, so there is nothing here that you can count but your own.")
_NO_UNIT = N_("There is no unit “{name}” that you can count in.")


class FigureService(TargetService):
    """What a person can count."""

    _stamp: tuple[object, ...] | None = None
    _kept: Mapping[int, Counted] = MappingProxyType({})

    def own(self, asker: Person, year: int | None = None) -> Figure:
        """Return the asker's own counts of a year, as manager and as employee.

        Args:
            asker: whose they are.
            year: None for the present one.
        """
        today = self._clock().date()
        year = self.present_year() if year is None else year
        rows, seen = FigureRows(self._store), self._actions.visible_to(asker)
        held, plans = self._led_by(rows, asker, year)
        return Figure(
            year,
            replace(held, undated=rows.undated_with(asker.id)),
            plans,
            points((action for action in seen if action.employee == asker.id), year, today),
            rows.plan_of(asker.id, year),
        )

    def _led_by(self, rows: FigureRows, manager: Person, year: int) -> tuple[Points, Plans]:
        """Return the counts of those whom a manager has led in a year; most people lead nobody."""
        crews = rows.crews(year, manager.id).values()
        if not crews:
            return Points(), Plans()
        held = rows.points(year, self._clock().date(), manager.id).values()
        agreed = sum(rows.plans(year, manager.id).values(), Plans())
        employees = sum(len(crew.employed) for crew in crews)
        return sum((found for found, _why in held), Points()), replace(agreed, employees=employees)

    def present_year(self) -> int:
        """Return the year that is counted unless another one is asked for."""
        return self._clock().year

    def organisation(self, asker: Person, year: int | None = None) -> Branch:
        """Return the counts of a year from the whole down to the people of each manager.

        Whoever counts for all is told everything that is of enough people; a manager what is told of those
        below; everybody what is of their own people, however few they are. Anybody else gets an empty tree.

        Args:
            asker: who asks.
            year: None for the present one.
        """
        year = self.present_year() if year is None else year
        sight = self._sight(asker)
        if sight.line == {asker.id} and not FigureRows(self._store).crews(year, asker.id):
            return Branch(ALL, why=Hidden.ELSEWHERE)
        return self._told(asker, self._counted([year]))[year]

    def trend(self, asker: Person, key: str = ALL, years: Iterable[int] = ()) -> tuple[YearTold, ...]:
        """Return one line of the tree year by year, the first year first.

        Args:
            asker: who asks.
            key: of the line, as `Branch.key`.
            years: which; none for the last five.
        """
        wanted = sorted({year for year in years if year >= EARLIEST}) or _back_from(self.present_year())
        return _years_of(key, self._told(asker, self._counted(wanted)))

    def page(self, asker: Person, year: int | None = None, unit: str = "") -> FigurePage:
        """Return the figure of a year and the years before it, as it may leave the hands of the asker.

        Own people count like everybody's here: a figure of fewer than the floor is not told.

        Args:
            asker: who asks.
            year: None for the present one.
            unit: name of a part; "" for the whole.

        Raises:
            NotFound: there is no such unit, or nobody in it whom the asker may count.
            NotAllowed: the asker may count nobody but themself.
        """
        year = self.present_year() if year is None else year
        told = self._told(asker, self._counted(_back_from(year)), as_own=False)
        branch = told[year].named(unit) if unit else told[year].heart
        if branch is None:
            raise NotFound(_NO_UNIT, name=unit)
        if branch.is_elsewhere:
            raise NotAllowed(_NOBODY_ELSE)
        return FigurePage(
            year,
            self._clock().date(),
            branch,
            _years_of(branch.key, told),
            self.targets(asker),
            self.floor(),
            self.names(asker, branch),
        )

    def names(self, _asker: Person, branch: Branch) -> Mapping[int, str]:
        """Return what the managers are called whose people a branch tells of, by id; everybody may know."""
        people = People(self._store).some(part.manager for _depth, part in branch.walk())
        return {number: person.name for number, person in people.items()}

    def _told(
        self, asker: Person, counted: Mapping[int, Counted], *, as_own: bool = True
    ) -> Mapping[int, Branch]:
        sight, floor = self._sight(asker, as_own=as_own), self.floor()
        return {year: of_year.told(sight, floor) for year, of_year in counted.items()}

    def _sight(self, asker: Person, *, as_own: bool = True) -> Sight:
        whose = asker.id if as_own else NOBODY
        if self._counts_for_all(asker):
            return Sight(whose)
        managers = {person.id: person.manager for person in People(self._store).all()}
        return Sight(whose, line_of(asker.id, managers))

    def _counted(self, years: Sequence[int]) -> Mapping[int, Counted]:
        """Return all that the asker may count in these years; it is kept until something changes."""
        rows, today = FigureRows(self._store), self._clock().date()
        stamp = rows.stamp(), today
        if stamp != self._stamp or rows.stamp() is None:
            self._stamp, self._kept = stamp, {}
        for year in years:
            if year not in self._kept:
                self._kept = {**self._kept, year: self._count(rows, year, today)}
        return {year: self._kept[year] for year in years}

    def _count(self, rows: FigureRows, year: int, today: date) -> Counted:
        """Count in one query for each of the two shares; what is of nobody who works there is left out."""
        crews, points, plans = rows.crews(year), rows.points(year, today), rows.plans(year)
        tree, unit_of = with_names(
            Units(self._store).tree(), {unit for unit, _manager in crews if isinstance(unit, str)}
        )
        where: dict[Cell, Crew] = {}
        tallies: dict[Cell, Tally] = {}
        for place, crew in crews.items():
            unit, manager = place
            cell = Cell(unit_of(unit) if isinstance(unit, str) else unit, manager, year)
            tally = _tally(crew, plans.get(place, NOTHING.plans), points.get(place))
            where[cell] = where[cell] + crew if cell in where else crew
            tallies[cell] = tallies[cell] + tally if cell in tallies else tally
        return Counted(tree, where, tallies)


def _tally(crew: Crew, plans: Plans, points: tuple[Points, Causes] | None) -> Tally:
    standing, causes = points or (NOTHING.points, NOTHING.kept_back)
    return Tally(standing, Plans(len(crew.employed), plans.agreed, plans.signed), causes)


def _back_from(year: int) -> list[int]:
    return [*range(max(EARLIEST, year - TREND + 1), year), year]


def _years_of(key: str, told: Mapping[int, Branch]) -> tuple[YearTold, ...]:
    """Return one line of each year's tree."""
    found = ((year, branch.find(key)) for year, branch in sorted(told.items()))
    return tuple(YearTold(year, line.tally, line.why) if line else YearTold(year) for year, line in found)
