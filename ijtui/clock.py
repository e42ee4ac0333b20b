"""What time it is, as a parameter: everything that needs the time is given a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Gives the present local time, naive, to the microsecond."""


def wall_clock() -> datetime:
    """Return the present local time, naive: people book and read local time."""
    return datetime.now()  # noqa: DTZ005 - local by intent, stored and shown as the wall shows it
