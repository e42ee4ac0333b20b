"""Feedback as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.feedback import Feedback
from ijtui.errors import NotFound
from ijtui.words import N_

NO_FEEDBACK = N_("There is no feedback with number {number}.")


class FeedbackRows:
    """The feedback of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, feedback_id: int) -> Feedback:
        """Return that feedback.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_feedback, "feedback", feedback_id)
        if found is None:
            raise NotFound(NO_FEEDBACK, number=feedback_id)
        return found

    def readable(self, conversation: int, person: int | None) -> tuple[Feedback, ...]:
        """Return what that person may read of what was written there, oldest first; the rest is not fetched.

        Args:
            conversation: its id.
            person: id of one of the two; None for what both may read.
        """
        return self._store.all(
            _feedback,
            "SELECT * FROM feedback WHERE conversation = ? AND (opened OR giver = ?) ORDER BY id",
            conversation,
            person,
        )

    def add(self, feedback: Feedback) -> Feedback:
        """Store new feedback and return it with its number."""
        return replace(feedback, id=self._store.insert("feedback", _row(feedback)), version=1)

    def change(self, feedback: Feedback) -> Feedback:
        """Store changed feedback.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("feedback", feedback.id, feedback.version, _row(feedback), self.get)
        return replace(feedback, version=version)


def _feedback(row: Row) -> Feedback:
    given = datetime.fromisoformat(row["given"])
    return Feedback(**{**row, "opened": bool(row["opened"]), "given": given})


def _row(feedback: Feedback) -> dict[str, object]:
    return {
        "conversation": feedback.conversation,
        "giver": feedback.giver,
        "other": feedback.other,
        "receiver": feedback.receiver,
        "positive": feedback.positive,
        "improve": feedback.improve,
        "support": feedback.support,
        "opened": int(feedback.opened),
        "given": feedback.given.isoformat(timespec="seconds") if feedback.given else "",
    }
