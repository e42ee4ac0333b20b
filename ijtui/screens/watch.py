"""Notices that what is on screen is no longer what there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ijtui.errors import StorageFailed
from ijtui.services.desk import Desk

EVERY = 2.0
"""Seconds between two looks."""


class Watch:
    """Notices when another session has written to the file, and when a new day has begun.

    Args:
        desk: the open file.
        told: called when there is something new to show.
    """

    def __init__(self, desk: Desk, told: Callable[[], None]) -> None:
        self._desk = desk
        self._told = told
        self._seen = self._state()

    def look(self) -> None:
        """Look whether anything is new; a file that can't be read now is no news."""
        before, self._seen = self._seen, self._state() or self._seen
        if self._seen != before:
            self._told()

    def _state(self) -> tuple[int, date] | None:
        try:
            return self._desk.changes(), self._desk.clock().date()
        except StorageFailed:
            return None
