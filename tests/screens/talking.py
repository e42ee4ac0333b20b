"""A talk on screen for the tests: a file with two people, an app without a terminal, and a pilot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.domain.agenda import StationKey
from ijtui.screens.station import Station
from ijtui.screens.talk import open_talk
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import Room

Walk = Callable[["Talker"], Awaitable[None]]


class Talker:
    """Presses keys in a talk and looks at what is on screen and in the file."""

    def __init__(self, pilot: Pilot[Any], room: Room) -> None:
        self.pilot = pilot
        self.room = room

    @property
    def station(self) -> Station:
        """The station that is shown."""
        assert isinstance(self.pilot.app.screen, Station)
        return self.pilot.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text as keys."""
        await self.press(*["space" if letter == " " else letter for letter in text])

    async def until(self, true: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait until something is true."""
        deadline = monotonic() + seconds
        while not true():
            assert monotonic() < deadline, "it never became true"
            await self.pilot.pause(0.01)

    async def shows(self, screen: str) -> None:
        """Wait until a screen of that class is shown."""
        await self.until(lambda: type(self.pilot.app.screen).__name__ == screen)

    def now(self) -> Any:
        """Return the conversation as the file has it."""
        return self.room.desk.conversations.get(self.room.me, self.room.conversation.id)

    def note(self, question: str) -> str:
        """Return the shared note that the file has on a question."""
        return self.room.desk.texts.shared_notes(self.room.me, self.room.conversation).get(question, "")


def talk(room: Room, station: StationKey, walk: Walk, *, size: tuple[int, int] = (80, 24)) -> None:
    """Open the room's conversation at a station and walk through it."""

    async def run() -> None:
        speak("en")
        app = IjtuiApp(room.desk.store.path, Settings(language="en"), room.clock)
        async with app.run_test(size=size) as pilot:
            talker = Talker(pilot, room)
            await talker.until(lambda: app.session is not None)
            open_talk(app.screen, room.conversation, station)  # type: ignore[arg-type]  # the first screen is a Place
            await talker.until(lambda: isinstance(app.screen, Station) and app.screen.focused is not None)
            await walk(talker)

    asyncio.run(run())
