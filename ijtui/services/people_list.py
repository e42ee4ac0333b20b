"""Taking in a list of people from outside, whole or not at all, and giving it back (D-P3)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from ijtui.content.problems import Problems
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.people_change import changes
from ijtui.domain.people_list import Change, Intended, Known, PeopleList, Wishes
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting
from ijtui.errors import BadInput, NotAllowed
from ijtui.services.base import Service
from ijtui.services.posting import store_posting
from ijtui.words import N_

_ONLY_HR = N_("The list of people is HR's to take in and to give out.")
_REFUSED = N_("The list can't be taken in, and nothing was changed.")


@dataclass
class _Numbers:
    """The numbers of what is stored by now, by those below 0 that stood for them."""

    units: dict[int, int]
    people: dict[int, int]

    def post(self, post: Post) -> Post:
        manager = None if post.manager is None else self.people.get(post.manager, post.manager)
        person = self.people.get(post.person, post.person)
        return replace(post, person=person, unit=self.units.get(post.unit, post.unit), manager=manager)


class PeopleListService(Service):
    """What HR can do with the list of people; in one's own file, its owner."""

    def known(self, asker: Person) -> Known:
        """Return everybody, their posts and all units.

        Raises:
            NotAllowed: the asker doesn't keep them.
        """
        if not self._counts_for_all(asker):
            raise NotAllowed(_ONLY_HR)
        posts: dict[int, list[Post]] = defaultdict(list)
        for post in Posts(self._store).all():
            posts[post.person].append(post)
        return Known(
            {person.id: person for person in People(self._store).all()},
            {person: tuple(some) for person, some in posts.items()},
            Units(self._store).tree(),
            self._clock().date(),
            asker.id,
            self._store.guarded is not None,
        )

    def look(self, asker: Person, listed: PeopleList, wishes: Wishes) -> Change:
        """Return what a list would change; nothing is.

        Raises:
            NotAllowed: the asker doesn't keep them.
            Problems: everything that is wrong with the list, by row.
        """
        change, wrong = changes(listed, self.known(asker), wishes)
        if wrong:
            source = listed.source
            found = tuple(BadInput(one.message, source, one.line, **one.values) for one in wrong)
            raise Problems(source, found, _REFUSED)
        return change

    def take_in(self, asker: Person, listed: PeopleList, wishes: Wishes) -> Change:
        """Store all that a list changes, and return it; where it says what is known, nothing is written.

        Raises:
            NotAllowed: the asker doesn't keep them.
            Problems: everything that is wrong with the list, by row.
        """
        with self._store.writing():
            change = self.look(asker, listed, wishes)
            if not change.is_nothing:
                self._store_all(asker, change)
        return change

    def _store_all(self, asker: Person, change: Change) -> None:
        numbers = _Numbers({}, {})
        rows = Units(self._store)
        for unit in change.units:
            parent = numbers.units.get(unit.parent or 0, unit.parent)
            stored = rows.add(replace(unit, id=0, parent=parent).checked())
            numbers.units[unit.id] = stored.id
            self._note(asker, "added", f"unit:{stored.id}")
        for unit in change.units_changed:
            rows.change(replace(unit, parent=numbers.units.get(unit.parent or 0, unit.parent)))
            self._note(asker, "changed", f"unit:{unit.id}")
        for one in change.people:
            self._store_person(asker, one.person, numbers)
        for one in change.people:  # a manager of earlier years may be anybody, so everybody is there first
            self._store_posts(one, numbers)

    def _store_person(self, asker: Person, wanted: Person, numbers: _Numbers) -> None:
        """Store one person; their manager is stored by now, if the manager is new."""
        manager = numbers.people.get(wanted.manager or 0, wanted.manager)
        person = replace(wanted, manager=manager, id=max(0, wanted.id)).checked()
        stored = People(self._store).change(person) if person.id else People(self._store).add(person)
        numbers.people[wanted.id] = stored.id
        self._note(asker, "changed" if person.id else "added", f"person:{stored.id}")

    def _store_posts(self, one: Intended, numbers: _Numbers) -> None:
        posting = Posting(
            (),
            tuple(numbers.post(post) for post in one.posting.added),
            tuple(numbers.post(post) for post in one.posting.changed),
            one.posting.removed,
        )
        store_posting(self._store, posting, self._clock().date())
