"""How long the two have been at a station, without counting a night or a long lunch."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

LONGEST_GAP = 120.0
"""Seconds between two looks at the clock; a longer gap was sleep, and is not counted."""

ASLEEP = 1800.0
"""Seconds without a key after which the two are taken to have left."""


class Stopwatch:
    """Counts seconds while it runs.

    Args:
        now: seconds that only grow.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._counted = 0.0
        self._looked: float | None = None
        self._key = now()

    def start(self) -> None:
        """Begin to count."""
        self._looked = self._key = self._now()

    def stop(self) -> None:
        """Count what is left, and no more from now on."""
        self.look()
        self._looked = None

    def stir(self) -> None:
        """Say that somebody is there."""
        self._key = self._now()

    def look(self) -> float:
        """Count what has passed since the last look and return the seconds not taken yet."""
        now = self._now()
        if self._looked is not None:
            gap = now - self._looked
            if gap <= LONGEST_GAP and now - self._key <= ASLEEP:
                self._counted += gap
            self._looked = now
        return self._counted

    def take(self) -> int:
        """Return the whole seconds counted so far and begin again with what is left of one."""
        seconds = int(self.look())
        self._counted -= seconds
        return seconds
