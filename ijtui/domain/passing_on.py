"""Letting the next manager read a signed plan: only if both of the two say so (D-P2)."""

from __future__ import annotations

from dataclasses import dataclass

from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Passing:
    """What the two have said of who else may read what they both signed.

    Attributes:
        reader: the manager's own manager, or None where nobody is written down.
        said: ids of those of the two who let that one read it.
    """

    reader: Person | None
    said: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether both have said so; as long as one hasn't, nobody else reads it."""
        return self.reader is not None and len(self.said) == 2


def may_read_signed_plan(asker: Person, conversation: Conversation, passing: Passing) -> bool:
    """The two; and the next manager, once both have said so."""
    if conversation.party_of(asker) is not None:
        return True
    return passing.is_open and passing.reader is not None and passing.reader.id == asker.id


def reader_of(passing: Passing) -> Person:
    """Return who would read it.

    Raises:
        RuleBroken: nobody is written down as the manager's own manager.
    """
    if passing.reader is None:
        raise RuleBroken("The manager has no manager of their own here who could read it.")
    return passing.reader
