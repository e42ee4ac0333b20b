"""Reading journals: one's own, and what others share (D-J)."""

from __future__ import annotations

from datetime import date

from ijtui.clock import Clock
from ijtui.data.journal import NO_ENTRY, Entries
from ijtui.data.store import Store
from ijtui.domain import access
from ijtui.domain.journal import Entry, Wanted, quarter_to_reflect_on
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.errors import NotFound
from ijtui.services.base import NewId, Service

PAGE = 100
"""Entries fetched at a time."""


class JournalReading(Service):
    """What a person can read in journals.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._entries = Entries(store)

    def entries(
        self,
        asker: Person,
        *,
        person: int | None = None,
        tag: str = "",
        year: int | None = None,
        goal: int | None = None,
        limit: int = PAGE,
        before: Entry | None = None,
    ) -> tuple[Entry, ...]:
        """Return a page of the asker's own entries and of those others share with them, newest first.

        Args:
            asker: who reads.
            person: id of the one it is about, or who shares it.
            tag: without its `#`.
            year: the year of its day.
            goal: id of the goal it points at.
            limit: how many at most.
            before: the last entry of the page before.
        """
        found = self._entries.page(asker.id, Wanted(person, tag, year, goal), limit, before)
        return tuple(entry for entry in found if access.may_read_entry(asker, entry))

    def get(self, asker: Person, entry_id: int) -> Entry:
        """Return one entry as it stands now.

        Raises:
            NotFound: there is none, or it is another's and not shared with the asker.
        """
        entry = self._entries.get(entry_id, asker.id)
        if not access.may_read_entry(asker, entry):
            raise NotFound(NO_ENTRY, number=entry_id)
        return entry

    def of_goal(self, asker: Person, goal: int, limit: int = PAGE) -> tuple[Entry, ...]:
        """Return the entries that point at that goal, as far as the asker may read them, newest first."""
        return self.entries(asker, goal=goal, limit=limit)

    def since(self, asker: Person, other: Person, day: date) -> tuple[Entry, ...]:
        """Return what is at hand before a conversation with the other (D-J6), oldest first.

        That is what the asker wrote about the other since that day and what the other shared; for somebody
        who does not manage the other, also what the asker wrote about nobody else.
        """
        found = self._entries.about(asker.id, other.id, day, own=other.manager != asker.id)
        return tuple(entry for entry in found if access.may_read_entry(asker, entry))

    def shared_with(self, asker: Person, writer: Person, since: date, until: date) -> tuple[Entry, ...]:
        """Return what the writer shared with the asker between two days, both included, oldest first."""
        found = self._entries.shared(asker.id, writer.id, since, until)
        return tuple(entry for entry in found if access.may_read_entry(asker, entry))

    def shared_between(self, asker: Person, other: Person, since: date, until: date) -> tuple[Entry, ...]:
        """Return what either of the two shared with the other between two days, oldest first."""
        theirs = self._entries.shared(asker.id, other.id, since, until)
        mine = self._entries.shared(other.id, asker.id, since, until)
        return tuple(sorted((*theirs, *mine), key=lambda entry: (entry.day, entry.id)))

    def tags(self, asker: Person) -> tuple[tuple[str, int], ...]:
        """Return the tags of what the asker may read and how many entries have each, most used first."""
        return self._entries.tags(asker.id)

    def years(self, asker: Person) -> tuple[int, ...]:
        """Return the years from the newest of the asker's own entries back to the oldest."""
        first_last = self._entries.span(asker.id)
        return tuple(range(first_last[1].year, first_last[0].year - 1, -1)) if first_last else ()

    def reflection(self, asker: Person, quarter: Quarter) -> Entry | None:
        """Return the asker's reflection on that quarter, or None."""
        return self._entries.reflection(asker.id, quarter)

    def missing_reflection(self, asker: Person) -> Quarter | None:
        """Return the quarter that waits for the asker's reflection (D-J2), or None.

        Only whoever keeps a journal is asked.
        """
        quarter = quarter_to_reflect_on(self._clock().date())
        if quarter is None or not self._entries.has_any(asker.id) or self.reflection(asker, quarter):
            return None
        return quarter

    def own(self, asker: Person, since: date | None = None) -> tuple[Entry, ...]:
        """Return the asker's own entries since a day, or all, oldest first."""
        return self._entries.own(asker.id, since)
