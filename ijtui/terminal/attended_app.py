"""An app that notices when nobody is at its keyboard: first the screen goes blank, then the session ends.

On one's own machine that is the screen lock's job; a terminal that was left open at the other end of a
connection has none, and sshd can't tell a silent one either (reliability notes §1.2).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from time import monotonic

from textual import events
from textual.app import ReturnType

from ijtui.hosting import Hosting
from ijtui.terminal.dressed_app import DressedApp
from ijtui.words import _

_LOOK = 10.0
"""Seconds between two looks, where minutes are counted; each look wakes the session up."""

_SHARE = 0.1
"""The part of the shortest time until something is done that may pass between two looks."""

_MINUTE = 60


class Silence:
    """Counts from the latest key.

    Args:
        hosting: after how long something is done.
        blank: hides what is on screen; called once for each silence.
        leave: saves and ends the session; called again as long as it doesn't.
        now: seconds that only ever grow.
    """

    def __init__(
        self,
        hosting: Hosting,
        blank: Callable[[], object],
        leave: Callable[[], object],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._hosting = hosting
        self._blank, self._leave = blank, leave
        self._now = now
        self._since = now()
        self._is_blank = False

    def end(self) -> None:
        """Begin anew: somebody is there."""
        self._since = self._now()
        self._is_blank = False

    def look(self) -> None:
        """Look how long it has lasted, and do what is to be done then."""
        minutes = (self._now() - self._since) / _MINUTE
        if minutes >= self._hosting.leave_after:
            self._leave()
        elif minutes >= self._hosting.blank_after and not self._is_blank:
            self._is_blank = True
            self._blank()


class AttendedApp(DressedApp[ReturnType]):
    """An app that hides and then ends itself when nobody is there, once it is told to watch."""

    _silence: Silence | None = None

    @abstractmethod
    def hide(self) -> None:
        """Save, and show nothing of what is on screen until somebody wants to see it."""

    def watch_for_silence(self, hosting: Hosting) -> None:
        """Count from the latest key from now on."""
        self._silence = Silence(hosting, self.hide, self._leave_in_silence)
        shortest = _MINUTE * min(hosting.blank_after, hosting.leave_after)
        self.set_interval(min(_LOOK, _SHARE * shortest), self._silence.look)

    def _leave_in_silence(self) -> None:
        if self.rescue():  # or else stay: what can't be saved now may be saved later
            self.exit(message=_("Closed, for nobody had typed anything for long. Everything is saved."))

    async def on_event(self, event: events.Event) -> None:
        """Notice every sign of life."""
        if self._silence is not None and isinstance(event, events.InputEvent | events.Paste):
            self._silence.end()
        await super().on_event(event)
