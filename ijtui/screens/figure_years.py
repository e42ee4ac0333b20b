"""What the area of the key figure shows of each year: the organisation's counts, or one's own."""

from __future__ import annotations

from ijtui.domain.figure import Figure, Points
from ijtui.domain.tally import Tally
from ijtui.domain.tally_tree import ALL, Branch
from ijtui.domain.today import Due
from ijtui.screens.session import Session
from ijtui.services.figure import EARLIEST, TREND


class FigureYears:
    """The year that is shown, and the ones before it as they have been counted so far.

    Args:
        session: who asks.
        year: which year is shown.
    """

    def __init__(self, session: Session, year: int) -> None:
        self.year = year
        self._session = session
        self._figure = session.desk.figure
        self._trees = {year: self._figure.organisation(session.me, year)}
        self._own: dict[int, Figure] = {}

    def count_another(self) -> bool:
        """Count the next earlier year, and return whether there was one left."""
        lacking = [year for year in self._all() if year not in self._trees]
        if lacking:
            self._trees[lacking[0]] = self._figure.organisation(self._session.me, lacking[0])
        return bool(lacking)

    def _all(self) -> list[int]:
        """Return the year and those before it, the latest first."""
        return [year for year in range(self.year, self.year - TREND, -1) if year >= EARLIEST]

    def branch(self, key: str = ALL) -> Branch:
        """Return the line with that key; the whole where there is none."""
        top = self._trees[self.year]
        return (top.find(key) if key != ALL else None) or top.heart

    @property
    def is_alone(self) -> bool:
        """Whether there is nothing to tell of but one's own."""
        top = self._trees[self.year]
        return top.is_elsewhere or top.is_all_own

    def own(self, year: int | None = None) -> Figure:
        """Return one's own figure of a year, or of the one that is shown."""
        year = year or self.year
        if year not in self._own:
            self._own[year] = self._figure.own(self._session.me, year)
        return self._own[year]

    def tally(self, branch: Branch | None, year: int | None = None) -> Tally | None:
        """Return what is counted of a line; where there is nobody else, of one's own people or of oneself."""
        if not self.is_alone:
            return branch.tally if branch else None
        own = self.own(year)
        leads = bool(own.plans.employees) or own.held != Points()
        return Tally(own.held, own.plans) if leads else Tally(own.own, own.own_plan)

    def trend(self, key: str) -> list[tuple[int, Tally | None, Branch | None]]:
        """Return a line year by year as far as it is counted, the first year first."""
        found = [(year, tree.find(key)) for year, tree in sorted(self._trees.items())]
        return [(year, self.tally(branch, year), branch) for year, branch in found]

    def points(self, *, own_plan: bool) -> tuple[Due, ...]:
        """Return the points of the year that one may read: of one's own plan, or of those one leads."""
        me, actions = self._session.me, self._session.desk.actions
        mine = (action for action in actions.visible(me) if (action.employee == me.id) is own_plan)
        return actions.with_people(action for action in mine if action.due and action.due.year == self.year)
