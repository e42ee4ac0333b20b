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

    def add(self, *events: Event) -> None:
        """Store lines in this order, each bound to the one before it."""
        chain.add(self._store, *map(_row, events))

    def of_conversation(self, conversation: int) -> tuple[Event, ...]:
        """Return what happened to that conversation, oldest first."""
        return self._store.all(
            _event, "SELECT * FROM history WHERE conversation = ? ORDER BY at, id", conversation
        )


def _event(row: Row) -> Event:
    said = {name: value for name, value in row.items() if name != "hash"}
    return Event(**{**said, "at": datetime.fromisoformat(row["at"])})


def _row(event: Event) -> dict[str, object]:
    return {
        "who": event.who,
        "verb": event.verb,
        "subject": event.subject,
        "conversation": event.conversation,
        "at": event.at.isoformat(timespec="seconds"),
    }
