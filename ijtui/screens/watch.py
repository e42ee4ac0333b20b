"""Notices that what is on screen is no longer what there is, and where the other one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from time import monotonic
from typing import Any, Protocol

from ijtui.errors import StorageFailed
from ijtui.screens.company import NOBODY, Other
from ijtui.screens.housed import Housed
from ijtui.screens.session import Session

CALM = 0.45
"""Seconds between two looks. One that finds nothing asks SQLite for a number and is done."""

BRISK = 0.15
"""The same while the other is at work on what is seen here."""

_LASTS = 10.0
"""Seconds after the latest thing the other did in which they are at work."""


class Timed(Protocol):
    """A timer that has been set."""

    def stop(self) -> None:
        """Forget it."""


class SetInterval(Protocol):
    """Sets a timer that rings again and again."""

    def __call__(self, interval: float, callback: Callable[[], None]) -> Timed:
        """Call `callback` every `interval` seconds."""
        ...


class Watch:
    """Notices when another session has written to the file, and when a new day has begun.

    Args:
        session: who is there.
        stack: returns the screens that lie above one another now, the one that is seen last.
        set_interval: sets a timer on the app's loop.
        now: seconds that only ever grow.
    """

    def __init__(
        self,
        session: Session,
        stack: Callable[[], Sequence[object]],
        set_interval: SetInterval,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._session = session
        self._stack = stack
        self._set_interval = set_interval
        self._now = now
        self._seen = self._state()
        self._news = False
        self._rests_until = 0.0
        self._told: tuple[object, Other] = (None, NOBODY)
        self._brisk: Timed | None = None
        self._brisk_until = 0.0

    def begin(self) -> None:
        """Look from now on."""
        self._set_interval(CALM, self.look)

    def look(self) -> None:
        """Look whether anything is new; a file that can't be read now is no news."""
        if self._brisk is not None and self._now() > self._brisk_until:
            self._brisk.stop()
            self._brisk = None
        screens: list[Housed[Any]] = [screen for screen in self._stack() if isinstance(screen, Housed)]
        if screens and screens[-1].is_whole():
            with suppress(StorageFailed):
                self._look(screens)

    def _look(self, screens: Sequence[Housed[Any]]) -> None:
        company, top = self._session.company, screens[-1]
        where = next((found for screen in reversed(screens) if (found := screen.whereabouts())), None)
        company.be_at(*(where or (None,)))
        before, self._seen = self._seen, self._state()
        if self._seen[0] != before[0]:
            self._news = True
            company.read()
        company.beat()
        self._tell(top)
        if self._seen[1] != before[1]:
            top.reload()
        elif self._news and self._now() >= self._rests_until:
            if top.catch_up():
                self._look_briskly()
            self._news, self._rests_until = False, self._now() + top.RESTS

    def _tell(self, top: Housed[Any]) -> None:
        """Tell the screen that is seen of the other one, if that is new to it."""
        now = top, self._session.company.other()
        if now != self._told and (now[1], self._told[1]) != (NOBODY, NOBODY):
            top.show_other(now[1])
            self._look_briskly()
        self._told = now

    def _look_briskly(self) -> None:
        """Look more often for a while."""
        self._brisk_until = self._now() + _LASTS
        if self._brisk is None:
            self._brisk = self._set_interval(BRISK, self.look)

    def _state(self) -> tuple[int, date]:
        desk = self._session.desk
        return desk.changes(), desk.clock().date()
