"""Opening the one file that everything lies in, and writing to it.

WAL with synchronous=FULL lost nothing in simulated power cuts; every write is one
BEGIN IMMEDIATE transaction (reliability notes §2).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ijtui.data import backup, place, schema
from ijtui.data.errors import DAMAGED, told_plainly
from ijtui.errors import Conflict, StorageFailed
from ijtui.words import N_

APPLICATION_ID = 0x494A5455  # "IJTU"
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "journal_size_limit=4194304",
    "mmap_size=0",
)
_CHECKED_AT_START = 16 * 2**20  # bytes; quick_check reads 4 ms a MiB, so larger files wait for doctor

_NOT_OURS = N_("{file} is not an ijtui file. Choose another with --db.")
_NEWER = N_("{file} was written by a newer ijtui. Upgrade ijtui to open it.")
_DAMAGED = N_("{file} is damaged. Your newest backup is {backup}. Run: ijtui restore {backup}")
_CHANGED = N_("Somebody changed this while you were writing. Both versions are kept.")


class Store:
    """An open file.

    Args:
        path: where the file lies.
        db: the connection, already checked and migrated.
    """

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self.db = db

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Return every row of a query at once; a half-read one would hold a transaction open.

        Raises:
            StorageFailed: the file can't be read.
        """
        with told_plainly(self.path):
            return list(self.db.query(sql, values))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run the block as one transaction under the write lock; all of it is stored, or none.

        Blocks may nest; the outermost one commits.

        Raises:
            StorageFailed: locked, full, read-only or damaged; nothing of the block was stored.
        """
        if self.db.conn.in_transaction:
            yield
            return
        with told_plainly(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Add one row inside `writing` and return its id."""
        row = self.db.table(table).insert(dict(values))
        return int(row.last_rowid or 0)

    def update(self, table: str, row: int, version: int, values: Mapping[str, object]) -> int:
        """Change one row inside `writing` if nobody changed it since, and return its new version.

        Raises:
            Conflict: its version is no longer the one given.
        """
        columns = ", ".join(f"{column} = ?" for column in values)
        cursor = self.db.execute(
            f"UPDATE {table} SET {columns}, version = version + 1 WHERE id = ? AND version = ?",
            [*values.values(), row, version],
        )
        if cursor.rowcount != 1:
            raise Conflict(_CHANGED)
        return version + 1

    def upsert(self, table: str, keys: Sequence[str], values: Mapping[str, object]) -> None:
        """Add or replace the row with these keys inside `writing`."""
        self.db.table(table).upsert(dict(values), pk=tuple(keys))

    def changes(self) -> int:
        """Return a number that grows when another session has written to the file."""
        return int(self.rows("PRAGMA data_version")[0]["data_version"])

    def close(self) -> None:
        """Close the file; the write-ahead log goes with the last session."""
        self.db.conn.close()


def connect(path: Path, patience: float) -> Database:
    """Return a connection with the settings of the house.

    Args:
        path: an existing file.
        patience: seconds to wait for another session's write.
    """
    conn = sqlite3.connect(path, timeout=patience)
    if _is_fresh(conn):
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    return Database(conn, execute_plugins=False, strict=True)


def _is_fresh(conn: sqlite3.Connection) -> bool:
    number = conn.execute("PRAGMA application_id").fetchone()[0]
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(number == 0 and tables == 0)


def open_store(path: Path, *, create: bool = True, patience: float = 5.0) -> Store:
    """Open the file, make it if asked, and bring it up to date.

    Args:
        path: the database file.
        create: make it where there is none.
        patience: seconds to wait for another session's write before saying so.

    Raises:
        StorageFailed: others can reach it, it is not ours, newer, damaged or unreadable.
    """
    fresh = place.prepare(path, create)
    if not fresh and path.stat().st_size:
        _check_header(path)
    try:
        with told_plainly(path):
            db = connect(path, patience)
            _check(db, path)
            _migrate(db, path)
    except StorageFailed as failed:
        raise _with_backup(failed, path) from failed
    return Store(path, db)


def _check_header(path: Path) -> None:
    """Look at the first bytes before SQLite does: it would report a foreign file as damaged."""
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except OSError as error:
        raise StorageFailed(N_("{file} can't be read. Run: chmod 600 {file}"), file=path) from error
    ours = APPLICATION_ID.to_bytes(4, "big")
    if not header.startswith(b"SQLite format 3\0") or header[68:72] not in (ours, bytes(4)):
        raise StorageFailed(_NOT_OURS, file=path)


def _check(db: Database, path: Path) -> None:
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise StorageFailed(_NOT_OURS, file=path)
    if _pragma(db, "user_version") > schema.NEWEST:
        raise StorageFailed(_NEWER, file=path)
    if path.stat().st_size <= _CHECKED_AT_START and not is_sound(db):
        raise StorageFailed(DAMAGED, file=path)


def is_sound(db: Database) -> bool:
    """Whether SQLite finds its own structure whole; it can't vouch for single letters."""
    return [tuple(row) for row in db.execute("PRAGMA quick_check(1)").fetchall()] == [("ok",)]


def _migrate(db: Database, path: Path) -> None:
    """Take the missing steps under the write lock; what was there is backed up first."""
    if _pragma(db, "user_version") == schema.NEWEST:
        return
    if _pragma(db, "user_version"):
        backup.make(db, path, reason="upgrade")
    db.execute("BEGIN IMMEDIATE")
    try:
        schema.migrations.apply(db)
        db.execute(f"PRAGMA user_version={schema.NEWEST}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _with_backup(failed: StorageFailed, path: Path) -> StorageFailed:
    """Name the newest backup where the file turned out damaged."""
    newest = backup.newest(path)
    if failed.message != DAMAGED or newest is None:
        return failed
    return StorageFailed(_DAMAGED, file=path, backup=newest)


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
