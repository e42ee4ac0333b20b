"""Terminals for tests, closed at their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.terminal import Terminal

OpenTerminal = Callable[..., Terminal]
"""Takes what `Terminal` takes; the home is the test's own directory unless told otherwise."""


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[OpenTerminal]:
    """Return a function that runs a program on a terminal of its own."""
    with ExitStack() as stack:

        def open_one(program: Sequence[str], **options: Any) -> Terminal:
            return stack.enter_context(Terminal(program, **{"home": tmp_path, **options}))

        yield open_one
