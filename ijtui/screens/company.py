"""The other one, while both have a conversation open: where they are, and who writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.presence import PREPARING, Presence
from ijtui.errors import StorageFailed
from ijtui.services.desk import Desk

Where = tuple[Conversation, str] | None
"""Which conversation the other may see one in, and at which place of it; None for none."""

HANDED_OVER = 0.9
"""Seconds from taking the pen over until one writes: by then the other has looked and saved."""


@dataclass(frozen=True, slots=True)
class Other:
    """What is to be seen of the other one just now.

    Attributes:
        name: what they are called; "" while they are not there.
        places: where they are; several where they have several sessions.
        writes: id of the question whose shared note they write, or "".
        hands_over: id of the question whose pen is on its way from them, or "".
    """

    name: str = ""
    places: frozenset[str] = frozenset()
    writes: str = ""
    hands_over: str = ""

    @property
    def is_preparing(self) -> bool:
        """Whether they prepare at this moment."""
        return PREPARING in self.places

    @property
    def is_talking(self) -> bool:
        """Whether they have the talk open."""
        return bool(self.places - {PREPARING})


NOBODY = Other()


class Company:
    """What the file knows of the other one, and what it is told of oneself.

    In a file of one's own there is nobody else, so nothing is asked and nothing is written. What can't be
    written now is left out: all of this is a courtesy, and the next look tries again.

    Args:
        desk: the open file.
        me: who is there.
        now: seconds that only ever grow.
    """

    def __init__(self, desk: Desk, me: Person, now: Callable[[], float] = monotonic) -> None:
        self.possible = desk.door is not None
        self._desk = desk
        self._me = me
        self._now = now
        self._at: tuple[int, str] | None = None
        self._their_name = ""
        self._others: tuple[Presence, ...] = ()
        self._coming = ("", 0.0)

    # Where one is

    def is_elsewhere(self, where: Where) -> bool:
        """Whether that is not where the file says that one is."""
        return self.possible and self._at != (where and (where[0].id, where[1]))

    def be_at(self, where: Where) -> None:
        """Be at a place of a conversation, or in none."""
        if not self.is_elsewhere(where):
            return
        with suppress(StorageFailed):
            if where is None:
                self._others, self._at = (), None
                self._desk.presence.leave(self._me)
            else:
                conversation, place = where
                party = conversation.party_of(self._me)
                self._their_name = conversation.person(party.other).first_name if party else ""
                self._desk.presence.come(self._me, conversation.id, place)
                self._others = self._desk.presence.others(self._me)
                self._at = conversation.id, place

    def is_due(self) -> bool:
        """Whether it is time to say again that one is still there."""
        return self._at is not None and self._desk.presence.is_due()

    def beat(self) -> None:
        """Say now and then that one is still there."""
        if self._at is not None:
            with suppress(StorageFailed):
                self._desk.presence.beat(self._me)

    # Where the other is

    def read(self) -> None:
        """Find out anew where the other is; called when the file has changed."""
        if self._at is not None:
            self._others = self._desk.presence.others(self._me)

    def other(self) -> Other:
        """Return what is to be seen of the other one just now."""
        if not self._others:
            return NOBODY
        now = self._desk.clock()
        here = [other for other in self._others if other.is_here(now)]
        if not here:
            return NOBODY
        writes = next((pen for other in here if (pen := other.writes(now))), "")
        places = frozenset(other.place for other in here)
        return Other(self._their_name, places, writes, self._handed_over())

    # The pen

    def take_pen(self, question: str) -> bool:
        """Take the pen where it lies free, and return whether one may write now."""
        if self._at is None:
            return True
        if self._handed_over() == question or self.other().writes == question:
            return False
        with suppress(StorageFailed):
            return self._took(question, over=False)
        return True

    def take_pen_over(self, question: str) -> None:
        """Take the pen out of the other's hand; one writes as soon as they have saved."""
        if self._at is not None and self.other().writes == question:
            with suppress(StorageFailed):
                self._took(question, over=True)
                self._coming = question, self._now() + HANDED_OVER

    def lay_down_pen(self) -> None:
        """Let the other write at once where one wrote."""
        if self._at is not None:
            with suppress(StorageFailed):
                self._desk.presence.lay_down_pen(self._me)

    def _took(self, question: str, *, over: bool) -> bool:
        took = self._desk.presence.take_pen(self._me, question, over=over)
        if over or not took:
            self.read()
        return took

    def _handed_over(self) -> str:
        question, until = self._coming
        return question if self._now() < until else ""
