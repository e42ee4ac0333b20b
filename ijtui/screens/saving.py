"""From a keystroke to the disk: what is typed is saved after a quiet moment, and never later than a second.

A failed save keeps what was typed where it is, says why, and is tried again (textual notes D2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Protocol

from ijtui.clock import Clock
from ijtui.errors import IjtuiError, StorageFailed

QUIET = 0.5
"""Seconds without a key after which a text is saved."""

LONGEST = 0.9
"""Seconds after the first unsaved key when it is saved however busy the keys are."""

AGAIN = 1.0
"""Seconds until a save that failed is tried again."""

Save = Callable[[], None]
"""Stores one thing now; raises one of our errors where it can't."""


class Stoppable(Protocol):
    """A timer that has been set."""

    def stop(self) -> None:
        """Forget it."""


class SetTimer(Protocol):
    """Sets a timer."""

    def __call__(self, delay: float, callback: Callable[[], None]) -> Stoppable:
        """Call `callback` once after `delay` seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """What the saved mark says.

    Attributes:
        saved: when something was last saved, or None.
        waiting: there is typing that is not on disk yet.
        failure: why the last try failed, or None.
    """

    saved: datetime | None = None
    waiting: bool = False
    failure: IjtuiError | None = None


class Saving:
    """Everything on screen that is not on disk yet.

    Args:
        clock: what time it is, for the mark.
        set_timer: sets a timer on the app's loop.
        told: called with the mark whenever it changes.
    """

    def __init__(self, clock: Clock, set_timer: SetTimer, told: Callable[[Mark], None]) -> None:
        self.mark = Mark()
        self._clock = clock
        self._set_timer = set_timer
        self._told = told
        self._unsaved: dict[str, Save] = {}
        self._first = self._latest = 0.0
        self._timer: Stoppable | None = None

    def touch(self, key: str, save: Save) -> None:
        """Say that something changed; `save` stores it and is called soon.

        Args:
            key: which thing; a later touch with the same key takes this one's place.
            save: stores the thing as it is when called.
        """
        self._latest = monotonic()
        if not self._unsaved:
            self._first = self._latest
        self._unsaved[key] = save
        if not self.mark.waiting:
            self._tell(Mark(self.mark.saved, waiting=True, failure=self.mark.failure))
        if self._timer is None:
            self._later(QUIET)

    def flush(self) -> bool:
        """Save everything now, without waiting for anything; return whether all of it is on disk."""
        self._stop()
        if not self._unsaved:
            return True
        failure = self._try_all()
        now = self._clock() if failure is None else self.mark.saved
        self._tell(Mark(now, waiting=bool(self._unsaved), failure=failure))
        if isinstance(failure, StorageFailed):
            self._later(AGAIN)
        return failure is None

    def forget(self, key: str) -> None:
        """Drop a thing whose save is no longer wanted."""
        self._unsaved.pop(key, None)

    def _try_all(self) -> IjtuiError | None:
        """Save each thing; what fails stays, and the others are saved all the same."""
        failure: IjtuiError | None = None
        for key, save in list(self._unsaved.items()):
            try:
                save()
            except IjtuiError as error:
                failure = failure or error
            else:
                self._unsaved.pop(key, None)
        return failure

    def _when_due(self) -> None:
        """Save if it was quiet, or long enough; otherwise wait for the rest of the time."""
        self._timer = None
        now = monotonic()
        due = min(self._latest + QUIET, self._first + LONGEST)
        if now + 0.01 >= due:
            self.flush()
        else:
            self._later(due - now)

    def _later(self, delay: float) -> None:
        self._stop()
        self._timer = self._set_timer(delay, self._when_due)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tell(self, mark: Mark) -> None:
        if mark != self.mark:
            self.mark = mark
            self._told(mark)
