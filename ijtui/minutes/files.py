"""Minutes in a file of their own: only the owner reads it, nothing is overwritten by mistake.

The text is written beside its place and appears there whole or not at all; a link is never followed,
neither in place of the file nor in place of its folder.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ijtui.clean import clean_line
from ijtui.domain.record import Record
from ijtui.errors import BadInput, IjtuiError, StorageFailed
from ijtui.minutes.names import stem
from ijtui.minutes.render import Format
from ijtui.words import N_

_ENDINGS = {Format.MD: "md", Format.DOCUSAURUS: "mdx", Format.SHORT: "txt", Format.JSON: "json"}

_NAMELESS = N_("“{file}” is no name for a file. Write a name such as minutes.md.")
_NUL = N_("A file name can't hold a NUL character. Write another name.")
_LINKED_FOLDER = N_("{folder} is a link to another folder. Give the folder itself: {target}")
_NO_FOLDER = N_("There is no folder {folder}. Create it first, or choose another.")
_EXISTS = N_("{file} exists already. Choose another name, or ask for it to be replaced (--force).")
_NOT_ORDINARY = N_("{file} is a link, a folder or a device, and is left alone. Choose another name.")
_TOO_LONG = N_("The name {file} is too long. Choose a shorter one.")
_NOT_PERMITTED = N_("You may not write in the folder {folder}. Choose another, or ask its owner.")
_READ_ONLY = N_("The folder {folder} can only be read. Choose another.")
_FULL = N_("There is no room left for {file}. Free some space and try again; nothing was written.")
_NO_LINKS = N_(
    "The disk of {folder} can't promise not to overwrite. Choose another folder, or ask for that (--force)."
)
_OTHERWISE = N_("{file} could not be written ({reason}). Choose another place.")

NEEDS_FORCE = frozenset({_EXISTS, _NO_LINKS})
"""The refusals that `force` overcomes."""

_REFUSALS: dict[int, tuple[type[IjtuiError], str]] = {
    errno.ENOENT: (BadInput, _NO_FOLDER),
    errno.ENOTDIR: (BadInput, _NO_FOLDER),
    errno.EEXIST: (BadInput, _EXISTS),
    errno.EISDIR: (BadInput, _NOT_ORDINARY),
    errno.ENAMETOOLONG: (BadInput, _TOO_LONG),
    errno.EACCES: (StorageFailed, _NOT_PERMITTED),
    errno.EROFS: (StorageFailed, _READ_ONLY),
    errno.ENOSPC: (StorageFailed, _FULL),
    errno.EDQUOT: (StorageFailed, _FULL),
    errno.EFBIG: (StorageFailed, _FULL),
    errno.EPERM: (StorageFailed, _NO_LINKS),
    errno.EOPNOTSUPP: (StorageFailed, _NO_LINKS),
}


def file_name(record: Record, form: Format) -> str:
    """Return a name of plain letters: "minutes-12-2026-11-21-asa-berg.md"."""
    return f"{stem(record.conversation)}.{_ENDINGS[form]}"


def check_new(path: Path, force: bool = False) -> None:
    """Refuse a place where `write_new` would write nothing, before anything else is done.

    Raises:
        BadInput: the place is taken, no such folder, or the name can't be used.
        StorageFailed: not permitted.
    """
    if "\0" in str(path):
        raise BadInput(_NUL)
    with _told_plainly(path), _opened_folder(_checked(path).parent) as folder:
        _check_place(path, folder, force)


def write_new(path: Path, text: str | bytes | Iterable[str], force: bool = False) -> None:
    """Write the text to a new file that only its owner may read (0600).

    Args:
        path: where; its folder must exist.
        text: the whole contents, or one piece after the other, written as UTF-8; bytes as they are.
        force: replace an ordinary file that is there already.

    Raises:
        BadInput: the place is taken, no such folder, or the name can't be used.
        StorageFailed: not permitted, or no room; nothing is left behind.
    """
    if "\0" in str(path):
        raise BadInput(_NUL)
    with _told_plainly(path), _opened_folder(_checked(path).parent) as folder:
        _check_place(path, folder, force)
        with _written_beside(folder, text) as beside:
            if force:
                os.replace(beside, path.name, src_dir_fd=folder, dst_dir_fd=folder)
            else:
                os.link(beside, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
        os.fsync(folder)


def _checked(path: Path) -> Path:
    if path.name in ("", ".", ".."):
        raise BadInput(_NAMELESS, file=_shown(path))
    if path.parent.is_symlink():
        raise BadInput(_LINKED_FOLDER, folder=_shown(path.parent), target=_shown(path.parent.resolve()))
    return path


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    """Turn an error of the system inside the block into a sentence with what to do."""
    try:
        yield
    except OSError as error:
        kind, message = _REFUSALS.get(error.errno or 0, (StorageFailed, _OTHERWISE))
        reason = error.strerror or ""
        raise kind(message, file=_shown(path), folder=_shown(path.parent), reason=reason) from error


@contextmanager
def _opened_folder(folder: Path) -> Iterator[int]:
    """Give a descriptor of the folder, so that it can't be exchanged for another meanwhile."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _check_place(path: Path, folder: int, force: bool) -> None:
    """Refuse what is there already, before anything is written."""
    try:
        there = os.lstat(path.name, dir_fd=folder)
    except FileNotFoundError:
        return
    if not stat.S_ISREG(there.st_mode):
        raise BadInput(_NOT_ORDINARY, file=_shown(path))
    if not force:
        raise BadInput(_EXISTS, file=_shown(path))


@contextmanager
def _written_beside(folder: int, text: str | bytes | Iterable[str]) -> Iterator[str]:
    """Give the name of a file with the text that nobody else knows of; it is gone afterwards."""
    name = f".ijtui-{os.urandom(8).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(name, flags, 0o600, dir_fd=folder)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor has no path
            for piece in [text] if isinstance(text, str | bytes) else text:
                stream.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))
            stream.flush()
            os.fsync(stream.fileno())
        yield name
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=folder)


def _shown(path: Path) -> str:
    """Return the path as it may be shown on a terminal."""
    return clean_line(str(path))
