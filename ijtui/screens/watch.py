"""Notices that what is on screen is no longer what there is."""

from __future__ import annotations

from datetime import date

from ijtui.errors import StorageFailed
from ijtui.services.desk import Desk

EVERY = 2.0
"""Seconds between two looks."""


class Watch:
    """Knows whether another session has written to the file, or a new day has begun, since it last looked.

    Args:
        desk: the open file.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen = self._look()

    def has_news(self) -> bool:
        """Look, and return whether anything is new; a file that can't be read now is no news."""
        before, self._seen = self._seen, self._look() or self._seen
        return self._seen != before

    def _look(self) -> tuple[int, date] | None:
        try:
            return self._desk.changes(), self._desk.clock().date()
        except StorageFailed:
            return None
