"""Writing very many rows at once, by the same repositories that write one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from ijtui.data.errors import DAMAGED, failure, told_plainly
from ijtui.data.store import Store, insertion

_AT_A_TIME = 5000
"""Rows of one table that wait to be written together."""

_CACHE = -256 * 1024
"""KiB of pages that SQLite keeps meanwhile, negative as it wants it; indexes grow all over the file."""


@contextmanager
def in_bulk(store: Store) -> Iterator[Bulk]:
    """Run the block as one transaction in which rows may come before what they point at.

    That all of it is there is checked once at the end: to look at each row would read tables through that
    have no index for it, over and over.

    Raises:
        StorageFailed: it can't be written, or a row points at none.
    """
    with told_plainly(store.path):
        store.db.execute("PRAGMA foreign_keys=OFF")
        store.db.execute(f"PRAGMA cache_size={_CACHE}")
        try:
            with store.writing():
                bulk = Bulk(store.path, store.db)
                yield bulk
                bulk.flush()
                if store.db.execute("PRAGMA foreign_key_check").fetchone():
                    raise failure(DAMAGED, store.path)
        finally:
            store.db.execute("PRAGMA foreign_keys=ON")


class Bulk(Store):
    """An open file whose rows are added some thousand at a time, in the order they are given.

    It numbers the rows itself, so that they can point at each other before they are written. What it holds
    back is written by `flush`, or before anything is read. `in_bulk` makes it, for a file without a wall that
    nobody else writes to meanwhile.
    """

    def __init__(self, path: Path, db: Connection) -> None:
        super().__init__(path, db)
        self._waiting: dict[str, list[tuple[object, ...]]] = {}
        self._columns: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, int] = {}

    def made_on(self, day: date) -> None:
        """Say that the file has had its tables since that day, whenever it was made."""
        self.db.execute("UPDATE _sqlite_migrations SET applied_at = ?", [day.isoformat()])

    def next_id(self, table: str) -> int:
        """Return a number that no row of the table has or will be given again."""
        if table not in self._last:
            self._last[table] = super().rows(f"SELECT coalesce(max(id), 0) AS last FROM {table}")[0]["last"]
        self._last[table] += 1
        return self._last[table]

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Add one row and return its number, which it may bring with it."""
        number = values.get("id") or self.next_id(table)
        self._wait(table, {**values, "id": number})
        return int(str(number))

    def put(self, table: str, values: Mapping[str, object]) -> None:
        """Add one row to a table whose rows have no number."""
        self._wait(table, values)

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Return every row of a query, with what was added before it."""
        self.flush()
        return super().rows(sql, *values)

    def flush(self) -> None:
        """Write what waits."""
        for table in self._waiting:
            self._write(table)

    def _wait(self, table: str, values: Mapping[str, object]) -> None:
        columns = tuple(values)
        if self._columns.get(table) != columns:
            self._write(table)
            self._columns[table] = columns
        waiting = self._waiting.setdefault(table, [])
        waiting.append(tuple(values.values()))
        if len(waiting) >= _AT_A_TIME:
            self._write(table)

    def _write(self, table: str) -> None:
        waiting = self._waiting.get(table)
        if waiting:
            self.db.executemany(insertion(table, self._columns[table]), waiting)
            waiting.clear()
