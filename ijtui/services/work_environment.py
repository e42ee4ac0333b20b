"""What the marks of the work environment add up to, for whoever may count (D-A2, D-S4)."""

from __future__ import annotations

from ijtui.data.person import People
from ijtui.data.target import TargetRows
from ijtui.data.unit import Units
from ijtui.data.work_environment import WorkEnvironmentRows
from ijtui.domain.person import Person
from ijtui.domain.survey import topics
from ijtui.domain.tally_tree import NOBODY
from ijtui.domain.work_environment import WorkEnvironment
from ijtui.errors import NotFound
from ijtui.services.base import Service
from ijtui.words import N_

NOT_ASKED = N_("Nobody in a unit named {unit} was asked about the work environment in {year}.")


class WorkEnvironmentService(Service):
    """What a person can see of how the work environment is judged."""

    def of(
        self,
        asker: Person,
        year: int | None = None,
        unit: str = "",
        *,
        language: str = "sv",
        as_own: bool = True,
    ) -> WorkEnvironment:
        """Return the counts of a year: of every unit for HR, of those led and all below them for a manager.

        Args:
            asker: who asks.
            year: None for the present one.
            unit: name of the unit that alone is wanted, with what is part of it; "" for all.
            language: the titles of questions are in, where there are several.
            as_own: whether the own people are told of however few they are; not where it leaves the asker.

        Raises:
            NotFound: nobody in such a unit was asked, or not for the asker.
        """
        today = self._clock().date()
        year = today.year if year is None else year
        rows, for_all = WorkEnvironmentRows(self._store), self._counts_for_all(asker)
        floor = TargetRows(self._store).floor()
        found = topics(
            rows.heard(year, today),
            rows.titles(language),
            Units(self._store).tree(),
            asker.id if as_own else NOBODY,
            floor,
            for_all=for_all,
        )
        names = {person.id: person.name for person in People(self._store).all()}
        told = WorkEnvironment(year, today, floor, found, {} if for_all else names)
        if unit:
            told = told.inside(unit)
            if not told.topics:
                raise NotFound(NOT_ASKED, unit=unit, year=year)
        return told

    def years(self) -> tuple[int, ...]:
        """Return in which years anybody was asked, the latest first, as far as the session may know."""
        return WorkEnvironmentRows(self._store).years()
