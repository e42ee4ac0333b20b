"""By which random name a file signs its reports."""

from __future__ import annotations

from ijtui.data.store import Store

_KEY = "reporter"


class Reporters:
    """The name of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def name(self) -> str | None:
        """Return it, or None before the first report."""
        rows = self._store.rows("SELECT value FROM meta WHERE key = ?", _KEY)
        return str(rows[0]["value"]) if rows else None

    def set_name(self, name: str) -> None:
        """Give the file its name, inside `writing`; it is kept for ever."""
        self._store.upsert("meta", ["key"], {"key": _KEY, "value": name})
