"""Things as they have come to be, written as rows with the number and the version that they have by now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ijtui.data import action, goal
from ijtui.data.bulk import Bulk
from ijtui.data.conversation_rows import progress_row, row_of
from ijtui.data.template_copy import TemplateCopies
from ijtui.domain.action import Action
from ijtui.domain.agenda import Agenda
from ijtui.domain.agenda_json import agenda_to_json
from ijtui.domain.conversation import Conversation, Progress
from ijtui.domain.goal import Goal


class Archive:
    """What was said and done, as its services would have left it.

    Args:
        bulk: where the rows go.
        agenda: the template that every conversation keeps.
    """

    def __init__(self, bulk: Bulk, agenda: Agenda) -> None:
        self._bulk = bulk
        self._template = TemplateCopies(bulk).keep(agenda_to_json(agenda))

    def action(self, item: Action) -> None:
        """Store an action."""
        self._bulk.insert("action", {"id": item.id, **action.row_of(item), "version": item.version})

    def goal(self, item: Goal) -> None:
        """Store a goal."""
        self._bulk.insert("goal", {"id": item.id, **goal.row_of(item), "version": item.version})

    def conversation(self, item: Conversation) -> None:
        """Store a conversation by the template."""
        row = row_of(item, self._template)
        self._bulk.insert("conversation", {"id": item.id, **row, "version": item.version})

    def progress(self, of: int, said: Mapping[str, Progress], author: int, at: datetime) -> None:
        """Store where the questions of a conversation stand."""
        for question, progress in said.items():
            self._bulk.put("progress", progress_row(of, question, progress, author, at))
