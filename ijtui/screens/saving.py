"""From a keystroke to the disk: what is typed is saved after a quiet moment, and never later than a second.

A failed save keeps what was typed where it is, says why, and is tried again (textual notes D2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import Protocol
from weakref import WeakSet

from ijtui.clock import Clock
from ijtui.errors import IjtuiError, StorageFailed

QUIET = 0.5
"""Seconds without a key after which a text is saved."""

LONGEST = 0.7
"""Seconds after the first unsaved key when it is saved all the same: the other is to see it in a second."""

AGAIN = 1.0
"""Seconds until a save that failed is tried again."""

_A_MOMENT = 0.01
"""Seconds that a timer may ring too early."""

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


class Paper(Protocol):
    """Something that is written in."""

    def gather(self) -> None:
        """Touch the saving if something stands there that nobody has told it of yet."""


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
        now: seconds that only grow.
    """

    def __init__(
        self,
        clock: Clock,
        set_timer: SetTimer,
        told: Callable[[Mark], None],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self.mark = Mark()
        self._clock = clock
        self._set_timer = set_timer
        self._told = told
        self._now = now
        self._unsaved: dict[str, Save] = {}
        self._papers: WeakSet[Paper] = WeakSet()
        self._untried: tuple[float, float] | None = None
        """When the first and the latest key came that no save has been tried for."""
        self._timer: Stoppable | None = None
        self._rings = 0.0

    def touch(self, key: str, save: Save) -> None:
        """Say that something changed; `save` stores it and is called soon.

        Args:
            key: which thing; a later touch with the same key takes this one's place.
            save: stores the thing as it is when called.
        """
        now = self._now()
        self._untried = (self._untried[0] if self._untried else now, now)
        self._unsaved[key] = save
        self._tell(replace(self.mark, waiting=True))
        if self._timer is None or self._rings > self._due():
            self._ring_at(self._due())

    def watch(self, paper: Paper) -> None:
        """Look at what stands there before a rescue, for as long as it exists."""
        self._papers.add(paper)

    def unwatch(self, paper: Paper) -> None:
        """Look there no more."""
        self._papers.discard(paper)

    def rescue(self) -> bool:
        """Save everything now, also what the screen shows and nobody has told of yet; see `flush`."""
        for paper in list(self._papers):
            paper.gather()
        return self.flush()

    def flush(self) -> bool:
        """Save everything now, without waiting for anything; return whether all of it is on disk."""
        self._stop()
        self._untried = None
        if not self._unsaved:
            return True
        failures = self._try_all()
        saved = self.mark.saved if failures else self._clock()
        self._tell(Mark(saved, bool(self._unsaved), self._as_told(failures)))
        if any(isinstance(failure, StorageFailed) for failure in failures):
            self._ring_at(self._now() + AGAIN)
        return not failures

    def forget(self, key: str) -> None:
        """Drop a thing whose save is no longer wanted."""
        self._unsaved.pop(key, None)
        if not self._unsaved:
            self._tell(Mark(self.mark.saved))

    def _try_all(self) -> list[IjtuiError]:
        """Save each thing and return why not; what fails stays, and the others are saved all the same."""
        failures = []
        for key, save in list(self._unsaved.items()):
            try:
                save()
            except IjtuiError as error:
                failures.append(error)
            else:
                self._unsaved.pop(key, None)
        return failures

    def _as_told(self, failures: Sequence[IjtuiError]) -> IjtuiError | None:
        """Return the first failure, or the one told before where it says the same: nothing is told twice."""
        first, before = next(iter(failures), None), self.mark.failure
        if first and before and (first.message, first.values) == (before.message, before.values):
            return before
        return first

    def _due(self) -> float:
        """When what has not been tried yet is to be saved."""
        first, latest = self._untried or (0.0, 0.0)
        return min(latest + QUIET, first + LONGEST)

    def _when_it_rings(self) -> None:
        """Save if it was quiet, or long enough; otherwise wait for the rest of the time."""
        self._timer = None
        if self._untried is None or self._now() + _A_MOMENT >= self._due():
            self.flush()
        else:
            self._ring_at(self._due())

    def _ring_at(self, moment: float) -> None:
        self._stop()
        self._rings = moment
        self._timer = self._set_timer(max(0.0, moment - self._now()), self._when_it_rings)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tell(self, mark: Mark) -> None:
        if mark != self.mark:
            self.mark = mark
            self._told(mark)
