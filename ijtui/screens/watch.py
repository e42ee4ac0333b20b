"""Notices that what is on screen is no longer what there is, and where the other one is."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from time import monotonic
from typing import Any, Protocol

from ijtui.domain.conversation import Conversation
from ijtui.errors import StorageFailed
from ijtui.screens.company import NOBODY, Other
from ijtui.screens.housed import Housed
from ijtui.screens.session import Session

CALM = 0.5
"""Seconds between two glances. One that finds nothing asks SQLite for a number and is done."""

BRISK = 0.15
"""The same while the other is at work on what is seen here."""

_LASTS = 10.0
"""Seconds after the latest thing the other did in which they are at work."""


class Host(Protocol):
    """The app, as far as the watch has to know it."""

    @property
    def screen_stack(self) -> Sequence[object]:
        """The screens that lie above one another now, the one that is seen last."""
        ...

    @property
    def is_running(self) -> bool:
        """Whether it has not come to its end."""
        ...

    def call_later(self, callback: Callable[[], None]) -> bool:
        """Call back when what is going on is done."""
        ...


class Watch:
    """Notices when another session has written to the file, and when a new day has begun.

    A glance is taken on the bare event loop: a timer of Textual's wakes up twice for each ring and costs
    several times as much, which is most of what a session takes that nobody does anything in.

    Args:
        session: who is there.
        host: where it is shown.
        now: seconds that only ever grow.
    """

    def __init__(self, session: Session, host: Host, now: Callable[[], float] = monotonic) -> None:
        self._session = session
        self._host = host
        self._now = now
        self._seen = self._state()
        self._news = False
        self._rests_until = 0.0
        self._told: tuple[object, Other] = (None, NOBODY)
        self._brisk_until = 0.0

    # When to look

    def begin(self) -> None:
        """Glance now and then, from now on until the app ends."""
        pause = BRISK if self._now() < self._brisk_until else CALM
        get_running_loop().call_later(pause, self._glance)

    def _glance(self) -> None:
        if self._host.is_running:
            with suppress(StorageFailed):
                if self._is_worth_a_look():
                    self._host.call_later(self.look)
            self.begin()

    def _is_worth_a_look(self) -> bool:
        """Whether anything could be new; where it isn't, nothing more is asked."""
        company, (top, other) = self._session.company, self._told
        return (
            self._news
            or self._host.screen_stack[-1] is not top
            or self._state() != self._seen
            or company.is_due()
            or company.other() != other
        )

    # Looking

    def look(self) -> None:
        """Look whether anything is new; a file that can't be read now is no news."""
        shown = self._shown()
        if shown and shown[-1].is_whole():
            with suppress(StorageFailed):
                self._look(shown)

    def _look(self, shown: Sequence[Housed[Any]]) -> None:
        company, top = self._session.company, shown[-1]
        company.be_at(_where(shown))
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
                self._be_brisk()
            self._news, self._rests_until = False, self._now() + top.RESTS

    def _tell(self, top: Housed[Any]) -> None:
        """Tell the screen that is seen of the other one, if that is new to it."""
        now = top, self._session.company.other()
        if now != self._told and (now[1], self._told[1]) != (NOBODY, NOBODY):
            top.show_other(now[1])
            self._be_brisk()
        self._told = now

    def _be_brisk(self) -> None:
        self._brisk_until = self._now() + _LASTS

    def _shown(self) -> list[Housed[Any]]:
        return [screen for screen in self._host.screen_stack if isinstance(screen, Housed)]

    def _state(self) -> tuple[int, date]:
        desk = self._session.desk
        return desk.changes(), desk.clock().date()


def _where(shown: Sequence[Housed[Any]]) -> tuple[Conversation, str] | None:
    """Return in which conversation one is, and at which place of it; what lies above doesn't matter."""
    return next((found for screen in reversed(shown) if (found := screen.whereabouts())), None)
