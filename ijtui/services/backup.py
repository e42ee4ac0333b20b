"""Copies of the file, made on request and once a day."""

from __future__ import annotations

from pathlib import Path

from ijtui.data import backup
from ijtui.services.base import Service


class BackupService(Service):
    """What a person can do about copies of their file."""

    def make(self) -> Path:
        """Write a backup now and return where it lies.

        Raises:
            StorageFailed: it could not be written or is not sound.
        """
        return backup.make(self._store.db, self._store.path, "asked", self._clock())

    def make_daily(self) -> Path | None:
        """Write today's backup unless there is one; return where it lies, or None.

        Raises:
            StorageFailed: it could not be written or is not sound.
        """
        now = self._clock()
        if backup.taken_on(self._store.path, now.date()):
            return None
        return backup.make(self._store.db, self._store.path, "daily", now)
