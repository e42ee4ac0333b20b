"""The history as rows, only ever added to."""

from __future__ import annotations

from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.history import Event


class History:
    """The history of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, event: Event) -> None:
        """Store one line."""
        row = {
            "who": event.who,
            "verb": event.verb,
            "subject": event.subject,
            "conversation": event.conversation,
            "at": event.at.isoformat(timespec="seconds"),
        }
        self._store.insert("history", row)

    def of_conversation(self, conversation: int) -> tuple[Event, ...]:
        """Return what happened to that conversation, oldest first."""
        return self._store.all(
            _event, "SELECT * FROM history WHERE conversation = ? ORDER BY at, id", conversation
        )


def _event(row: Row) -> Event:
    return Event(**{**row, "at": datetime.fromisoformat(row["at"])})
