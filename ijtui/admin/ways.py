"""Who else can change what lies at a place, and who can't get there: every folder on the way counts."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path


def on_the_way(path: Path) -> tuple[Path, ...]:
    """Return everything from the root to that place, and to wherever links on the way lead."""
    found: dict[Path, None] = {}
    _follow(Path(os.path.normpath(path.absolute())), found)
    return tuple(found)


def changeable(path: Path) -> Path | None:
    """Return the first thing on the way that somebody but root can change, or None.

    Whoever can write a folder can put something else in its place; a sticky bit doesn't count, as for sshd.
    """
    return next(
        (place for place in on_the_way(path) if not place.is_symlink() and not _is_roots(place)), None
    )


def closed(path: Path) -> Path | None:
    """Return the first thing on the way that others can't enter, or read at its end; None where they can."""
    return next((place for place in on_the_way(path) if not place.is_symlink() and not _is_open(place)), None)


def changeable_inside(folder: Path) -> Path | None:
    """Return something in that folder, however deep, that somebody but root can change, or None."""
    for place in _inside(folder):
        if not _is_roots(place):
            return place
    return None


def _inside(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            place = Path(parent, name)
            if not place.is_symlink():
                yield place


def _follow(path: Path, found: dict[Path, None]) -> None:
    for place in (*reversed(path.parents), path):
        if place in found:
            continue
        found[place] = None
        if place.is_symlink():
            _follow(Path(os.path.normpath(place.parent / place.readlink())), found)


def _is_roots(place: Path) -> bool:
    try:
        found = place.lstat()
    except OSError:
        return True  # what isn't there can be made only by whoever can write the folder above it
    return found.st_uid == 0 and not found.st_mode & 0o022


def _is_open(place: Path) -> bool:
    try:
        found = place.stat()
    except OSError:
        return False
    needed = 0o001 if stat.S_ISDIR(found.st_mode) else 0o004
    return bool(found.st_mode & needed)
