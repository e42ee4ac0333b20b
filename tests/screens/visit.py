"""A person at the app in a test: presses keys and reads what is on screen, without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from ijtui.app import IjtuiApp
from ijtui.domain.account import Door
from ijtui.hosting import Hosting
from ijtui.screens.session import Session
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import FixedClock

Walk = Callable[["Visitor"], Awaitable[None]]


class Visitor:
    """Presses keys and looks."""

    def __init__(self, app: IjtuiApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[Any]:
        """What is shown."""
        return self.app.screen

    @property
    def session(self) -> Session:
        """Who asks, and what can be done."""
        assert self.app.session is not None
        return self.app.session

    @property
    def rows(self) -> list[str]:
        """What stands on each row of the screen now."""
        return [strip.text for strip in self.screen._compositor.render_strips(self.app.size)]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(row.rstrip() for row in self.rows)

    def row(self, part: str) -> str:
        """Return the first row with that text on it."""
        return next((row for row in self.rows if part in row), "")

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and let what they do happen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*["space" if letter == " " else letter for letter in text])

    async def until(self, true: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait until something is true."""
        deadline = monotonic() + seconds
        while not true():
            assert monotonic() < deadline, f"it never became true; the screen shows:\n{self.text}"
            await self.pilot.pause(0.01)

    async def reads(self, *parts: str) -> None:
        """Wait until all of that stands on the screen."""
        await self.until(lambda: all(part in self.text for part in parts))

    async def at(self, screen: str) -> None:
        """Wait until a screen of that class is shown."""
        await self.until(lambda: type(self.screen).__name__ == screen)


def visit(
    path: Path,
    walk: Walk,
    *,
    chosen: Settings | None = None,
    size: tuple[int, int] = (80, 24),
    clock: FixedClock | None = None,
    door: Door | None = None,
    hosting: Hosting | None = None,
) -> int | None:
    """Open the app on that file, walk through it, and return the exit code."""
    chosen = chosen or Settings(language="en")

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            visitor = Visitor(app, pilot)
            await visitor.until(lambda: app.session is not None or len(app.screen_stack) > 1)
            await pilot.pause()
            await walk(visitor)

    speak(chosen.spoken_language({}))
    app = IjtuiApp(path, chosen, clock or FixedClock(), door, hosting)
    try:
        asyncio.run(run())
    finally:
        if app.desk is not None:
            app.desk.close()
        speak("en")
    return app.return_code
