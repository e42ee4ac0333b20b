"""Being in a conversation where the other can see it, and passing the pen; none of it leaves a trace."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from ijtui.clock import Clock
from ijtui.data.presence import Presences
from ijtui.data.store import Store
from ijtui.domain.person import Person
from ijtui.domain.presence import BEAT, Presence
from ijtui.errors import StorageFailed
from ijtui.services.base import NewId, Service

RENEWED = timedelta(seconds=1)
"""How often, at most, the file is told that the pen is still used."""

_FORGOTTEN = timedelta(days=1)


class PresenceService(Service):
    """Where this session is, and where the other is.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for sessions.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._rows = Presences(store)
        self.here: Presence | None = None
        """Where this session is; None while it is in no conversation."""

    def come(self, asker: Person, conversation: int, place: str) -> None:
        """Be at a place of a conversation; the pen lies where one came from.

        Raises:
            NotFound: not the asker's conversation.
            StorageFailed: it can't be written now.
        """
        here, now = self.here, self._clock()
        if here is None or here.conversation != conversation:
            self.leave(asker)
            here = Presence(self._new_id(), asker.id, conversation, place, now)
        here = replace(here, place=place, pen="", wrote=None, seen=now)
        with self._store.writing():
            self._conversation(asker, conversation)
            self._rows.remove_before(now - _FORGOTTEN, here)
            self._rows.put(here)
        self.here = here

    def is_due(self) -> bool:
        """Whether it is time for a sign of life."""
        return self.here is not None and abs(self._clock() - self.here.seen) >= BEAT

    def beat(self, asker: Person) -> None:
        """Give a sign of life if it is time for one.

        Raises:
            StorageFailed: it can't be written now.
        """
        if self.here is not None and self.is_due():
            self.here = replace(self.here, seen=self._clock())
            with self._store.writing():
                self._rows.see(self.here)

    def others(self, asker: Person) -> tuple[Presence, ...]:
        """Return who else is in the conversation, the latest sign of life first; nobody while one is in none.

        Where one of them has taken the pen over, this session no longer has it.

        Raises:
            StorageFailed: the file can't be read.
        """
        here, now = self.here, self._clock()
        if here is None:
            return ()
        rows = self._rows.of_others(here.conversation, asker.id)
        if here.pen and any(other.writes(now) == here.pen for other in rows):
            self.here = replace(here, pen="", wrote=None)
        return tuple(other for other in rows if other.is_here(now))

    def take_pen(self, asker: Person, question: str, *, over: bool = False) -> bool:
        """Take the pen for a shared note, and return whether one has it.

        Args:
            asker: who wants to write.
            question: its id.
            over: also where the other is writing there.

        Raises:
            StorageFailed: it can't be written now.
        """
        here, now = self.here, self._clock()
        if here is None:
            return True
        if here.pen == question and here.wrote and not over and abs(now - here.wrote) < RENEWED:
            return True
        with self._store.writing():
            theirs = [other for other in self.others(asker) if other.writes(now) == question]
            if theirs and not over:
                return False
            for other in theirs:
                self._rows.take_pen_from(other)
            self._store_mine(replace(here, pen=question, wrote=now, seen=now))
        return True

    def lay_down_pen(self, asker: Person) -> None:
        """Let the other write at once where this session wrote.

        Raises:
            StorageFailed: it can't be written now.
        """
        if self.here is not None and self.here.pen:
            self._store_mine(replace(self.here, pen="", wrote=None))

    def leave(self, asker: Person) -> None:
        """Be in no conversation any more.

        Raises:
            StorageFailed: it can't be written now; after a while the session counts as gone all the same.
        """
        here, self.here = self.here, None
        if here is not None:
            with self._store.writing():
                self._rows.remove(here.session)

    def close(self) -> None:
        """Be gone as the file is closed; where that can't be written it shows after a while."""
        here, self.here = self.here, None
        if here is not None:
            with suppress(StorageFailed), self._store.writing():
                self._rows.remove(here.session)

    def _store_mine(self, here: Presence) -> None:
        with self._store.writing():
            self._rows.put(here)
        self.here = here
