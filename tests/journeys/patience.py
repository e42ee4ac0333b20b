"""How long tests wait, and how: for something, never for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0
"""Seconds a wait may last on the slowest machine that still counts."""

_BETWEEN_LOOKS = 0.005


def eventually(is_so: Callable[[], object], what: str, timeout: float = PATIENCE) -> None:
    """Wait until that is so, or fail saying what was waited for."""
    deadline = time.monotonic() + timeout
    while not is_so():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(_BETWEEN_LOOKS)


def watched(seconds: float, value: Callable[[], object]) -> list[object]:
    """Watch a value for so long and return each that it became, the first included.

    For what must not happen, there is no condition to wait for.
    """
    seen = [value()]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (now := value()) != seen[-1]:
            seen.append(now)
        time.sleep(_BETWEEN_LOOKS)
    return seen
