"""What a person can have of everything about them or by them (reliability notes §3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.clock import Clock
from ijtui.data.mine import OF_CONVERSATION, OF_PERSON, Mine
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain.account import Door
from ijtui.domain.mine import Portion
from ijtui.domain.person import Person
from ijtui.services.base import NewId, Service
from ijtui.services.look import LookService


class MineService(Service):
    """A person's own data.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId, door: Door | None = None) -> None:
        super().__init__(store, clock, new_id)
        self._looks = LookService(store, clock, new_id, door)

    def of(self, asker: Person) -> Iterator[Portion]:
        """Return everything about the asker or by them, shared and private, portion by portion.

        First what belongs to no single conversation, then each conversation with all that is in it. What
        the other keeps sealed is not in it. Where it is written down who looks, this is, before it begins.

        Raises:
            StorageFailed: the file can't be read, or it can't be written down that a copy leaves.
        """
        names = {person.id: person.name for person in People(self._store).all()}
        rows = Mine(self._store, asker.id, names)
        conversations = rows.conversations()
        if self._looks.is_kept:
            with self._store.writing():
                for number in conversations:
                    self._looks.took_own_data(asker, self._conversation(asker, number))
        return _portions(rows, conversations)


def _portions(rows: Mine, conversations: list[int]) -> Iterator[Portion]:
    for table in OF_PERSON:
        for page in rows.of_person(table):
            yield Portion(table, page)
    for number in conversations:
        for table in OF_CONVERSATION:
            for page in rows.of_conversation(table, number):
                yield Portion(table, page, number)
