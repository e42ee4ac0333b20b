"""Everything a person can do, at one desk: opened once for a session."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from ijtui.clock import Clock, wall_clock
from ijtui.data.opening import open_store
from ijtui.data.store import Store
from ijtui.services.action import ActionService
from ijtui.services.backup import BackupService
from ijtui.services.base import NewId
from ijtui.services.conversation import ConversationService
from ijtui.services.draft import DraftService
from ijtui.services.feedback import FeedbackService
from ijtui.services.goal import GoalService
from ijtui.services.person import PeopleService
from ijtui.services.plan import PlanService
from ijtui.services.text import TextService
from ijtui.services.today import TodayService


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of one open file.

    Attributes:
        clock: the same clock that the services use, for screens that show the time.
    """

    clock: Clock
    people: PeopleService
    conversations: ConversationService
    texts: TextService
    goals: GoalService
    actions: ActionService
    feedback: FeedbackService
    plans: PlanService
    today: TodayService
    drafts: DraftService
    backups: BackupService
    store: Store

    def changes(self) -> int:
        """Return a number that grows when another session has written to the file."""
        return self.store.changes()

    def close(self) -> None:
        """Close the file."""
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
) -> Desk:
    """Open the file and everything that can be done with it.

    Args:
        path: the database file.
        create: make it where there is none.
        patience: seconds to wait for another session's write.
        clock: what time it is.
        new_id: random ids.

    Raises:
        StorageFailed: the file can't be used; the sentence says what to do.
    """
    store = open_store(path, create=create, patience=patience)
    parts = (store, clock, new_id)
    return Desk(
        clock=clock,
        people=PeopleService(*parts),
        conversations=ConversationService(*parts),
        texts=TextService(*parts),
        goals=GoalService(*parts),
        actions=ActionService(*parts),
        feedback=FeedbackService(*parts),
        plans=PlanService(*parts),
        today=TodayService(*parts),
        drafts=DraftService(*parts),
        backups=BackupService(*parts),
        store=store,
    )
