"""A screen in the house: it knows the session, and stays true while others write to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual.screen import Screen, ScreenResultType

from ijtui.screens.command import Command

if TYPE_CHECKING:
    from pathlib import Path

    from ijtui.domain.conversation import Conversation
    from ijtui.domain.pulse import Pulse
    from ijtui.hosting import Hosting
    from ijtui.screens.company import Other
    from ijtui.screens.session import Session
    from ijtui.settings import Settings


class House(Protocol):
    """What a screen may ask of the app."""

    session: Session | None
    chosen: Settings
    database: Path
    hosting: Hosting
    everywhere: tuple[Command, ...]

    async def use(self, chosen: Settings) -> None:
        """Take new settings into use."""

    def rescue(self) -> bool:
        """Save everything on screen now, and return whether all of it is on disk."""


class Housed(Screen[ScreenResultType]):
    """Shows what others write as soon as it concerns what is shown here, and nothing else of it."""

    RESTS: ClassVar[float] = 2.0
    """Seconds from one look at what others wrote to the next."""

    is_made: bool = False
    """Whether everything is in its place: not while it comes up or changes its language."""

    _felt: Pulse | None = None

    @property
    def house(self) -> House:
        """The app, as far as a screen may know it."""
        return cast("House", self.app)

    @property
    def session(self) -> Session:
        """The open session; a screen that needs none must not ask."""
        session = self.house.session
        if session is None:
            raise LookupError("no session is open yet")
        return session

    # What a subclass fills in

    def reload(self) -> None:
        """Fetch and show everything again."""

    def whereabouts(self) -> tuple[Conversation, str] | None:
        """Return which conversation the other may see one in, and at which place of it; None for none."""
        return None

    def show_other(self, other: Other) -> None:
        """Show where the other one is, and what they write."""

    def pulse(self) -> Pulse:
        """Return what tells whether something that is shown here has changed."""
        return self.session.desk.pulses.of_everything(self.session.me)

    def follow(self, before: Pulse, now: Pulse) -> None:
        """Show what has changed; everything, where a screen does not know better."""
        self.reload()

    # Staying true

    def is_whole(self) -> bool:
        """Whether something can be shown here: not while the app comes to its end, either."""
        return self.is_made and self.is_attached and self.app.is_running

    def feel(self) -> None:
        """Know the state in which what is about to be fetched is."""
        self._felt = self.pulse()

    def catch_up(self) -> bool:
        """Show what another session wrote, and return whether it is shown here."""
        before = self._felt
        self.feel()
        now = self._felt
        if before is None or now is None or now == before:
            return False
        self.follow(before, now)
        return True
