"""Small apps on the terminal floor, run as real programs."""

from __future__ import annotations

import sys


def program(name: str) -> list[str]:
    """Return the command that runs one of the apps."""
    return [sys.executable, "-m", "tests.terminal.apps", name]
