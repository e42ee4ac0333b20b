"""The history as rows, only ever added to: triggers of the file see to that, too."""

from __future__ import annotations

from datetime import datetime

from ijtui.data import chain
from ijtui.data.store import Row, Store
from ijtui.domain.history import Event


class History:
    """The history of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, event: Event) -> None:
        """Store one line, bound to the one before it."""
        row = {
            "who": event.who,
            "verb": event.verb,
            "subject": event.subject,
            "conversation": event.conversation,
            "at": event.at.isoformat(timespec="seconds"),
        }
        chain.add(self._store, row)

    def of_conversation(self, conversation: int) -> tuple[Event, ...]:
        """Return what happened to that conversation, oldest first."""
        return self._store.all(
            _event, "SELECT * FROM history WHERE conversation = ? ORDER BY at, id", conversation
        )


def _event(row: Row) -> Event:
    said = {name: value for name, value in row.items() if name != "hash"}
    return Event(**{**said, "at": datetime.fromisoformat(row["at"])})
