"""Who opened a conversation or took a copy of it: written down where more than one comes in, told to both."""

from __future__ import annotations

from ijtui.clock import Clock
from ijtui.data.look import Looks
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain.account import Door
from ijtui.domain.conversation import Conversation
from ijtui.domain.look import EXPORTED, LOOKED, Look, What, look, subject
from ijtui.domain.person import Person
from ijtui.services.base import NewId, Service


class LookService(Service):
    """What is written down of looking, and what the two may know of it.

    In a file of one's own nobody else looks, so nothing is written.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId, door: Door | None = None) -> None:
        super().__init__(store, clock, new_id)
        self._door = door
        self._known: set[tuple[int, int, str, str]] = set()

    @property
    def is_kept(self) -> bool:
        """Whether it is written down in this file who looks."""
        return self._door is not None

    def saw(self, asker: Person, conversation: Conversation) -> None:
        """Write down that the asker has the conversation before them; once a day, however often.

        Raises:
            NotFound: not the asker's to see.
            StorageFailed: it can't be written down.
        """
        self._look(asker, conversation, subject(What.CONVERSATION))

    def read_preparation(self, asker: Person, conversation: Conversation) -> None:
        """Write down that the asker reads what the other opened of their preparation; once a day.

        Raises:
            NotFound: not the asker's to see.
            StorageFailed: it can't be written down.
        """
        party = conversation.party_of(asker)
        if party is not None and party.other in conversation.opened:
            self._look(asker, conversation, subject(What.PREPARATION, party.other.value))

    def exported(self, asker: Person, conversation: Conversation, form: str) -> None:
        """Write down that a copy of the minutes leaves; call it before it does.

        Args:
            asker: who takes it.
            conversation: of which one.
            form: the format, or "copy" for the clipboard.

        Raises:
            NotFound: not the asker's to see.
            StorageFailed: it can't be written down, so no copy may leave.
        """
        self._copy(asker, conversation, subject(What.MINUTES, form))

    def took_plan(self, asker: Person, conversation: Conversation) -> None:
        """Write down that a copy of the plan, as it is signed, leaves; call it before it does.

        Raises:
            NotFound: not the asker's to see.
            StorageFailed: it can't be written down, so no copy may leave.
        """
        self._copy(asker, conversation, subject(What.PLAN))

    def took_own_data(self, asker: Person, conversation: Conversation) -> None:
        """Write down that what both may see of it leaves within the asker's own data; call it before.

        Raises:
            NotFound: not the asker's to see.
            StorageFailed: it can't be written down, so nothing may leave.
        """
        self._copy(asker, conversation, subject(What.OWN_DATA))

    def of(self, asker: Person, conversation: Conversation) -> tuple[Look, ...]:
        """Return who opened the conversation or took a copy of it, the latest first.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        self._party(asker, now)
        events = Looks(self._store).of(now.id)
        people = People(self._store).some(event.who for event in events)
        with self._store.understood():
            return tuple(look(event, people[event.who]) for event in events)

    def _look(self, asker: Person, conversation: Conversation, of: str) -> None:
        """Write a line unless there is one of the day; looked up once a session and not at every reload."""
        day = self._clock().date()
        known = (asker.id, conversation.id, of, day.isoformat())
        if not self.is_kept or known in self._known:
            return
        now = self._conversation(asker, conversation.id)
        if not Looks(self._store).has_looked(asker.id, now.id, of, day):
            with self._store.writing():
                self._note(asker, LOOKED, of, now.id)
        self._known.add(known)

    def _copy(self, asker: Person, conversation: Conversation, of: str) -> None:
        if self.is_kept:
            with self._store.writing():
                now = self._conversation(asker, conversation.id)
                self._note(asker, EXPORTED, of, now.id)
