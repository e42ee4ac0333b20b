"""Saving a text in versions: a stale save never overwrites, and a save that is repeated is one save."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from ijtui.clean import clean
from ijtui.clock import Clock
from ijtui.data.store import Store
from ijtui.domain.text import LONGEST, MUCH, Revision, Written, taken_away
from ijtui.errors import Conflict, RuleBroken, StorageFailed
from ijtui.words import N_

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing", bound=Written)
KeyOf = TypeVar("KeyOf", bound=Hashable, contravariant=True)
Stored = TypeVar("Stored", bound=Written, contravariant=True)

_TOO_LONG = N_("A text can hold {longest} characters; this one has {length}. Split it in two.")
_STALE = N_("Another session changed this text meanwhile. Both texts are kept: choose one or join them.")


class Rows(Protocol[KeyOf, Stored]):
    """Where texts of one kind are stored."""

    def put(self, text: Stored, revision: str, *, decided: bool = False) -> None:
        """Store a text as the newest version; what it replaces may become an earlier one."""

    def keep_beside(self, key: KeyOf, late: Revision) -> None:
        """Store a text that came too late beside the one that is there."""


class Versions(Generic[Key, Thing]):
    """The saving of texts of one kind.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for revisions.
        rows: where they are stored.
    """

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], str], rows: Rows[Key, Thing]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._rows = rows
        self._unsure: dict[Key, Thing] = {}
        self._beside: dict[Key, tuple[int, Revision]] = {}

    def now(self) -> datetime:
        """Return the time as it is stored, to the millisecond."""
        now = self._clock()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def save(
        self,
        key: Key,
        base: int,
        read: Callable[[], Thing],
        make: Callable[[Thing], Thing],
        *,
        force: bool = False,
    ) -> Thing:
        """Store what was typed as the newest version.

        Args:
            key: which text.
            base: the version it was typed on top of.
            read: returns what is stored now, where it may be written; called inside the transaction.
            make: returns what takes the place of what is stored.
            force: the writer has seen the other text and decided.

        Raises:
            Conflict: somebody saved another version since; this one is kept beside it.
            StorageFailed: it is not known to be stored; saving it again, or more of it, on top of the
                same version is safe.
        """
        new = None
        try:
            with self._store.writing():
                stored = read()
                new = make(stored)
                if stored.version and stored.body == new.body:
                    return stored
                fits = force or stored.version in (base, 0) or self._is_mine(key, stored)
                if fits:
                    self._rows.put(new, self._new_id(), decided=force)
                else:
                    self._keep_beside(key, new, base)
        except StorageFailed:
            if new is not None:
                self._unsure[key] = new
            raise
        if not fits:
            raise Conflict(_STALE, theirs=stored)
        self._unsure.pop(key, None)
        return new

    def _is_mine(self, key: Key, stored: Thing) -> bool:
        """Whether what is stored is this session's own, of which it was not known that it is stored."""
        unsure = self._unsure.get(key)
        return unsure is not None and _identity(unsure) == _identity(stored)

    def _keep_beside(self, key: Key, late: Thing, base: int) -> None:
        """Keep a text that came too late; while its writer types on, that is one revision, not many."""
        before = self._beside.get(key)
        number = self._new_id()
        if before and before[0] == base and taken_away(before[1].body, late.body) <= MUCH:
            number = before[1].id
        revision = Revision(number, late.version, late.body, late.author, self.now(), lost=True)
        self._rows.keep_beside(key, revision)
        self._beside[key] = base, revision


def _identity(text: Written) -> tuple[object, ...]:
    return text.version, text.body, text.author, text.changed


def fitting(body: str) -> str:
    """Return a text as it is stored.

    Raises:
        RuleBroken: too long.
    """
    body = clean(body)
    if len(body) > LONGEST:
        raise RuleBroken(_TOO_LONG, longest=LONGEST, length=len(body))
    return body
