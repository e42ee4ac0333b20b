"""Nothing that a test leaves open is still open when hundreds of others have run."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

_OPEN = Path("/proc/self/fd")
_MANY = 200
"""Open files after which they are looked for; `select`, which pexpect and Textual use, knows 1024."""


@pytest.fixture(autouse=True)
def _nothing_stays_open() -> Iterator[None]:
    """Close files that only the garbage still holds; the app freezes what there is when it has started."""
    yield
    if _OPEN.exists() and sum(1 for _ in _OPEN.iterdir()) > _MANY:
        gc.unfreeze()
        gc.collect()
