"""Who sits on which side of the table: the person at the keys, and the other one."""

from __future__ import annotations

from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.screens.session import Session


class TableSides:
    """What is held of one conversation, seen from one's own side.

    Args:
        session: who is there.
    """

    conversation: Conversation

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def me(self) -> Person:
        """The person at the keys."""
        return self._session.me

    @property
    def mine(self) -> Party:
        """The side on which the person at the keys sits."""
        return self.conversation.party_of(self.me) or Party.MANAGER

    @property
    def other(self) -> Person:
        """The one on the other side."""
        return self.conversation.person(self.mine.other)
