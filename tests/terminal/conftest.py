"""The journeys' terminals serve here too."""

from __future__ import annotations

from tests.journeys.conftest import open_terminal

__all__ = ["open_terminal"]
