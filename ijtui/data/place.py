"""The file and its folder: made for the owner alone, and refused when anybody else can reach them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ijtui.data import advice
from ijtui.errors import StorageFailed
from ijtui.words import N_

_FOLDER_OPEN = N_(
    "Others on this machine can reach the folder {folder}. "
    "Keep the file in a folder of its own, or run: {command}"
)
_FILE_OPEN = N_("Others on this machine can read or write {file}. Run: {command}")
_NOT_YOURS = N_("{path} belongs to another account. Choose another place with --db.")
_NOT_A_FILE = N_("{file} is not an ordinary file. Choose another place with --db.")
_NO_FOLDER = N_("The folder {folder} can't be made: {reason}. Choose another place with --db.")
_NO_FILE = N_("{file} can't be made: {reason}. Choose another place with --db.")
_NOT_REACHED = N_("{path} can't be reached: {reason}. Choose another place with --db.")
_MISSING = N_("There is no file {file}. Start with: {command}")


def prepare(path: Path, create: bool) -> bool:
    """Make sure the file is there, ours, and closed to everybody else.

    Args:
        path: the database file.
        create: make an empty file (0600) and its folder (0700) where there is none.

    Returns:
        Whether there was none.

    Raises:
        StorageFailed: there is none, it can't be made, or others can reach it.
    """
    if create:
        _make_folder(path.parent)
    missing = not os.path.lexists(path)
    if missing:
        if not create:
            raise StorageFailed(_MISSING, file=path, command=advice.ijtui(path))
        check_folder(path.parent)
        _make_file(path)
    check_folder(path.parent)
    check_file(path)
    return missing


def is_writable(path: Path) -> bool:
    """Whether file and folder can be written; the log lies beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_file(path: Path) -> None:
    """Refuse what is not an ordinary file of this account that nobody else can reach.

    Raises:
        StorageFailed: with the command that mends it.
    """
    try:
        found = path.lstat()
    except OSError as error:
        raise StorageFailed(_NOT_REACHED, path=path, reason=error.strerror) from error
    if not stat.S_ISREG(found.st_mode):
        raise StorageFailed(_NOT_A_FILE, file=path)
    if found.st_uid != os.geteuid():
        raise StorageFailed(_NOT_YOURS, path=path)
    if found.st_mode & 0o077:
        raise StorageFailed(_FILE_OPEN, file=path, command=advice.close_to_others(path))


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not this account's alone: who can write it can put another file in its place.

    Raises:
        StorageFailed: with the command that mends it.
    """
    try:
        found = folder.stat()
    except OSError as error:
        raise StorageFailed(_NOT_REACHED, path=folder, reason=error.strerror) from error
    if found.st_uid != os.geteuid():
        raise StorageFailed(_NOT_YOURS, path=folder)
    if found.st_mode & 0o077:
        raise StorageFailed(_FOLDER_OPEN, folder=folder, command=advice.close_to_others(folder))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(_NO_FOLDER, folder=folder, reason=error.strerror) from error


def _make_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    except FileExistsError:
        return  # another session made it in the same moment
    except OSError as error:
        raise StorageFailed(_NO_FILE, file=path, reason=error.strerror) from error
