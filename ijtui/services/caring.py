"""Who may see what concerns somebody's way forward, and who decides."""

from __future__ import annotations

from ijtui.data.person import NO_PERSON, People
from ijtui.domain import access
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound
from ijtui.services.base import Service
from ijtui.words import N_

_MANAGERS = N_("This is the manager's to say. Say it together, and it can be written down here.")
_NO_MANAGER = N_("No manager is written down for {name}. Open the person and change that first.")


class Caring(Service):
    """What recognition, training and the next step have in common.

    `beside` always means: the manager says it beside the employee, who writes it down. A manager who has a
    login says it themself.
    """

    def may_decide(self, asker: Person, person: Person) -> bool:
        """Whether the asker may write down what the manager decides: not beside one who has a login.

        Raises:
            NotFound: not the asker's to see.
        """
        manager = self.manager_of(asker, person)
        return asker.id != person.id or manager is None or access.may_speak_for(manager)

    def manager_of(self, asker: Person, person: Person) -> Person | None:
        """Return who decides for that person: the nearest manager, or who holds the latest conversation.

        Raises:
            NotFound: not the asker's to see.
        """
        return self._manager(self._seen(asker, person.id))

    def _seen(self, asker: Person, person: int, missing: str = NO_PERSON, number: int = 0) -> Person:
        """Return the person as stored; whoever may not see their care learns nothing.

        Raises:
            NotFound: as `missing` says it.
        """
        stored = People(self._store).get(person)
        if not access.may_see_care(asker, stored, self._conversations.turns(stored.id)):
            raise NotFound(missing, number=number or person)
        return stored

    def _manager(self, person: Person) -> Person | None:
        people = People(self._store)
        if person.manager is not None:
            return people.get(person.manager)
        turns = self._conversations.turns(person.id).values()
        held = [turn for turn in turns if not turn.is_off]
        return people.get(max(held).manager) if held else None

    def _deciding(self, asker: Person, person: Person, beside: bool) -> int:
        """Return the id of the manager who decides: the asker, or the one beside the employee who writes.

        Raises:
            NotAllowed: the asker is the employee and decides alone, nobody is the manager, or one who has
                a login.
        """
        if asker.id != person.id:
            return asker.id
        if not beside:
            raise NotAllowed(_MANAGERS)
        manager = self._manager(person)
        if manager is None:
            raise NotAllowed(_NO_MANAGER, name=person.name)
        self._check_speaks_for(manager.id)
        return manager.id
