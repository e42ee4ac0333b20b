"""The key figure: one's own, and everybody's as far as one may be told; counts alone, and no names (D-S)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ijtui.data.figure import FigureRows, Place
from ijtui.data.person import People
from ijtui.data.unit import Units
from ijtui.domain.figure import Figure, Plans, Points, points
from ijtui.domain.floor import Hidden
from ijtui.domain.person import Person
from ijtui.domain.tally import NOTHING, Cell, Tally
from ijtui.domain.tally_tree import ALL, Branch, Counted, Crew, Sight, line_of, with_names
from ijtui.services.target import TargetService

EARLIEST = 2000
"""No trend goes further back."""


@dataclass(frozen=True, slots=True)
class YearTold:
    """One year of a trend.

    Attributes:
        tally: what is counted, or None where it is not told, or where nobody worked there.
        why: why it is not told.
    """

    year: int
    tally: Tally | None = None
    why: Hidden | None = None


class FigureService(TargetService):
    """What a person can count."""

    def own(self, asker: Person, year: int | None = None) -> Figure:
        """Return the asker's own counts of a year, as manager and as employee.

        Args:
            asker: whose they are.
            year: None for the present one.
        """
        today = self._clock().date()
        year = self.present_year() if year is None else year
        rows, seen = FigureRows(self._store), self._actions.visible_to(asker)
        held = sum((found for found, _why in rows.points(year, year, today, asker.id).values()), Points())
        return Figure(
            year,
            replace(held, undated=rows.undated_with(asker.id)),
            self._plans_of(rows, asker, year),
            points((action for action in seen if action.employee == asker.id), year, today),
            rows.plan_of(asker.id, year),
        )

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
        return self._told(asker, self._counted([year])[year])

    def trend(self, asker: Person, key: str = ALL, years: Iterable[int] = ()) -> tuple[YearTold, ...]:
        """Return one line of the tree year by year, the first year first.

        Args:
            asker: who asks.
            key: of the line, as `Branch.key`.
            years: which; none for the last ten.
        """
        wanted = sorted(set(years)) or [*range(self.present_year() - 9, self.present_year() + 1)]
        counted = self._counted([year for year in wanted if year >= EARLIEST])
        found = ((year, self._told(asker, of_year).find(key)) for year, of_year in counted.items())
        return tuple(
            YearTold(year, branch.tally, branch.why) if branch else YearTold(year) for year, branch in found
        )

    def _told(self, asker: Person, counted: Counted) -> Branch:
        return counted.told(self._sight(asker), self.floor())

    def _sight(self, asker: Person) -> Sight:
        if self._counts_for_all(asker):
            return Sight(asker.id)
        managers = {person.id: person.manager for person in People(self._store).all()}
        return Sight(asker.id, line_of(asker.id, managers))

    def _plans_of(self, rows: FigureRows, manager: Person, year: int) -> Plans:
        agreed = sum(rows.plans(year, year, manager.id).values(), Plans())
        crews = rows.crews(year, manager.id).values()
        return replace(agreed, employees=sum(len(crew.employed) for crew in crews))

    def _counted(self, years: Sequence[int]) -> Mapping[int, Counted]:
        """Return all that the asker may count in these years, in one query for each of the two shares."""
        rows, first, last = FigureRows(self._store), min(years), max(years)
        crews = {year: rows.crews(year) for year in years}
        points, plans = rows.points(first, last, self._clock().date()), rows.plans(first, last)
        places = {place for of_year in crews.values() for place in of_year}
        tree, unit_of = with_names(Units(self._store).tree(), {place.name for place in places})

        def cell(place: Place) -> Cell:
            unit = unit_of(place.name) if place.unit is None else place.unit
            return Cell(unit, place.manager, place.year)

        found: dict[int, Counted] = {}
        for year, of_year in crews.items():
            where: dict[Cell, Crew] = {}
            tallies: dict[Cell, Tally] = {}
            for place, crew in of_year.items():
                here = cell(place)
                where[here] = where[here] + crew if here in where else crew
                standing, why = points.get(place, _NO_POINTS)
                plan = replace(plans.get(place, Plans()), employees=len(crew.employed))
                tallies[here] = tallies.get(here, NOTHING) + Tally(standing, plan, why)
            found[year] = Counted(tree, where, tallies)
        return found


_NO_POINTS = (NOTHING.points, NOTHING.kept_back)
