"""Leaving nothing behind: freed pages, the log, and the copies that were made before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ijtui.data import backup
from ijtui.data.errors import told_plainly
from ijtui.data.store import Store
from ijtui.errors import StorageFailed
from ijtui.words import N_

_STAYS = N_("{file} can't be removed: {reason}.")


def clean(store: Store) -> bool:
    """Leave nothing of what was removed in freed pages or in the log; say whether that was possible.

    SQLite zeroes what is deleted (`secure_delete`), but not what it moved from page to page before that, so
    the whole file is written anew. While another session reads the file as it was, the log can't be emptied.

    Raises:
        StorageFailed: another session writes, or there is no room for a second copy of the file.
    """
    with told_plainly(store.path):
        store.db.execute("VACUUM")
        busy, _pages, _moved = store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def copies(path: Path, before: datetime) -> tuple[Path, ...]:
    """Return the copies of a file that hold what was removed from it at that moment, the newest first.

    These are its backups, those made before an upgrade or a restore too, damaged files that were set aside,
    and what a program that was killed has left half written. Copies put elsewhere are not known here.
    """
    older = [copy for copy in backup.listed(path) if backup.made_at(copy) <= before]
    left = (f"{path.name}.damaged-*", f"{path.name}.part", "restore-*.db", "backups/*.part")
    return (*older, *(file for pattern in left for file in sorted(path.parent.glob(pattern))))


def remove_copies(path: Path, older: tuple[Path, ...], now: datetime) -> Path:
    """Make a copy of the file as it is now, then remove the older ones, and return the new one.

    Raises:
        StorageFailed: the copy can't be made, and nothing was removed; or one can't be removed.
    """
    fresh = backup.make(path, "weeded", now)
    for copy in older:
        try:
            copy.unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed(_STAYS, file=copy, reason=error.strerror) from error
    backup.sync(fresh.parent)
    return fresh
