"""The lines of the history that tell who looked."""

from __future__ import annotations

from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain.history import Event
from ijtui.domain.look import EXPORTED, LOOKED


class Looks:
    """Who looked at what in one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has_looked(self, person: int, conversation: int, subject: str, day: date) -> bool:
        """Return whether it is written down already that this person looked at that on that day."""
        rows = self._store.rows(
            "SELECT 1 FROM history WHERE conversation = ? AND at >= ? AND who = ? AND verb = ?"
            " AND subject = ? LIMIT 1",
            conversation,
            day.isoformat(),
            person,
            LOOKED,
            subject,
        )
        return bool(rows)

    def of(self, conversation: int) -> tuple[Event, ...]:
        """Return who opened a conversation or took a copy of it, the latest first."""
        return self._store.all(
            _event,
            "SELECT id, who, verb, subject, at, conversation FROM history"
            " WHERE conversation = ? AND verb IN (?, ?) ORDER BY at DESC, id DESC",
            conversation,
            LOOKED,
            EXPORTED,
        )


def _event(row: Row) -> Event:
    return Event(**{**row, "at": datetime.fromisoformat(row["at"])})
