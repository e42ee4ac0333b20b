"""Bringing a backup back: whatever is there now is kept, and at no moment is there no file.

A sound file is overwritten by SQLite itself, in one transaction under an exclusive lock. A
damaged one can't be, so it is set aside and the copy takes its name.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ijtui import paths
from ijtui.data import backup, place, schema
from ijtui.data.connection import (
    closed_on_error,
    connect_for_reading,
    is_empty,
    is_sound,
    log_of,
    number,
)
from ijtui.data.errors import BROKEN, NOT_OURS, READ_ONLY, failure, is_locked, told_plainly
from ijtui.data.opening import NEWER
from ijtui.errors import StorageFailed
from ijtui.words import N_

_FIRST_BYTE, _BYTES = 0x40000002, 510  # where every connection holds a shared lock (SQLite's os.h)

_NO_BACKUP = N_("There is no file {backup}. Your backups are in {folder}.")
_SAME = N_("{backup} is the file itself. Choose one of the backups in {folder}.")
_NOT_A_BACKUP = N_("{backup} is not an ijtui file, so nothing was changed. Your backups are in {folder}.")
_DAMAGED_BACKUP = N_("{backup} is damaged, so nothing was changed. Choose an older one in {folder}.")
_IN_USE = N_("{file} is open in another session. Close ijtui everywhere, then restore.")
_NOT_REPLACED = N_("{file} can't be replaced: {reason}.")


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the file that was there before.

    Attributes:
        kept: where it is now: a backup, or the damaged file itself; None where there was none.
        damaged: it was damaged and lies as it was, log and all.
    """

    kept: Path | None = None
    damaged: bool = False


def restore(path: Path, copy: Path, now: datetime) -> Restored:
    """Put the contents of a backup in place of the file's, all of them or none.

    Args:
        path: the database file; made where there is none.
        copy: the backup, which stays as it is.
        now: the moment to name after what was there before.

    Raises:
        StorageFailed: the backup is not one, damaged or newer, or another session has the file open.
    """
    with closing(_opened(path, copy)) as source:
        place.prepare(path, create=True)
        if not place.is_writable(path):
            raise failure(READ_ONLY, path)
        if not is_empty(path) and not _is_whole(path):
            return Restored(_set_aside(path, source, now), damaged=True)
        with _alone(path) as target:
            kept = None if is_empty(path) else backup.make(path, "restore", now, target)
            source.backup(target)
        return Restored(kept)


def _opened(path: Path, copy: Path) -> sqlite3.Connection:
    """Return a connection to a backup that is worth bringing back."""
    said = {"backup": copy, "folder": paths.backups(path)}
    if not copy.is_file():
        raise StorageFailed(_NO_BACKUP, **said)
    if path.exists() and path.samefile(copy):
        raise StorageFailed(_SAME, **said)
    try:
        db = connect_for_reading(copy)
        with closed_on_error(db):
            _check(db, copy, said)
            return db
    except BROKEN as error:
        foreign = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
        raise StorageFailed(_NOT_A_BACKUP if foreign else _DAMAGED_BACKUP, **said) from error
    except StorageFailed as failed:
        raise StorageFailed(_NOT_A_BACKUP, **said) if failed.message == NOT_OURS else failed from failed


def _check(db: sqlite3.Connection, copy: Path, said: dict[str, Path]) -> None:
    version = number(db, "user_version")
    if version > schema.NEWEST:
        raise StorageFailed(NEWER, file=copy)
    if version == 0:  # an empty file passes for a new one of ours
        raise StorageFailed(_NOT_A_BACKUP, **said)
    if not is_sound(db):
        raise StorageFailed(_DAMAGED_BACKUP, **said)


def _is_whole(path: Path) -> bool:
    """Whether the file that is there now can be read through.

    Raises:
        StorageFailed: it is another program's, and stays as it is.
    """
    try:
        with closing(connect_for_reading(path)) as db:
            return is_sound(db)
    except BROKEN:
        return False


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that keeps everybody else out, so that nothing is written after it is backed up.

    Raises:
        StorageFailed: another session has the file open.
    """
    with told_plainly(path), closing(sqlite3.connect(path, timeout=0)) as conn:
        try:
            conn.execute("PRAGMA locking_mode=EXCLUSIVE")  # before the first look, or a log is shared
            conn.execute("PRAGMA synchronous=FULL")
            conn.execute("BEGIN IMMEDIATE")
            conn.execute("ROLLBACK")  # the lock stays
        except sqlite3.OperationalError as error:
            if is_locked(error):
                raise StorageFailed(_IN_USE, file=path) from error
            raise
        yield conn


def _set_aside(path: Path, source: sqlite3.Connection, now: datetime) -> Path:
    """Keep the damaged file and its log under another name and let the backup take its place."""
    aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}")
    fresh = path.with_name(f"{path.name}.part")
    try:
        with _nobody_else_in(path):
            _write(fresh, source)
            if log_of(path).exists():
                log_of(path).rename(log_of(aside))
            path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
            _keep(path, aside)
            fresh.replace(path)
            backup.sync(path.parent)
    except OSError as error:
        raise StorageFailed(_NOT_REPLACED, file=path, reason=error.strerror) from error
    finally:
        fresh.unlink(missing_ok=True)
    return aside


def _write(fresh: Path, source: sqlite3.Connection) -> None:
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with told_plainly(fresh), closing(sqlite3.connect(fresh)) as target:
        source.backup(target)
    backup.sync(fresh)


def _keep(path: Path, aside: Path) -> None:
    """Give the file a second name, so that the first is never without a file; some disks can't."""
    try:
        os.link(path, aside)
    except OSError:
        path.rename(aside)


@contextmanager
def _nobody_else_in(path: Path) -> Iterator[None]:
    """Hold the lock that SQLite would, which it can't take on a file that it can't read.

    Raises:
        StorageFailed: another session has the file open.
    """
    with path.open("r+b") as stream:
        try:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, _BYTES, _FIRST_BYTE)
        except OSError as error:
            raise StorageFailed(_IN_USE, file=path) from error
        yield
