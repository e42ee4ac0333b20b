"""Copies of the file: made with VACUUM INTO, checked, and the newest ten kept."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from ijtui import paths
from ijtui.data.connection import APPLICATION_ID, connect_for_reading, is_sound, number
from ijtui.data.errors import BROKEN, told_plainly
from ijtui.errors import StorageFailed
from ijtui.words import N_

KEPT = 10
_LEFT_BEHIND = 3600.0  # seconds: an unfinished copy older than this belongs to a program that was killed
_UNSOUND = N_("The backup {file} could not be checked and was not kept. Run: ijtui doctor")
_NOT_WRITTEN = N_("The backup can't be written to {folder}: {reason}.")


def listed(path: Path) -> list[Path]:
    """Return the backups of that file, newest first; their names hold the time."""
    name = re.compile(re.escape(path.stem) + r"-\d{8}T\d{12}-\d+-[a-z]+\.db")
    try:
        found = [copy for copy in paths.backups(path).iterdir() if name.fullmatch(copy.name)]
    except OSError:
        return []
    return sorted(found, key=lambda copy: copy.name, reverse=True)


def newest(path: Path) -> Path | None:
    """Return the newest backup of that file, or None."""
    return next(iter(listed(path)), None)


def made_at(copy: Path) -> datetime:
    """Return the local time when one of the `listed` was made."""
    return datetime.strptime(copy.stem.rsplit("-", 3)[1], "%Y%m%dT%H%M%S%f")  # noqa: DTZ007 - local by intent


def taken_on(path: Path, day: date) -> bool:
    """Whether a backup was made that day."""
    return any(made_at(copy).date() == day for copy in listed(path))


def make(path: Path, reason: str, now: datetime | None = None, db: sqlite3.Connection | None = None) -> Path:
    """Write a sound copy of the file as it is now into its backup folder and return it.

    Other sessions may write meanwhile. The copy gets its name when it is whole, checked and on disk.

    Args:
        path: the file, of any version of ours.
        reason: one word for the name ("daily", "upgrade", "asked", "restore").
        now: the moment to name it after; the wall clock's where none is given.
        db: a connection that keeps all others out, this one's too; without it, one is made.

    Raises:
        StorageFailed: it can't be written or is not sound.
    """
    moment = now or datetime.now()  # noqa: DTZ005 - a file name in local time, read by people
    folder = paths.backups(path)
    copy = folder / f"{path.stem}-{moment:%Y%m%dT%H%M%S%f}-{os.getpid()}-{reason}.db"
    with _told_plainly(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        _clear(folder)
        with _finished(copy) as unfinished:
            _copy(path, unfinished, db)
            _check(unfinished)
    return copy


def weed(path: Path) -> None:
    """Delete all but the newest backups of that file."""
    for old in listed(path)[KEPT:]:
        old.unlink(missing_ok=True)


def sync(place: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(path: Path, target: Path, db: sqlite3.Connection | None) -> None:
    with told_plainly(path), ExitStack() as stack:
        source = db or stack.enter_context(closing(connect_for_reading(path)))
        source.execute("VACUUM INTO ?", [str(target)])


def _check(copy: Path) -> None:
    try:
        with closing(connect_for_reading(copy)) as db:
            sound = is_sound(db) and number(db, "application_id") == APPLICATION_ID
    except (*BROKEN, StorageFailed) as error:
        raise StorageFailed(_UNSOUND, file=copy) from error
    if not sound:
        raise StorageFailed(_UNSOUND, file=copy)


@contextmanager
def _finished(copy: Path) -> Iterator[Path]:
    """Give a name to write to, for the owner alone; after the block it is on disk under its own name."""
    unfinished = copy.with_suffix(".part")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield unfinished
        sync(unfinished)
        unfinished.rename(copy)
        sync(copy.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Delete what a killed program left half written: it holds what people said."""
    for left in folder.glob("*.part"):
        if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
            left.unlink(missing_ok=True)


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFailed(_NOT_WRITTEN, folder=folder, reason=error.strerror) from error
