"""Finding words in one's journal, conversations and goals, as they are typed (D-J5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from threading import Lock

from ijtui.clock import Clock
from ijtui.data.action import Actions
from ijtui.data.check_in import CheckIns
from ijtui.data.goal import Goals
from ijtui.data.search import Search, SearchStore, Stopped, open_for_search
from ijtui.data.store import Store
from ijtui.domain.action import Action
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.search import Found, Hit, Query, Where, newest
from ijtui.services.base import NewId, Service

Looking = Callable[[], Found | None]
"""Does a search, and returns None where it was stopped; may be called in any thread."""

_OFTEN = 0.005
"""Seconds after which a search that has to give way is told so again: it may just not have begun to read."""


class SearchService(Service):
    """What a person can find.

    It reads on a connection of its own: the one that saves is never waited for, and never waits.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._looking: SearchStore | None = None
        self._free = Lock()
        self._latest: object = None

    def look_for(self, asker: Person, query: Query) -> Looking:
        """Return what does that search; one that was asked for before is stopped, and finds nothing."""
        turn = self._latest = object()
        self._interrupt()
        return partial(self._find, asker, query, turn)

    def years(self, asker: Person) -> tuple[int, ...]:
        """Return the years that there can be something of, the latest first."""
        span = Search(self._store).years(asker.id)
        return tuple(range(span[1], span[0] - 1, -1)) if span else ()

    def close(self) -> None:
        """Stop what runs and close the connection; the next search opens another."""
        self._latest = None
        self._interrupt()
        with self._free:
            if self._looking is not None:
                self._looking.close()
                self._looking = None

    def _interrupt(self) -> None:
        if self._looking is not None:
            self._looking.interrupt()

    def _find(self, asker: Person, query: Query, turn: object) -> Found | None:
        """Look for it once the one before has let go of the connection.

        Raises:
            StorageFailed: the file can't be read.
        """
        while not self._free.acquire(timeout=_OFTEN):
            if turn is not self._latest:
                return None
            self._interrupt()
        try:
            return None if turn is not self._latest else self._found(asker, query)
        except Stopped:
            return None
        finally:
            self._free.release()

    def _found(self, asker: Person, query: Query) -> Found:
        if query.is_empty:
            return Found()
        if self._looking is None:
            self._looking = open_for_search(self._store)
        looking = self._looking
        rows = Search(looking)
        return newest(
            [
                *rows.entries(asker.id, query),
                *rows.texts(asker.id, query),
                *_agreed(Actions(looking).visible_to(asker), query),
                *_aimed_at(Goals(looking).visible_to(asker.id), CheckIns(looking), query),
            ]
        )


def _agreed(actions: tuple[Action, ...], query: Query) -> Iterator[Hit]:
    for action in actions:
        outcome = action.outcome
        said = (action.what, action.other, *((outcome.achieved, outcome.reason) if outcome else ()))
        text, day = _text(*said), action.agreed or date.min
        if query.fits(text, day, action.employee, action.manager):
            yield Hit(Where.ACTION, action.id, day, query.piece(text), action.employee)


def _aimed_at(goals: tuple[Goal, ...], check_ins: CheckIns, query: Query) -> Iterator[Hit]:
    """Yield the goals, with what was said at their check-ins."""
    said: dict[int, list[str]] = {}
    for check_in in check_ins.of(goal.id for goal in goals):
        said.setdefault(check_in.goal, []).append(check_in.comment)
    for goal in goals:
        about = (goal.title, goal.measure, goal.achievable, goal.serves, goal.support)
        text, day = _text(*about, *said.get(goal.id, ())), goal.made or goal.due or date.min
        if query.fits(text, day, goal.person, goal.author):
            yield Hit(Where.GOAL, goal.id, day, query.piece(text), goal.person)


def _text(*parts: str) -> str:
    return " · ".join(part for part in parts if part.strip())
