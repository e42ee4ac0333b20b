"""Writing the journal: one's own, saved as one types, and shared entry by entry (D-J)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ijtui.clock import Clock
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain import access
from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.person import Person
from ijtui.domain.text import Revision
from ijtui.errors import Conflict, NotAllowed, RuleBroken
from ijtui.services.base import NewId
from ijtui.services.goal import GoalService
from ijtui.services.journal_reading import JournalReading
from ijtui.services.versions import Versions, fitting
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who wrote this entry can change it.")
_EMPTY = N_("Write something first; an empty entry isn't kept.")
_NOT_THEIR_GOAL = N_("An entry points at a goal of yours, or of the person it is about.")
_FILED = N_("This entry was changed in another session meanwhile. Look at it again.")


class JournalService(JournalReading):
    """What a person can do with journals.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for entries and revisions.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._versions = Versions(store, clock, new_id, self._entries)

    def blank(self, asker: Person, **given: Any) -> Entry:
        """Return an entry that is not stored: of today, only the asker's, with a uid of its own.

        One about a goal of somebody else's is about that person.

        Raises:
            NotFound: the asker may know of no such goal.
        """
        entry = replace(Entry(asker.id, self._clock().date(), uid=self._new_id()), **given)
        if entry.goal is None or entry.person is not None:
            return entry
        owner = self._goal(asker, entry.goal).person
        return entry if owner == asker.id else replace(entry, person=owner)

    def new(self, asker: Person, entry: Entry) -> Entry:
        """Store a new entry; the same uid again is the same entry, saved again.

        Raises:
            RuleBroken: empty, too long, shared with nobody, or pointing at somebody else's goal.
            NotAllowed: for another's journal.
            NotFound: the person or the goal is gone.
        """
        if not access.may_write_entry(asker, entry):
            raise NotAllowed(_NOT_YOURS)
        uid = entry.uid or self._new_id()
        with self._store.writing():
            known = self._entries.with_uid(uid, asker.id)
            if known is not None:
                return self.save(asker, known.id, entry.body, known.version)
            made = replace(self._complete(asker, entry), uid=uid, made=self._versions.now())
            stored = self._entries.add(self._checked(asker, made))
            self._note(asker, "wrote", f"entry:{stored.id}")
        return stored

    def save(self, asker: Person, entry_id: int, body: str, base: int, *, force: bool = False) -> Entry:
        """Store what was typed as the newest version of the body.

        Args:
            asker: who writes.
            entry_id: which entry.
            body: all of it.
            base: the version it was typed on top of.
            force: the writer has seen the other text and decided.

        Raises:
            Conflict: another session saved another version since; this one is kept beside it.
            NotAllowed: not the asker's to write.
            NotFound: it is gone.
            RuleBroken: too long.
            StorageFailed: it is not known to be stored; saving it again, or more of it, on top of the
                same version is safe.
        """
        body, now = fitting(body), self._versions.now()
        return self._versions.save(
            entry_id,
            base,
            lambda: self._writable(asker, entry_id),
            lambda stored: replace(
                stored, body=body, author=asker.id, changed=now, version=stored.version + 1
            ),
            force=force,
        )

    def file(self, asker: Person, entry: Entry) -> Entry:
        """Store the day, whom it is about, whether that one sees it, the goal and the kind; not the body.

        Raises:
            Conflict: another session changed one of these since.
            RuleBroken: shared with nobody, or pointing at somebody else's goal.
            NotAllowed: not the asker's to change.
            NotFound: it is gone.
        """
        with self._store.writing():
            stored = self._writable(asker, entry.id)
            if stored.filed != entry.filed:
                raise Conflict(_FILED, theirs=stored)
            filed = replace(
                stored,
                day=entry.day,
                person=entry.person,
                shared=entry.shared,
                kind=entry.kind,
                quarter=entry.quarter,
                goal=entry.goal,
            )
            if filed == stored:
                return stored
            points_elsewhere = (filed.goal, filed.person) != (stored.goal, stored.person)
            self._entries.file(self._checked(asker, filed) if points_elsewhere else filed.checked())
            self._note(asker, _verb(stored, filed), f"entry:{entry.id}")
        return replace(filed, filed=stored.filed + 1)

    def remove(self, asker: Person, entry_id: int) -> None:
        """Delete an entry with its earlier versions, for good.

        Raises:
            NotAllowed: not the asker's.
            NotFound: it is gone already.
        """
        with self._store.writing():
            self._writable(asker, entry_id)
            self._entries.remove(entry_id)
            self._note(asker, "removed", f"entry:{entry_id}")

    def leave(self, asker: Person, entry_id: int) -> bool:
        """Delete an entry in which nothing stands and never much stood; return whether it was one.

        Raises:
            NotFound: it is gone already.
        """
        with self._store.writing():
            entry = self.get(asker, entry_id)
            empty = not entry.body.strip() and access.may_write_entry(asker, entry)
            if empty and not self._entries.revisions(entry_id):
                self.remove(asker, entry_id)
                return True
        return False

    def revisions(self, asker: Person, entry_id: int) -> tuple[Revision, ...]:
        """Return the earlier versions, newest first; what was crossed out is the writer's alone.

        Raises:
            NotAllowed: not the asker's.
            NotFound: it is gone.
        """
        self._writable(asker, entry_id)
        return self._entries.revisions(entry_id)

    def take_in(self, asker: Person, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Store entries from another file as they were there, all or none, and return those that are new.

        An entry whose uid is known stays as it is here.

        Raises:
            RuleBroken: one can't be stored.
        """
        taken = []
        with self._store.writing():
            for entry in entries:
                if self._entries.is_known(entry.uid):
                    continue
                mine = replace(entry, writer=asker.id, author=asker.id, body=fitting(entry.body))
                taken.append(self._entries.add(self._checked(asker, mine)))
            if taken:
                self._note(asker, "imported", f"journal:{len(taken)}")
        return tuple(taken)

    # Rules

    def _writable(self, asker: Person, entry_id: int) -> Entry:
        """Return an entry that the asker may change.

        Raises:
            NotAllowed: it is shared with the asker, not theirs.
            NotFound: the asker may not know of it.
        """
        entry = self.get(asker, entry_id)
        if not access.may_write_entry(asker, entry):
            raise NotAllowed(_NOT_YOURS)
        return entry

    def _complete(self, asker: Person, entry: Entry) -> Entry:
        """Return a new entry with what only the moment of storing knows."""
        body = fitting(entry.body)
        if not body.strip():
            raise RuleBroken(_EMPTY)
        return replace(entry, body=body, author=asker.id, changed=self._versions.now(), id=0)

    def _checked(self, asker: Person, entry: Entry) -> Entry:
        """Return an entry whose person exists and whose goal is one of the two's."""
        if entry.person is not None:
            People(self._store).get(entry.person)
        if entry.goal is not None and self._goal(asker, entry.goal).person not in (asker.id, entry.person):
            raise RuleBroken(_NOT_THEIR_GOAL)
        return entry.checked()

    def _goal(self, asker: Person, goal: int) -> Goal:
        return GoalService(self._store, self._clock, self._new_id).get(asker, goal)


def _verb(before: Entry, after: Entry) -> str:
    """Return what history says: that somebody else may read it now, may not any more, or something else."""
    if (before.shared, before.person) == (after.shared, after.person):
        return "changed"
    return "shared" if after.shared else "unshared"
