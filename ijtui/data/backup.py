"""Copies of the file: made with VACUUM INTO, checked, and the newest ten kept."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from ijtui import paths
from ijtui.errors import StorageFailed
from ijtui.words import N_

KEPT = 10
_UNSOUND = N_("The backup {file} could not be checked and was not kept. Run: ijtui doctor")


def listed(path: Path) -> list[Path]:
    """Return the backups of that file, newest first."""
    folder = paths.backups(path)
    return sorted(folder.glob(f"{path.stem}-*.db"), key=lambda copy: copy.name, reverse=True)


def newest(path: Path) -> Path | None:
    """Return the newest backup of that file, or None."""
    return next(iter(listed(path)), None)


def taken_on(path: Path, day: date) -> bool:
    """Whether a backup was made that day."""
    return any(copy.name.startswith(f"{path.stem}-{day:%Y%m%d}T") for copy in listed(path))


def make(db: Database, path: Path, reason: str, now: datetime | None = None) -> Path:
    """Write a sound copy into the backup folder, weed the oldest, and return it.

    Args:
        db: a connection outside any transaction.
        path: the file that it has open.
        reason: one word for the name ("daily", "upgrade", "asked", "restore").
        now: the moment to name it after; the wall clock's where none is given.

    Raises:
        StorageFailed: the copy is not sound.
    """
    moment = now or datetime.now()  # noqa: DTZ005 - a file name in local time, read by people
    folder = paths.backups(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{path.stem}-{moment:%Y%m%dT%H%M%S%f}-{os.getpid()}-{reason}.db"
    unfinished = copy.with_suffix(".part")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        db.execute("VACUUM INTO ?", [str(unfinished)])
        _check(unfinished)
        unfinished.rename(copy)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in listed(path)[KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as conn:
        if conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StorageFailed(_UNSOUND, file=copy)
    with copy.open("rb") as stream:
        os.fsync(stream.fileno())
