"""The write-ahead log seen from outside: whether anybody can have written since the last look."""

from __future__ import annotations

import time
from pathlib import Path

_GRAIN = 50_000_000
"""Nanoseconds within which a file system may give two writes the same time."""


class LogFile:
    """Tells from the log's time and size that nobody wrote, which costs a quarter of asking SQLite.

    It errs to the safe side: after a write that may have hidden another one it says nothing for sure.

    Args:
        path: where the log lies while the file is open.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: tuple[int, int] | None = None
        self._looked = 0

    def is_untouched(self) -> bool:
        """Whether surely nobody has written since this was asked before."""
        before, looked = self._found, self._looked
        try:
            found = self._path.stat()
        except OSError:
            self._found = None
            return False
        self._found, self._looked = (found.st_mtime_ns, found.st_size), time.time_ns()
        return before == self._found and looked - found.st_mtime_ns > _GRAIN
