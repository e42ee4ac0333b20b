"""Copies carried between the account's folder and one of root's, as bytes: root opens none as a database."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedRandom, BufferedReader
from pathlib import Path

from ijtui.admin.identity import as_account
from ijtui.admin.setup import Setup
from ijtui.errors import StorageFailed
from ijtui.words import N_

_NAME = re.compile(r"ijtui-\d{8}T\d{12}-\d+-[a-z]+\.db")
_CHUNK = 1 << 20

_OPEN_TO_OTHERS = N_("Others can reach {folder}, and everything is in the copies. Run: chmod 700 {folder}")
_NOT_ROOTS = N_("{folder} does not belong to root. Choose another folder for the copies.")
_NO_FILE = N_("{file} is not an ordinary file.")
_FAILED = N_("{file} can't be copied: {reason}.")
_DIFFERS = N_("The copy {file} is not what was written to it; the disk may be failing. It was not kept.")


def carry_out(setup: Setup, copy: Path, folder: Path, keep: int) -> Path:
    """Copy a backup to a folder of root's, read it again to be sure, keep the newest, and return where it is.

    Raises:
        StorageFailed: others can reach the folder, or it can't be written; no half copy is left.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_open(folder)
        target = folder / copy.name
        with ExitStack() as stack:
            with as_account(setup):  # whatever links its folder holds lead nowhere that it can't go itself
                source = stack.enter_context(_ordinary(copy))
            _pour(source, stack.enter_context(_finished(target)), target)
        for old in sorted(_copies(folder), reverse=True)[keep:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(_FAILED, file=copy, reason=error.strerror) from error
    return target


@contextmanager
def carried_in(setup: Setup, file: Path) -> Iterator[Path]:
    """Give a copy of a file of root's that the account can read, for the block; the account made it.

    Raises:
        StorageFailed: there is no such file, or no room for the copy.
    """
    lies = setup.places.data / f"restore-{os.getpid()}.db"
    try:
        with _ordinary(file) as source, as_account(setup):
            lies.unlink(missing_ok=True)
            with _finished(lies) as stream:
                _pour(source, stream, lies)
        yield lies
    except OSError as error:
        raise StorageFailed(_FAILED, file=file, reason=error.strerror) from error
    finally:
        with as_account(setup):
            lies.unlink(missing_ok=True)


def _refuse_open(folder: Path) -> None:
    found = folder.stat()
    if found.st_uid != 0:
        raise StorageFailed(_NOT_ROOTS, folder=folder)
    if found.st_mode & 0o077:
        raise StorageFailed(_OPEN_TO_OTHERS, folder=folder)


def _copies(folder: Path) -> list[Path]:
    return [place for place in folder.iterdir() if _NAME.fullmatch(place.name)]


@contextmanager
def _ordinary(file: Path) -> Iterator[BufferedReader]:
    """Open a file and nothing else: a link or a pipe that somebody put there is refused."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise StorageFailed(_NO_FILE, file=file)
        yield stream


@contextmanager
def _finished(target: Path) -> Iterator[BufferedRandom]:
    """Give a new file that only its owner can read; after the block it is on disk under its own name."""
    aside = target.with_name(f"{target.name}.part")
    aside.unlink(missing_ok=True)
    descriptor = os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            os.fsync(stream.fileno())
        aside.rename(target)
    finally:
        aside.unlink(missing_ok=True)


def _pour(source: BufferedReader, target: BufferedRandom, name: Path) -> None:
    """Copy all of it and read it again."""
    poured = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        poured.update(chunk)
        target.write(chunk)
    target.flush()
    target.seek(0)
    if hashlib.file_digest(target, "sha256").digest() != poured.digest():
        raise StorageFailed(_DIFFERS, file=name)
