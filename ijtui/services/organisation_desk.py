"""What there is where more than two are counted: units, rounds, what is handed over and what is kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ijtui.clock import Clock
from ijtui.data.store import Store
from ijtui.services.base import NewId

if TYPE_CHECKING:
    from ijtui.domain.account import Door
    from ijtui.services.figure import FigureService
    from ijtui.services.handover_files import HandoverFiles
    from ijtui.services.organisation import OrganisationService
    from ijtui.services.people_list import PeopleListService
    from ijtui.services.report import ReportService
    from ijtui.services.round import RoundService
    from ijtui.services.salary import SalaryService
    from ijtui.services.template import TemplateService
    from ijtui.services.weeding import WeedingService
    from ijtui.services.work_environment import WorkEnvironmentService


class OrganisationDesk:
    """The services of an organisation; each is imported when it is first asked for.

    Args:
        store: the open file.
        clock: what time it is, for the services and for screens that show it.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId, door: Door | None = None) -> None:
        self.store = store
        self.clock = clock
        self.door = door
        self._parts = (store, clock, new_id)

    @cached_property
    def handovers(self) -> HandoverFiles:
        """What goes on when a manager leaves."""
        from ijtui.services.handover_files import HandoverFiles

        return HandoverFiles(*self._parts)

    @cached_property
    def figure(self) -> FigureService:
        """The key figure of the one who asks."""
        from ijtui.services.figure import FigureService

        return FigureService(*self._parts)

    @cached_property
    def weeding(self) -> WeedingService:
        """How long things are kept, and removing what is no longer to be."""
        from ijtui.services.weeding import WeedingService

        return WeedingService(*self._parts)

    @cached_property
    def salary(self) -> SalaryService:
        """What goes to a salary review, once the employee has seen it."""
        from ijtui.services.salary import SalaryService

        return SalaryService(*self._parts, self.door)

    @cached_property
    def rounds(self) -> RoundService:
        """Rounds, and how far everybody in them has come."""
        from ijtui.services.round import RoundService

        return RoundService(*self._parts)

    @cached_property
    def organisation(self) -> OrganisationService:
        """Units, and who works where."""
        from ijtui.services.organisation import OrganisationService

        return OrganisationService(*self._parts)

    @cached_property
    def people_list(self) -> PeopleListService:
        """Everybody, from a list and to one."""
        from ijtui.services.people_list import PeopleListService

        return PeopleListService(*self._parts)

    @cached_property
    def templates(self) -> TemplateService:
        """Agendas and competence sets: the organisation's, one's own, and those that ship."""
        from ijtui.services.template import TemplateService

        return TemplateService(*self._parts)

    @cached_property
    def work_environment(self) -> WorkEnvironmentService:
        """What the marks of the work environment add up to."""
        from ijtui.services.work_environment import WorkEnvironmentService

        return WorkEnvironmentService(*self._parts)

    @cached_property
    def reports(self) -> ReportService:
        """Counts that add up with others'."""
        from ijtui.services.report import ReportService

        return ReportService(*self._parts)
