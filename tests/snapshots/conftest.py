"""The example in an app whose clock stands still, led to a place and compared with its picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import FixedClock
from tests.screens.conftest import demo, filled, settings_file
from tests.screens.visit import Visitor, Walk

__all__ = ["demo", "filled", "settings_file"]

OpenApp = Callable[[str], IjtuiApp]


@pytest.fixture
def open_app(demo: Callable[[str], Path]) -> OpenApp:
    """Return an app on a copy of the example in a language."""

    def make(language: str) -> IjtuiApp:
        speak(language)
        return IjtuiApp(demo(language), Settings(language="sv" if language == "sv" else "en"), FixedClock())

    return make


async def led(app: IjtuiApp, pilot: Pilot[Any], walk: Walk) -> None:
    """Go where the walk leads, once the file is open, and let the screen come to rest."""
    visitor = Visitor(app, pilot)
    await visitor.until(lambda: app.session is not None and app.screen.focused is not None)
    await walk(visitor)
    await visitor.until(lambda: app.screen.focused is not None or not app.screen.focus_chain)
    await pilot.pause(0.2)


@pytest.fixture
def looks_as_before(snap_compare: Callable[..., bool], open_app: OpenApp) -> Callable[..., bool]:
    """Return what says whether a place looks as in its picture."""

    def compare(language: str, walk: Walk, size: tuple[int, int] = (80, 24)) -> bool:
        app = open_app(language)

        async def lead(pilot: Pilot[Any]) -> None:
            await led(app, pilot, walk)

        return snap_compare(app, terminal_size=size, run_before=lead)

    return compare
