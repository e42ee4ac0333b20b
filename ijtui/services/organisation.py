"""Units, and who works where: kept by HR in a shared file, and by the owner in one's own (D-P3, D-S2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.clean import clean_line
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting, as_posted, ended, newest, posted
from ijtui.domain.unit import Tree, Unit
from ijtui.domain.unit_heads import Overview, heads, numbers
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.services.posting import store_posting
from ijtui.words import N_

ONLY_HR = N_("HR keeps the units and who works where. Ask them to change it.")
_TAKEN = N_("There is a unit called {name} already. Choose another name, for each is found by its name.")
_ROUND = N_("{name} can't be part of {parent}, which is part of it.")
_IN_USE = N_("People work in {name} or have done, or something is part of it. It stays.")
_OWN_MANAGER = N_("You can't make yourself somebody's manager. Let somebody else at HR do it.")
_CIRCLE = N_("{manager} is led by {name}, near or far. Nobody can lead the one who leads them.")


class OrganisationService(Service):
    """What a person can do with units and posts; everybody in the file reads them."""

    def may_keep(self, asker: Person) -> bool:
        """Whether the asker may change units and who works where."""
        return self._counts_for_all(asker)

    def tree(self, asker: Person) -> Tree:
        """Return all units; a file of two people has none."""
        return Units(self._store).tree()

    def has_units(self, asker: Person) -> bool:
        """Whether there are any."""
        return Units(self._store).exist()

    def unit(self, asker: Person, unit: int) -> Unit:
        """Return that unit.

        Raises:
            NotFound: none has that number.
        """
        return Units(self._store).get(unit)

    def posts(self, asker: Person, person: Person) -> tuple[Post, ...]:
        """Return where somebody has worked and will, the first one first."""
        return Posts(self._store).of_person(person.id)

    def working(self, asker: Person, unit: Unit | None = None) -> tuple[Person, ...]:
        """Return those who work today, by name: in one unit, or everywhere."""
        today = self._clock().date()
        name = unit.name.casefold() if unit else None
        return tuple(
            person
            for person in People(self._store).all()
            if not person.has_left(today) and name in (None, person.unit.casefold())
        )

    def overview(self, asker: Person) -> Overview:
        """Return all units, who leads each, and how many work there today."""
        tree, people = self.tree(asker), self.working(asker)
        return Overview(tree, heads(tree, people), numbers(tree, people))

    def add_unit(self, asker: Person, unit: Unit) -> Unit:
        """Store a new unit.

        Raises:
            NotAllowed: the asker doesn't keep them.
            RuleBroken: it has no name, or another's.
            NotFound: what it is to be part of is not there.
        """
        self._check_keeps(asker)
        wanted = replace(unit, name=clean_line(unit.name)).checked()
        with self._store.writing():
            self._check_free(wanted)
            stored = Units(self._store).add(wanted)
            self._note(asker, "added", f"unit:{stored.id}")
        return stored

    def change_unit(self, asker: Person, unit: Unit) -> Unit:
        """Rename a unit or let it be part of another; people and milestones have the new name, too.

        Raises:
            NotAllowed: the asker doesn't keep them.
            RuleBroken: it has no name or another's, or would be part of itself.
            Conflict: changed by somebody else since.
        """
        self._check_keeps(asker)
        wanted, rows = replace(unit, name=clean_line(unit.name)).checked(), Units(self._store)
        with self._store.writing():
            self._check_free(wanted)
            before, tree = rows.get(wanted.id), rows.tree()
            if tree.would_go_round(wanted.id, wanted.parent):
                raise RuleBroken(_ROUND, name=before.name, parent=tree.units[wanted.parent or 0].name)
            stored = rows.change(wanted)
            if before.name != stored.name:
                rows.rename_elsewhere(before.name, stored.name)
            self._note(asker, "changed", f"unit:{stored.id}")
        return stored

    def remove_unit(self, asker: Person, unit: Unit) -> None:
        """Take a unit away that nobody has worked in and that nothing is part of.

        Raises:
            NotAllowed: the asker doesn't keep them.
            RuleBroken: somebody has, or something is.
            Conflict: changed by somebody else since.
        """
        self._check_keeps(asker)
        with self._store.writing():
            if Units(self._store).is_in_use(unit.id):
                raise RuleBroken(_IN_USE, name=unit.name)
            Units(self._store).remove(unit)
            self._note(asker, "removed", f"unit:{unit.id}")

    def move(self, asker: Person, post: Post) -> Person:
        """Let somebody work somewhere from a day on: they move, begin, or come back.

        What they had before ends the day before. A day still to come is planned: they, and whom their
        conversations are open to, move on that day.

        Args:
            asker: who keeps it.
            post: whose, where, under whom, from when; its number doesn't matter.

        Raises:
            NotAllowed: the asker doesn't keep it, or would lead them.
            RuleBroken: the managers would go in a circle, or another post has begun since.
            NotFound: the unit or a person is not there.
        """
        self._check_keeps(asker)
        with self._store.writing():
            person, had = self._of(post.person)
            Units(self._store).get(post.unit)
            self._check_manager(asker, person, post.manager)
            return self._stored(asker, person, posted(had, [replace(post, id=0)], self._today), "moved")

    def end(self, asker: Person, person_id: int, last: date) -> Person:
        """Let somebody work for the last time on that day; they stay in everything that has been.

        Raises:
            NotAllowed: the asker doesn't keep it.
            RuleBroken: they begin later, or have begun somewhere else since.
            NotFound: nobody has that number.
        """
        self._check_keeps(asker)
        with self._store.writing():
            person, had = self._of(person_id)
            if not had:
                person = replace(person, until=last)
            posting = ended(had, last, self._today) if had else Posting(())
            return self._stored(asker, person, posting, "ended")

    @property
    def _today(self) -> date:
        return self._clock().date()

    def _of(self, person_id: int) -> tuple[Person, tuple[Post, ...]]:
        return People(self._store).get(person_id), Posts(self._store).of_person(person_id)

    def _stored(self, asker: Person, person: Person, posting: Posting, verb: str) -> Person:
        store_posting(self._store, posting, self._today)
        tree = Units(self._store).tree()
        after = as_posted(person, posting.after, tree, self._today)
        stored = People(self._store).change(after)
        planned = newest(posting.added, self._today) is None and bool(posting.added)
        self._note(asker, "planned" if planned else verb, f"person:{person.id}")
        return stored

    def _check_keeps(self, asker: Person) -> None:
        if not self.may_keep(asker):
            raise NotAllowed(ONLY_HR)

    def _check_free(self, unit: Unit) -> None:
        if unit.parent is not None:
            Units(self._store).get(unit.parent)
        same = Units(self._store).tree().named(unit.name)
        if same is not None and same.id != unit.id:
            raise RuleBroken(_TAKEN, name=same.name)

    def _check_manager(self, asker: Person, person: Person, manager: int | None) -> None:
        if manager is None:
            return
        if self._store.guarded and manager == asker.id != person.manager:
            raise NotAllowed(_OWN_MANAGER)
        people = {other.id: other for other in People(self._store).all()}
        above = manager
        for _step in range(len(people)):
            if above == person.id:
                raise RuleBroken(_CIRCLE, manager=people[manager].name, name=person.name)
            above = people[above].manager or 0
            if not above:
                return
