"""Feedback as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from ijtui.data.store import Row, Store
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.errors import NotFound
from ijtui.words import N_

NO_FEEDBACK = N_("There is no feedback with number {number}.")

_READABLE = "(giver = ?1 OR other = ?1 AND opened)"
"""`domain.access.may_read_feedback`, as the database says it."""


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

    # What somebody may read; the rest is not fetched

    def readable(self, conversation: int, person: int | None) -> tuple[Feedback, ...]:
        """Return what that person may read of what was written there, oldest first.

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

    def waiting(self, person: int, other: int) -> tuple[Feedback, ...]:
        """Return what waits for the next conversation of these two, as far as `person` may read it."""
        return self._read("conversation IS NULL AND ?2 IN (giver, other)", person, other)

    def between(self, person: int, other: int, since: date, until: date) -> tuple[Feedback, ...]:
        """Return what the two gave each other from one day to another, both included."""
        after = until + timedelta(days=1)
        span = (since.isoformat(), after.isoformat())
        return self._read("?2 IN (giver, other) AND given >= ?3 AND given < ?4", person, other, *span)

    def about_the_process(self, person: int, since: date) -> tuple[Feedback, ...]:
        """Return what was said about the conversations themselves since a day, by whomever."""
        return self._read("receiver IS NULL AND given >= ?2", person, since.isoformat())

    def _read(self, where: str, person: int, *values: object) -> tuple[Feedback, ...]:
        """Return what fits, the oldest first; ?1 is the person, ?2 and on the values."""
        sql = f"SELECT * FROM feedback WHERE {_READABLE} AND {where} ORDER BY given, id"
        return self._store.all(_feedback, sql, person, *values)

    def unheld(self) -> tuple[Feedback, ...]:
        """Return all that waits for a conversation, of everybody: to see whether it can be understood."""
        return self._store.all(_feedback, "SELECT * FROM feedback WHERE conversation IS NULL ORDER BY id")

    # Writing

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

    def remove(self, feedback: Feedback) -> None:
        """Delete feedback.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("feedback", feedback.id, feedback.version, self.get)

    def take_up(self, conversation: Conversation) -> None:
        """Let everything that waits between the two belong to their conversation."""
        self._store.db.execute(
            "UPDATE main.feedback SET conversation = ?1"
            " WHERE id IN (SELECT id FROM exchanged"
            " WHERE conversation IS NULL AND (giver, other) IN (VALUES (?2, ?3), (?3, ?2)))",
            [conversation.id, conversation.employee.id, conversation.manager.id],
        )

    def let_wait(self, conversation: int, *, sealed_only: bool) -> None:
        """Let what belongs to a conversation wait for the next one."""
        self._store.db.execute(
            "UPDATE main.feedback SET conversation = NULL"
            " WHERE id IN (SELECT id FROM exchanged WHERE conversation = ? AND opened <= ?)",
            [conversation, 0 if sealed_only else 1],
        )


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
