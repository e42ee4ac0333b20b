"""Two people in the same conversation, each at an app of their own, in one test."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

from ijtui.app import IjtuiApp
from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.screens.place import Place
from ijtui.screens.talk import open_talk
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import FixedClock, Room, let_in
from tests.screens.visit import Visitor

Meeting = Callable[["Two"], Awaitable[None]]


@dataclass
class Two:
    """Maria, who leads, and Erik, each at a screen; the clock stands still for both until it is moved."""

    room: Room
    maria: Visitor
    erik: Visitor

    @property
    def clock(self) -> FixedClock:
        return self.room.clock

    async def both_talk(self, marias: StationKey, eriks: StationKey) -> None:
        """Open the talk for both, each at a station, and wait until each knows of the other."""
        talk = self.room.desk.conversations.begin(self.room.me, self.room.conversation)
        for visitor, station in ((self.maria, marias), (self.erik, eriks)):
            await self._talk(visitor, talk, station)
        await self.maria.until(lambda: self.maria.session.company.other().name)
        await self.erik.until(lambda: self.erik.session.company.other().name)

    async def _talk(self, visitor: Visitor, talk: Conversation, station: StationKey) -> None:
        assert isinstance(visitor.screen, Place)
        with visitor.app._context():
            open_talk(visitor.screen, talk, station)
        await visitor.until(lambda: visitor.screen.focused is not None)

    def note(self, question: str = "results") -> str:
        """Return the shared note that the file has."""
        return self.room.desk.texts.shared_notes(self.room.me, self.room.conversation).get(question, "")


def meet(room: Room, meeting: Meeting, *, size: tuple[int, int] = (100, 30)) -> None:
    """Let both come in to the room's file, and hold the meeting."""
    speak("en")

    async def come_in(person: Person, stack: AsyncExitStack) -> Visitor:
        door = let_in(room.desk, person)
        app = IjtuiApp(room.desk.store.path, Settings(language="en"), room.clock, door=door)
        stack.callback(lambda: close(app))
        pilot = await stack.enter_async_context(app.run_test(size=size, notifications=True))
        visitor = Visitor(app, pilot)
        await visitor.until(lambda: app.session is not None)
        return visitor

    async def run() -> None:
        async with AsyncExitStack() as stack:
            await meeting(Two(room, await come_in(room.me, stack), await come_in(room.employee, stack)))

    asyncio.run(run())


def close(app: IjtuiApp) -> None:
    if app.desk is not None:
        app.desk.close()
