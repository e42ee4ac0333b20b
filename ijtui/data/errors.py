"""SQLite's errors in our own words: each says what to do, and nothing on screen is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ijtui.data import advice
from ijtui.data.place import is_writable
from ijtui.errors import Conflict, NotAllowed, StorageFailed
from ijtui.words import N_

LOCKED = N_("Another program holds {file} right now; it is tried again by itself.")
FULL = N_("The disk that holds {file} is full; make room and it is saved by itself.")
NOT_WRITTEN = N_("The disk that holds {file} is full or failing: nothing can be written until there is room.")
READ_ONLY = N_("{file} can only be read, so nothing is saved. Run: {command}")
DAMAGED = N_("{file} is damaged. Run: {command}")
NOT_OURS = N_("{file} is not an ijtui file. Choose another with --db.")
UNREADABLE = N_("{file} can't be opened or read. Run: {command}")
_GONE = N_("What this belongs to was removed in another session, so it was not saved.")

_WALLED = N_("This is not yours to see or change, so nothing was done.")

REFUSED = "behind the wall"
"""What a trigger of the wall says; see `data.wall`."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_OURS,
    sqlite3.SQLITE_IOERR_WRITE: NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_FSYNC: NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_SHMOPEN: NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_SHMSIZE: NOT_WRITTEN,
    sqlite3.SQLITE_IOERR_TRUNCATE: NOT_WRITTEN,
}
"""By extended code, or else by its first byte."""

BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file gives; the second where not even SQLite's complaint about it is text."""


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite can't do inside the block into one of our errors; a slip in our own code goes through.

    Raises:
        StorageFailed: locked, full, read-only, damaged or unreadable.
        Conflict: a row that this one points at has been removed.
        NotAllowed: the wall of a shared file stands before it.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise Conflict(_GONE) from error
        if str(error) == REFUSED:
            raise NotAllowed(_WALLED) from error
        raise
    except UnicodeDecodeError as error:
        raise failure(DAMAGED, path) from error
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_AUTH:
            raise NotAllowed(_WALLED) from error
        raise failure(_sentence(error, path), path) from error


def failure(sentence: str, path: Path) -> StorageFailed:
    """Return the error with that sentence, and with the command that helps."""
    helps = advice.make_writable(path) if sentence == READ_ONLY else advice.ijtui(path, "doctor")
    return StorageFailed(sentence, file=path, command=helps)


def is_locked(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way, so that it is worth trying again."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _sentence(error: sqlite3.DatabaseError, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    sentence = _SENTENCES.get(code, _SENTENCES.get(code & 0xFF, UNREADABLE))
    if sentence == NOT_WRITTEN and not is_writable(path):
        return READ_ONLY  # it became so while it was open, which SQLite takes for a failing disk
    return sentence
