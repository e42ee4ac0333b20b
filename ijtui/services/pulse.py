"""Whether anything that a person sees has changed since they last looked: asked often, so it costs little."""

from __future__ import annotations

from ijtui.clock import Clock
from ijtui.data.pulse import Pulses
from ijtui.data.store import Store
from ijtui.domain.person import Person
from ijtui.domain.pulse import Pulse
from ijtui.services.base import NewId, Service


class PulseService(Service):
    """The pulse of what one sees.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._pulses = Pulses(store)

    def of_conversation(self, asker: Person, conversation: int) -> Pulse:
        """Return the pulse of a conversation; one that isn't the asker's has none that could change.

        What is sealed doesn't count: not even that something was written there.

        Raises:
            StorageFailed: the file can't be read.
        """
        return self._pulses.of_conversation(conversation, asker.id)

    def of_everything(self, asker: Person) -> Pulse:
        """Return the pulse of the start screen and of every list.

        Raises:
            StorageFailed: the file can't be read.
        """
        return self._pulses.of_everything(asker.id)
