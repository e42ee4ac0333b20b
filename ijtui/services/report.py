"""Reports of counts: a manager's, or a whole file's (D-S2)."""

from __future__ import annotations

from ijtui.data.reporter import Reporters
from ijtui.data.unit import Units
from ijtui.domain.person import Person
from ijtui.domain.report import Place, Report, of_all, of_own
from ijtui.errors import NotAllowed
from ijtui.services.figure import FigureService
from ijtui.words import N_

_NOTHING_TO_REPORT = N_("You led nobody in {year}, so there is nothing to report.")


class ReportService(FigureService):
    """What a person can report."""

    def of(self, asker: Person, year: int | None = None) -> Report:
        """Return the counts of the own people; of everybody for HR, and in a file where others lead, too.

        Args:
            asker: who reports.
            year: None for the present one.

        Raises:
            NotAllowed: there are none.
            StorageFailed: the file has no name for reports yet, and can't be written.
        """
        year = self.present_year() if year is None else year
        counted, now = self._counted([year])[year], self._clock()
        managers = {cell.manager for cell in counted.crews}
        if self._counts_for_all(asker) and managers - {asker.id}:
            reporters = dict.fromkeys(counted.crews, (self._file(),))
            return of_all(counted, reporters, year, now, self.floor())
        if asker.id not in managers:
            raise NotAllowed(_NOTHING_TO_REPORT, year=year)
        return of_own(counted, asker.id, asker.number or f"{self._file()}-{asker.id}", year, now)

    def units(self, _asker: Person) -> tuple[Place, ...]:
        """Return the units of the file, which everybody may know."""
        tree = Units(self._store).tree()
        return tuple(
            Place(unit.name, unit.kind, tree.units[unit.parent].name if unit.parent else "")
            for _depth, unit in tree.walk()
        )

    def _file(self) -> str:
        """Return by which random name the file reports, made at the first time and for ever the same."""
        rows = Reporters(self._store)
        known = rows.name()
        if known:
            return known
        with self._store.writing():
            known = rows.name() or self._new_id()
            rows.set_name(known)
        return known
