"""What a calendar needs to know of the file: its own name, and when things were last changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ijtui.data.store import Store

_KEY = "calendar"


class CalendarRows:
    """What a calendar needs of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def name(self) -> str | None:
        """Return by which random name calendars know this file, or None before the first one."""
        rows = self._store.rows("SELECT value FROM meta WHERE key = ?", _KEY)
        return str(rows[0]["value"]) if rows else None

    def set_name(self, name: str) -> None:
        """Give the file its name, inside `writing`; it is kept for ever."""
        self._store.upsert("meta", ["key"], {"key": _KEY, "value": name})

    def changes(self) -> Mapping[str, datetime]:
        """Return when each thing was last changed, by kind and number: "conversation:12"."""
        rows = self._store.rows("SELECT subject, max(at) AS at FROM history GROUP BY subject")
        with self._store.understood():
            return {row["subject"]: datetime.fromisoformat(row["at"]) for row in rows}
