"""What every service is made of: the store, the clock, and the right to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ijtui.clock import Clock
from ijtui.data.action import Actions
from ijtui.data.conversation import NO_CONVERSATION, Conversations
from ijtui.data.store import Store
from ijtui.domain import access
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.order import to_follow_up
from ijtui.domain.person import Person
from ijtui.domain.succession import UNBROKEN, Succession
from ijtui.errors import NotAllowed, NotFound
from ijtui.words import N_

if TYPE_CHECKING:  # the start screen writes no history, and waits for what it doesn't need
    from ijtui.data.history import History
from ijtui.data.person import People

_FOR_THEMSELVES = N_("{name} has an account here and says this themself, in a session of their own.")

NewId = Callable[[], str]
"""Makes a random id."""


class Service:
    """One noun's use cases.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for revisions.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._conversations = Conversations(store)
        self._actions = Actions(store)

    @cached_property
    def _history(self) -> History:
        from ijtui.data.history import History

        return History(self._store)

    def _conversation(self, asker: Person, conversation_id: int) -> Conversation:
        """Return a conversation as it stands now; whoever is not in it learns nothing.

        Raises:
            NotFound: there is none, or the asker is not one of the two.
        """
        conversation = self._conversations.get(conversation_id)
        succession = self._succession(asker, conversation.employee.id)
        if not access.may_see_conversation(asker, conversation, succession):
            raise NotFound(NO_CONVERSATION, number=conversation_id)
        return conversation

    def _succession(self, asker: Person, employee: int) -> Succession:
        """Return who took that employee over from whom; the employee themself is not concerned (D-M5)."""
        if asker.id == employee:
            return UNBROKEN
        from ijtui.data.handover import Handovers

        return Handovers(self._store).succession(employee)

    def _party(self, asker: Person, conversation: Conversation) -> Party:
        """Return the asker's side of the table.

        Raises:
            NotFound: the asker is not one of the two.
        """
        party = conversation.party_of(asker)
        if party is None:
            raise NotFound(NO_CONVERSATION, number=conversation.id)
        return party

    def _earlier(self, conversation: Conversation) -> tuple[Action, ...]:
        """Return the actions of earlier plans that a conversation goes through."""
        turns = self._conversations.turns(conversation.employee.id)
        return to_follow_up(conversation.id, turns, self._actions.of_employee(conversation.employee.id))

    def _check_speaks_for(self, *people: int) -> None:
        """Refuse to write down what somebody says who comes in by a door of their own.

        Raises:
            NotAllowed: one of them has a login.
        """
        for person in map(People(self._store).get, people):
            if not access.may_speak_for(person):
                raise NotAllowed(_FOR_THEMSELVES, name=person.name)

    def _counts_for_all(self, asker: Person) -> bool:
        """Whether the asker is HR in a shared file, or has the file for themselves."""
        return self._store.guarded in (None, (asker.id, True))

    def _note(self, asker: Person, verb: str, subject: str, conversation: int | None = None) -> None:
        """Add a line to the history inside `writing`."""
        from ijtui.domain.history import Event

        self._history.add(Event(asker.id, verb, subject, self._clock(), conversation))
