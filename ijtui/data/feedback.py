"""Feedback as rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ijtui.data.store import Store
from ijtui.domain.feedback import Feedback
from ijtui.errors import NotFound
from ijtui.words import N_


class FeedbackRows:
    """The feedback of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, feedback_id: int) -> Feedback:
        """Return that feedback.

        Raises:
            NotFound: none has that number.
        """
        rows = self._store.rows("SELECT * FROM feedback WHERE id = ?", feedback_id)
        if not rows:
            raise NotFound(N_("There is no feedback with number {number}."), number=feedback_id)
        return _feedback(rows[0])

    def of_conversation(self, conversation: int) -> tuple[Feedback, ...]:
        """Return what was written in that conversation, oldest first; the caller filters by who asks."""
        rows = self._store.rows("SELECT * FROM feedback WHERE conversation = ? ORDER BY id", conversation)
        return tuple(_feedback(row) for row in rows)

    def add(self, feedback: Feedback) -> Feedback:
        """Store new feedback and return it with its number."""
        return replace(feedback, id=self._store.insert("feedback", _row(feedback)), version=1)

    def change(self, feedback: Feedback) -> Feedback:
        """Store changed feedback.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("feedback", feedback.id, feedback.version, _row(feedback))
        return replace(feedback, version=version)


def _feedback(row: Mapping[str, Any]) -> Feedback:
    given = datetime.fromisoformat(row["given"])
    return Feedback(**{**row, "opened": bool(row["opened"]), "given": given})


def _row(feedback: Feedback) -> dict[str, object]:
    return {
        "conversation": feedback.conversation,
        "giver": feedback.giver,
        "receiver": feedback.receiver,
        "positive": feedback.positive,
        "improve": feedback.improve,
        "support": feedback.support,
        "opened": int(feedback.opened),
        "given": feedback.given.isoformat(timespec="seconds") if feedback.given else "",
    }
