"""Feedback in three parts, in both directions and about the process (D-F1, D-F3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(20_000)]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one wants to say to the other.

    Attributes:
        conversation: id of the one where it is taken up; None while it waits for the next.
        giver: id of the person who gives it.
        other: id of the one on the other side of the table, also where it is about the process.
        receiver: id of the person who gets it; None for feedback about the process itself.
        positive: what went well, and how exactly it helped.
        improve: what could be done differently, and why that would be better.
        support: how can we help?
        opened: the receiver may see it; one-way.
        given: when it was opened; while it is sealed, when it was last changed.
    """

    conversation: int | None
    giver: int
    receiver: int | None
    positive: Words = ""
    improve: Words = ""
    support: Words = ""
    opened: bool = False
    given: datetime | None = None
    other: int = 0
    id: int = 0
    version: int = 0

    @property
    def is_waiting(self) -> bool:
        """Whether no conversation has taken it up."""
        return self.conversation is None

    def checked(self) -> Feedback:
        """Return self if it can be stored.

        Raises:
            RuleBroken: all three parts are empty, or one is too long.
        """
        if not (self.positive + self.improve + self.support).strip():
            raise RuleBroken("Write at least one of the three parts.")
        return within_limits(self)

    def checked_for_removal(self) -> Feedback:
        """Return self if it can be thrown away.

        Raises:
            RuleBroken: the other may have read it.
        """
        if self.opened:
            raise RuleBroken("The other one may have read this, so it stays. You can change the words.")
        return self

    def saved_over(self, was: Feedback, now: datetime) -> Feedback:
        """Return it as it takes the place of what was stored: what was opened and where it belongs stay."""
        return replace(
            self,
            conversation=was.conversation or self.conversation,
            opened=self.opened or was.opened,
            given=was.given if was.opened else now,
        )
