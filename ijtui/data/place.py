"""The file and its folder: made for the owner alone, and refused when anybody else can reach them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ijtui.errors import StorageFailed
from ijtui.words import N_

_FOLDER_OPEN = N_(
    "Others on this machine can reach the folder {folder}. "
    "Keep the file in a folder of its own, or run: chmod 700 {folder}"
)
_FILE_OPEN = N_("Others on this machine can read or write {file}. Run: chmod 600 {file}")
_NOT_YOURS = N_("{path} belongs to another account. Choose another place with --db.")
_NOT_A_FILE = N_("{file} is not an ordinary file. Choose another place with --db.")
_NO_FOLDER = N_("The folder {folder} can't be made: {reason}. Choose another place with --db.")
_MISSING = N_("There is no file {file}. Start with: ijtui")


def prepare(path: Path, create: bool) -> bool:
    """Make sure the file is there, ours, and closed to everybody else.

    Args:
        path: the database file.
        create: make an empty file (0600) and its folder (0700) where there is none.

    Returns:
        Whether the file was made now.

    Raises:
        StorageFailed: there is none, it can't be made, or others can reach it.
    """
    if create:
        _make_folder(path.parent)
    _check_folder(path.parent)
    if not os.path.lexists(path):
        if not create:
            raise StorageFailed(_MISSING, file=path)
        return _make_file(path)
    check_file(path)
    return False


def check_file(path: Path) -> None:
    """Refuse what is not an ordinary file of this account that nobody else can reach.

    Raises:
        StorageFailed: with the command that mends it.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise StorageFailed(_NOT_A_FILE, file=path)
    if found.st_uid != os.geteuid():
        raise StorageFailed(_NOT_YOURS, path=path)
    if found.st_mode & 0o077:
        raise StorageFailed(_FILE_OPEN, file=path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(_NO_FOLDER, folder=folder, reason=error.strerror or "") from error


def _check_folder(folder: Path) -> None:
    try:
        found = folder.stat()
    except OSError as error:
        raise StorageFailed(_MISSING, file=folder) from error
    if found.st_mode & 0o077:
        raise StorageFailed(_FOLDER_OPEN, folder=folder)
    if found.st_uid != os.geteuid():
        raise StorageFailed(_NOT_YOURS, path=folder)


def _make_file(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    except FileExistsError:
        check_file(path)  # another session made it in the same moment
        return False
    except OSError as error:
        raise StorageFailed(_NO_FOLDER, folder=path.parent, reason=error.strerror or "") from error
    return True
