"""Connecting to the file with the settings of the house, and to no file that is not ours.

The file is never opened but by SQLite: closing it elsewhere in the same process would take
away the locks of every connection in it (POSIX), and another session could then drop our log.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ijtui.data.errors import NOT_OURS, READ_ONLY, failure, is_locked
from ijtui.data.place import is_writable
from ijtui.errors import StorageFailed
from ijtui.words import N_

APPLICATION_ID = 0x494A5455  # "IJTU"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "recursive_triggers=ON",  # off, INSERT OR REPLACE would walk past what guards a row from being deleted
    "journal_size_limit=4194304",
    "mmap_size=0",
    "cache_size=-16384",  # KiB at most, and only what is read; with less, a file of thousands is read twice
)
"""WAL with FULL lost nothing in simulated power cuts (reliability notes §2)."""

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_SMALLEST = 512  # bytes: one page
_TOO_OLD = N_("ijtui needs SQLite {needed} or newer, and this Python has {found}. Install a newer Python.")


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Return a connection for reading and writing to an existing file.

    Args:
        path: the file; an empty one is fine and becomes ours with its first table.
        patience: seconds to wait for another session's write.

    Raises:
        StorageFailed: not ours, or only readable.
        sqlite3.DatabaseError: whatever SQLite can't do.
    """
    if not is_writable(path):
        # SQLite would open it all the same, and leave a log beside it that nobody can write later.
        raise failure(READ_ONLY, path)
    conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
    with closed_on_error(conn):
        _refuse_strangers(conn, path)
        for pragma in PRAGMAS:
            _set(conn, pragma, time.monotonic() + patience)
    return conn


def connect_for_reading(path: Path, *, any_thread: bool = False, patience: float = 5.0) -> sqlite3.Connection:
    """Return a connection that changes nothing, not even beside the file.

    Where a log lies beside the file somebody may be writing, and SQLite needs its locks. Where there is
    none nobody has it open, and it is read as it lies; it could be on a disk that can't be written.

    Args:
        path: the file.
        any_thread: several threads may use it, one at a time.
        patience: seconds to wait where another program holds the whole file.

    Raises:
        StorageFailed: not ours.
        sqlite3.DatabaseError: whatever SQLite can't do.
    """
    logs = (log_of(path), path.with_name(f"{path.name}-journal"))
    how = "mode=ro" if any(log.exists() for log in logs) else "immutable=1"
    address = f"{path.absolute().as_uri()}?{how}"
    conn = sqlite3.connect(
        address, timeout=patience, uri=True, check_same_thread=not any_thread, isolation_level=None
    )
    with closed_on_error(conn):
        _refuse_strangers(conn, path)
        conn.execute("PRAGMA trusted_schema=OFF")
    return conn


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of that file lies while somebody has it open."""
    return path.with_name(f"{path.name}-wal")


def is_empty(path: Path) -> bool:
    """Whether nothing was ever written into the file or its log."""
    return path.stat().st_size == 0 and not log_of(path).exists()


@contextmanager
def closed_on_error(conn: sqlite3.Connection) -> Iterator[None]:
    """Close the connection if the block fails."""
    try:
        yield
    except BaseException:
        conn.close()
        raise


def is_sound(db: sqlite3.Connection) -> bool:
    """Whether SQLite finds its own structure whole; it can't vouch for single letters."""
    return db.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]


def number(db: sqlite3.Connection, pragma: str) -> int:
    """Return the value of a PRAGMA that is a number."""
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _refuse_strangers(conn: sqlite3.Connection, path: Path) -> None:
    """Look before anything is changed: other programs' files are SQLite, too."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        needed = ".".join(map(str, _OLDEST_SQLITE[:2]))
        raise StorageFailed(_TOO_OLD, needed=needed, found=sqlite3.sqlite_version)
    if 0 < path.stat().st_size < _SMALLEST:  # SQLite would take it for an empty file and write over it
        raise StorageFailed(NOT_OURS, file=path)
    # In one statement: between two, another session may just have made its tables.
    both = "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id"
    owner, tables = conn.execute(both).fetchone()
    if owner != APPLICATION_ID and (owner or tables):
        raise StorageFailed(NOT_OURS, file=path)


def _set(conn: sqlite3.Connection, pragma: str, until: float) -> None:
    """Set a PRAGMA; changing to WAL doesn't wait for other connections by itself."""
    while True:
        try:
            conn.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite3.OperationalError as error:
            if not is_locked(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return
