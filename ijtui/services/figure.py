"""The key figure of the one who asks: counts, which name nobody and carry nothing that was said (D-S)."""

from __future__ import annotations

from ijtui.data.figure import FigureRows
from ijtui.domain.figure import Figure, points
from ijtui.domain.person import Person
from ijtui.services.base import Service


class FigureService(Service):
    """What a person can count."""

    def own(self, asker: Person, year: int | None = None) -> Figure:
        """Return the asker's own counts of a year, as manager and as employee.

        Args:
            asker: whose they are.
            year: None for the present one.
        """
        today = self._clock().date()
        year = today.year if year is None else year
        seen, rows = self._actions.visible_to(asker), FigureRows(self._store)
        return Figure(
            year,
            points((action for action in seen if action.manager == asker.id), year, today),
            rows.plans_led_by(asker.id, year),
            points((action for action in seen if action.employee == asker.id), year, today),
            rows.plan_of(asker.id, year),
        )
