"""Opening the file: is it ours, whole, and of this version? Then bring it up to date."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from sqlite3 import Connection

from ijtui.data import advice, backup, place, schema
from ijtui.data.connection import (
    APPLICATION_ID,
    closed_on_error,
    connect,
    connect_for_reading,
    is_empty,
    is_sound,
    number,
)
from ijtui.data.errors import DAMAGED, NOT_OURS, failure, told_plainly
from ijtui.data.store import Store
from ijtui.errors import StorageFailed
from ijtui.words import N_

_PATIENCE = 5.0  # seconds for another session that makes or upgrades the file in the same moment
_CHECKED_AT_START = 16 * 2**20  # bytes; quick_check reads 4 ms a MiB, so larger files wait for doctor

NEWER = N_("{file} was written by a newer ijtui. Upgrade ijtui to open it.")
_RESTORE = N_("{file} is damaged. Your newest backup is {backup}. Run: {command}")
_OLDER = N_("{file} is of an older version and can't be upgraded, for it can only be read. Run: {command}")


def open_store(path: Path, *, create: bool = True, patience: float = 5.0) -> Store:
    """Open the file, make it if asked, and bring it up to date.

    A file that can only be read is opened for reading; each save tries again to write.

    Args:
        path: the database file.
        create: make it where there is none.
        patience: seconds that a save waits for another session's before saying so.

    Raises:
        StorageFailed: others can reach it, it is not ours, newer, damaged or unreadable.
    """
    is_new = place.prepare(path, create)
    try:
        if not is_new and backup.newest(path) and is_empty(path):
            raise failure(DAMAGED, path)  # emptied by something else: it would pass for a new file
        with told_plainly(path):
            return _opened(path, patience)
    except StorageFailed as failed:
        raise _with_backup(failed, path) from failed


def _opened(path: Path, patience: float) -> Store:
    to_write = partial(_up_to_date, path, patience)
    if place.is_writable(path):
        return Store(path, to_write())
    db = connect_for_reading(path)
    with closed_on_error(db):
        if number(db, "user_version") < schema.NEWEST:
            raise StorageFailed(_OLDER, file=path, command=advice.make_writable(path))
        check(db, path)
    return Store(path, db, to_write)


def _up_to_date(path: Path, patience: float) -> Connection:
    """Return a connection for writing to a checked file that has every step of the schema."""
    db = connect(path, max(patience, _PATIENCE))
    with closed_on_error(db):
        check(db, path)
        if number(db, "user_version") != schema.NEWEST:
            _migrate(Store(path, db))
        db.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
    return db


def check(db: Connection, path: Path) -> None:
    """Refuse a file that this version can't be trusted with.

    Raises:
        StorageFailed: newer or damaged.
    """
    if number(db, "user_version") > schema.NEWEST:
        raise StorageFailed(NEWER, file=path)
    if path.stat().st_size <= _CHECKED_AT_START and not is_sound(db):
        raise failure(DAMAGED, path)


def _migrate(store: Store) -> None:
    """Take the missing steps under the write lock; what was there is backed up first.

    Of several sessions that start in the same moment one does it and the others find it done.
    """
    with store.writing():
        found = number(store.db, "user_version")
        if found == schema.NEWEST:
            return
        if found:
            backup.make(store.path, "upgrade")
        store.db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        schema.migrate(store.db)
        store.db.execute(f"PRAGMA user_version={schema.NEWEST}")


def _with_backup(failed: StorageFailed, path: Path) -> StorageFailed:
    """Name the newest backup where the file is damaged; one that looks strange but has a backup was ours."""
    newest = backup.newest(path)
    if newest is None or failed.message not in (DAMAGED, NOT_OURS):
        return failed
    return StorageFailed(_RESTORE, file=path, backup=newest, command=advice.restore(path, newest))
