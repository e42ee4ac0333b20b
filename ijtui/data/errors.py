"""SQLite's errors in our own words: each says what to do, and nothing on screen is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ijtui.errors import StorageFailed
from ijtui.words import N_

LOCKED = N_("Another program holds {file} right now; it is tried again by itself.")
FULL = N_("The disk that holds {file} is full; make room and it is saved by itself.")
READ_ONLY = N_("{file} can't be written; check that you own it: chmod 600 {file}")
DAMAGED = N_("{file} is damaged. Run: ijtui doctor")
UNREADABLE = N_("{file} can't be opened or read; check the disk and run: ijtui doctor")

_SENTENCES = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_EFBIG_OR_SPACE = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_FSYNC)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn an error of SQLite inside the block into `StorageFailed`.

    Raises:
        StorageFailed: locked, full, read-only, damaged or unreadable.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StorageFailed(_sentence(error), file=path) from error


def _sentence(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code in _EFBIG_OR_SPACE:
        return FULL
    return _SENTENCES.get(code & 0xFF, UNREADABLE)
