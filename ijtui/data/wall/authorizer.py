"""Which actions a statement may take once the wall stands; SQLite asks about each before it runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Set as AbstractSet

from ijtui.data.wall.census import DECLARED, FENCES

_KEYS = {fence.table: fence.keys for fence in FENCES}
_PRAGMAS = frozenset({"data_version", "user_version"})
"""What may be asked; nothing may be set."""

_FREE = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT, sqlite3.SQLITE_RECURSIVE}
)
_WRITES = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
_CLOSED = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})
"""Functions that reach out of the file, where the build of SQLite has them."""


class Authorizer:
    """Says yes to what goes through the wall's own views and triggers, and to little else.

    Args:
        secret: how the names of those begin, which no statement can know.
        pointing: the columns that point at rows elsewhere, each with its table. SQLite looks at them when
            a row is written, and no statement that asks may.
    """

    def __init__(self, secret: str, pointing: AbstractSet[tuple[str, str]]) -> None:
        self._secret = secret
        self._pointing = pointing
        self._asks = True

    def __call__(
        self, action: int, first: str | None, second: str | None, place: str | None, asker: str | None
    ) -> int:
        """Return whether an action may be taken.

        Args:
            action: what is to be done, as SQLite numbers it.
            first: the table, PRAGMA or the like.
            second: the column, value or the like.
            place: "main" or "temp", or None where the statement doesn't say.
            asker: the innermost view, trigger or named part of the statement that wants it, or None.
        """
        if asker is None and (action == sqlite3.SQLITE_SELECT or action in _WRITES):
            self._asks = action == sqlite3.SQLITE_SELECT
        if action == sqlite3.SQLITE_READ:
            allowed = self._may_read(first or "", second or "", place, asker)
        elif action in _WRITES:
            allowed = place == "main" and first in _KEYS
        elif action == sqlite3.SQLITE_PRAGMA:
            allowed = first in _PRAGMAS and second is None
        elif action == sqlite3.SQLITE_FUNCTION:
            allowed = (second or "") not in _CLOSED
        else:
            allowed = action in _FREE
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    def _may_read(self, table: str, column: str, place: str | None, asker: str | None) -> bool:
        if asker is not None and asker.startswith(self._secret):
            return True
        if place == "main":
            points = not self._asks and (table, column) in self._pointing
            return points or column in _KEYS.get(table, ())
        # Named without a place, a table that is declared is the view in front of it.
        return table in DECLARED or (place is None and not column)
