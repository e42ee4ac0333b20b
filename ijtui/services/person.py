"""People, and the one whose file this is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from ijtui.clean import clean_line
from ijtui.clock import Clock
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain import access
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Part, Person
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import NewId, Service
from ijtui.words import N_

if TYPE_CHECKING:
    from ijtui.data.person_search import PersonSearch
    from ijtui.domain.account import Door

_OWNED = N_("This file belongs to {name} already. Close ijtui and start it again.")
_NOT_YOURS = N_("Only the one whose file this is can change that.")
_ADMINISTERED = N_("Who leads whom is kept by whoever looks after the server. Ask them to change it.")
_NO_ACCOUNT = N_("{login} has no account here. Ask whoever looks after the server.")


class PeopleService(Service):
    """What a person can do with the people of the file.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId, door: Door | None = None) -> None:
        super().__init__(store, clock, new_id)
        self._door = door

    def me(self) -> tuple[Person, Part] | None:
        """Return who is here and what they are in the conversations, or None before first run.

        In one's own file that is its owner; in a shared one, whom the account belongs to.

        Raises:
            NotAllowed: the name at the door has no open account.
        """
        if self._door is None:
            return People(self._store).owner()
        from ijtui.data.account import Accounts

        account = Accounts(self._store).of_login(self._door.login, self._clock().date())
        if account is None:
            raise NotAllowed(_NO_ACCOUNT, login=self._door.login)
        person = People(self._store).get(account.person)
        return person, self._part(person)

    def _part(self, person: Person) -> Part:
        """Return what somebody is by whom they lead; a manager has a manager, too (D-P3)."""
        if not People(self._store).leads_anybody(person.id):
            return Part.EMPLOYEE
        return Part.MANAGER if person.manager is None else Part.BOTH

    def first_run(self, name: str, part: Part) -> Person:
        """Store who owns the file; called once.

        Raises:
            RuleBroken: no name, or somebody owns the file already.
        """
        person = _cleaned(Person(name)).checked()
        with self._store.writing():
            owner = self.me()
            if owner is not None:
                raise RuleBroken(_OWNED, name=owner[0].name)
            stored = People(self._store).add(person)
            People(self._store).set_owner(stored, part)
            self._note(stored, "added", f"person:{stored.id}")
        return stored

    def set_part(self, asker: Person, part: Part) -> None:
        """Say what the owner is in the conversations.

        Raises:
            NotAllowed: somebody else owns the file.
        """
        with self._store.writing():
            owner = self.me()
            if self._door is not None or owner is None or owner[0].id != asker.id:
                raise NotAllowed(_NOT_YOURS)
            People(self._store).set_owner(asker, part)

    def all(self, asker: Person) -> tuple[Person, ...]:
        """Return everybody by name; in a person's own file that is everybody they wrote down."""
        return People(self._store).all()

    def known(self, asker: Person) -> Mapping[int, Person]:
        """Return people by number, each fetched when first asked for."""
        return _Known(People(self._store))

    def led(self, asker: Person) -> tuple[Person, ...]:
        """Return whom the asker leads, by name."""
        return People(self._store).led_by(asker.id)

    @cached_property
    def _search(self) -> PersonSearch:
        from ijtui.data.person_search import PersonSearch

        return PersonSearch(self._store)

    def near(self, asker: Person) -> tuple[Person, ...]:
        """Return the asker's manager, whom they lead and whom they talk or have talked with, by name."""
        return self._search.near(asker.id)

    def found(
        self, asker: Person, typed: str, limit: int, *, but: Person | None = None, working: bool = False
    ) -> tuple[Person, ...]:
        """Return the first people by name of whom all the words begin a word of name, role, unit or number.

        Args:
            asker: who looks.
            typed: the words; "" for everybody.
            limit: how many at most.
            but: somebody to leave out.
            working: leave out whoever has left.
        """
        day = self._clock().date() if working else None
        return self._search.page(clean_line(typed), limit, but=but.id if but else 0, working=day)

    def count(self, asker: Person) -> int:
        """Return how many people there are who have not left."""
        return self._search.count(self._clock().date())

    def get(self, asker: Person, person_id: int) -> Person:
        """Return that person.

        Raises:
            NotFound: nobody has that number.
        """
        return People(self._store).get(person_id)

    def add(self, asker: Person, person: Person) -> Person:
        """Store a new person.

        Raises:
            RuleBroken: no name, or something too long.
            NotAllowed: in a shared file, somebody whom another leads.
        """
        checked = replace(_cleaned(person), login="").checked()
        if self._door is not None and not access.may_add_person(asker, checked):
            raise NotAllowed(_ADMINISTERED)
        with self._store.writing():
            stored = People(self._store).add(checked)
            self._note(asker, "added", f"person:{stored.id}")
        return stored

    def change(self, asker: Person, person: Person) -> Person:
        """Store a changed person; who comes in by which name is the administrator's to say.

        Raises:
            RuleBroken: no name, or their own manager.
            Conflict: changed by somebody else since.
            NotAllowed: in a shared file, what the administrator looks after.
        """
        with self._store.writing():
            before = People(self._store).get(person.id)
            checked = replace(_cleaned(person), login=before.login).checked()
            if self._door is not None and not access.may_change_person(
                asker, before, checked, kept=self._kept
            ):
                raise NotAllowed(_ADMINISTERED)
            if self._door is None and self._kept:
                from ijtui.services.posting import follow

                follow(self._store, before, checked, self._clock().date())
            stored = People(self._store).change(checked)
            self._note(asker, "changed", f"person:{stored.id}")
        return stored

    @property
    def _kept(self) -> bool:
        """Whether it is written down day by day who works where, so that nobody changes it in passing."""
        from ijtui.data.post import Posts

        return Posts(self._store).exist()

    def conversations(self, asker: Person, person: Person) -> tuple[Conversation, ...]:
        """Return the conversations that the asker and that person share, or all one's own; latest first."""
        mine = self._conversations.of(asker, [state for state in State if state is not State.CANCELLED])
        shared = [item for item in mine if item.party_of(person) is not None]
        return tuple(reversed(shared))


class _Known(Mapping[int, Person]):
    """People by number, as far as somebody has asked for them."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._found: dict[int, Person] = {}

    def __getitem__(self, number: int) -> Person:
        if number not in self._found:
            self._found |= self._people.some([number])
        return self._found[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _cleaned(person: Person) -> Person:
    return replace(
        person,
        name=clean_line(person.name),
        role=clean_line(person.role),
        unit=clean_line(person.unit),
    )
