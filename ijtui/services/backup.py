"""Copies of the file, made on request and once a day, and brought back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ijtui.clock import Clock, wall_clock
from ijtui.data import backup
from ijtui.data.opening import open_store
from ijtui.data.restore import Restored
from ijtui.data.restore import restore as _restore
from ijtui.services.base import Service

__all__ = ["BackupService", "Restored", "copies", "made_at", "restore"]

copies, made_at = backup.listed, backup.made_at


class BackupService(Service):
    """What a person can do about copies of their open file."""

    def all(self) -> tuple[Path, ...]:
        """Return the backups that there are, newest first."""
        return tuple(backup.listed(self._store.path))

    def make(self) -> Path:
        """Write a backup now and return where it lies.

        Raises:
            StorageFailed: it could not be written or is not sound.
        """
        return self._make("asked", self._clock())

    def make_daily(self) -> Path | None:
        """Write today's backup unless there is one; return where it lies, or None.

        Raises:
            StorageFailed: it could not be written or is not sound.
        """
        now = self._clock()
        if backup.taken_on(self._store.path, now.date()):
            return None
        return self._make("daily", now)

    def _make(self, reason: str, now: datetime) -> Path:
        copy = backup.make(self._store.path, reason, now)
        backup.weed(self._store.path)
        return copy


def make_daily_apart(path: Path, clock: Clock) -> None:
    """Write today's backup unless there is one, on a connection of its own.

    Raises:
        StorageFailed: it could not be written or is not sound.
    """
    store = open_store(path)
    try:
        BackupService(store, clock, str).make_daily()
    finally:
        store.close()


def restore(db: Path, copy: Path, clock: Clock = wall_clock) -> Restored:
    """Bring a backup back; what was there is kept. Nobody may have the file open.

    Args:
        db: the database file; made where there is none.
        copy: the backup.
        clock: what time it is.

    Raises:
        StorageFailed: nothing was changed; the sentence says why.
    """
    return _restore(db, copy, clock())
