"""Everything a person can do, at one desk: opened once for a session."""

from __future__ import annotations

import uuid
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ijtui.clock import Clock, wall_clock
from ijtui.data.opening import open_store
from ijtui.data.planned import is_due
from ijtui.services.base import NewId
from ijtui.services.shared_desk import SharedDesk

if TYPE_CHECKING:
    from ijtui.domain.account import Door
    from ijtui.services.action import ActionService
    from ijtui.services.backup import BackupService
    from ijtui.services.calendar import CalendarService
    from ijtui.services.care import CareService
    from ijtui.services.competence import CompetenceService
    from ijtui.services.conversation import ConversationService
    from ijtui.services.draft import DraftService
    from ijtui.services.feedback import FeedbackService
    from ijtui.services.goal import GoalService
    from ijtui.services.journal import JournalService
    from ijtui.services.material import MaterialService
    from ijtui.services.milestone import MilestoneService
    from ijtui.services.paper import PaperService
    from ijtui.services.person import PeopleService
    from ijtui.services.plan import PlanService
    from ijtui.services.search import SearchService
    from ijtui.services.text import TextService
    from ijtui.services.today import TodayService
    from ijtui.services.year import YearService


class Desk(SharedDesk):
    """The services of one open file; each is imported when it is first asked for.

    Args:
        store: the open file.
        clock: what time it is, for the services and for screens that show it.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    @cached_property
    def people(self) -> PeopleService:
        """Whom one talks with, and who owns the file."""
        from ijtui.services.person import PeopleService

        return PeopleService(*self._parts, self.door)

    @cached_property
    def conversations(self) -> ConversationService:
        """Booking and walking through conversations."""
        from ijtui.services.conversation import ConversationService

        return ConversationService(*self._parts)

    @cached_property
    def texts(self) -> TextService:
        """What is written in conversations."""
        from ijtui.services.text import TextService

        return TextService(*self._parts)

    @cached_property
    def goals(self) -> GoalService:
        """Goals."""
        from ijtui.services.goal import GoalService

        return GoalService(*self._parts)

    @cached_property
    def actions(self) -> ActionService:
        """Agreements."""
        from ijtui.services.action import ActionService

        return ActionService(*self._parts)

    @cached_property
    def feedback(self) -> FeedbackService:
        """Feedback."""
        from ijtui.services.feedback import FeedbackService

        return FeedbackService(*self._parts)

    @cached_property
    def plans(self) -> PlanService:
        """The plan, and everything both may see."""
        from ijtui.services.plan import PlanService

        return PlanService(*self._parts)

    @cached_property
    def today(self) -> TodayService:
        """The start screen."""
        from ijtui.services.today import TodayService

        return TodayService(*self._parts)

    @cached_property
    def milestones(self) -> MilestoneService:
        """What the unit has set itself."""
        from ijtui.services.milestone import MilestoneService

        return MilestoneService(*self._parts)

    @cached_property
    def competences(self) -> CompetenceService:
        """Ratings, and what the two agree on."""
        from ijtui.services.competence import CompetenceService

        return CompetenceService(*self._parts)

    @cached_property
    def journal(self) -> JournalService:
        """One's own journal."""
        from ijtui.services.journal import JournalService

        return JournalService(*self._parts)

    @cached_property
    def search(self) -> SearchService:
        """Finding words in what one may read."""
        from ijtui.services.search import SearchService

        return SearchService(*self._parts)

    @cached_property
    def calendar(self) -> CalendarService:
        """What belongs in a calendar."""
        from ijtui.services.calendar import CalendarService

        return CalendarService(*self._parts)

    @cached_property
    def material(self) -> MaterialService:
        """What happened in a year, line by line with where it comes from."""
        from ijtui.services.material import MaterialService

        return MaterialService(*self._parts)

    @cached_property
    def years(self) -> YearService:
        """A person's years side by side."""
        from ijtui.services.year import YearService

        return YearService(*self._parts)

    @cached_property
    def papers(self) -> PaperService:
        """Preparations as forms outside the program."""
        from ijtui.services.paper import PaperService

        return PaperService(*self._parts)

    @cached_property
    def care(self) -> CareService:
        """Recognition, training and the next step in the role."""
        from ijtui.services.care import CareService

        return CareService(*self._parts)

    @cached_property
    def drafts(self) -> DraftService:
        """What was typed into a form and not saved."""
        from ijtui.services.draft import DraftService

        return DraftService(*self._parts)

    @cached_property
    def backups(self) -> BackupService:
        """Copies of the file."""
        from ijtui.services.backup import BackupService

        return BackupService(*self._parts)

    def changes(self) -> int:
        """Return a number that grows when another session has written to the file."""
        return self.store.changes()

    def close(self) -> None:
        """Close the file, also where it is open for a search; nobody is seen in it any more."""
        if "presence" in vars(self):
            self.presence.close()
        if "search" in vars(self):
            self.search.close()
        self.store.close()


def _random_id() -> str:
    return uuid.uuid4().hex


def open_desk(
    path: Path,
    *,
    create: bool = True,
    patience: float = 5.0,
    clock: Clock = wall_clock,
    new_id: NewId = _random_id,
    door: Door | None = None,
) -> Desk:
    """Open the file and everything that can be done with it.

    Args:
        path: the database file.
        create: make it where there is none; a shared one is made by whoever looks after the server.
        patience: seconds to wait for another session's write.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.

    Raises:
        StorageFailed: the file can't be used; the sentence says what to do.
    """
    store = open_store(path, create=create and door is None, patience=patience)
    if not store.read_only and is_due(store, clock().date()):
        from ijtui.services.posting import take_due

        take_due(store, clock())
    return Desk(store, clock, new_id, door)
