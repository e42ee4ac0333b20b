"""Recognition: thanks, a day off, a gift; written down when it is given (D-G9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]

MOST_DAYS = 3
"""Extra days off at a time."""

MOST_KRONOR = 5_000
"""What a gift can be worth; a gift card is usually one of 500 kr."""


class RecognitionKind(StrEnum):
    """What is given."""

    THANKS = "thanks"  # public, in the team's channel or at a meeting
    DAYS = "days"
    GIFT = "gift"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Recognition:
    """Something given to a person for something they did.

    Attributes:
        person: id of the one who gets it.
        giver: id of the manager who gives it.
        what: for what.
        days: extra days off, where that is what is given; else 0.
        amount: kronor, where a gift is given; else 0.
        day: when it was given.
        goal: id of the goal it is for, or None.
    """

    person: int
    giver: int
    kind: RecognitionKind
    what: Words
    day: date
    days: int = 0
    amount: int = 0
    goal: int | None = None
    id: int = 0
    version: int = 0

    def checked(self) -> Recognition:
        """Return self as it can be stored, without a number that its kind has no use for.

        Raises:
            RuleBroken: it is for nothing, too many or no days, or too dear or no gift.
        """
        if not self.what.strip():
            raise RuleBroken("Say what it is for.")
        if self.kind is RecognitionKind.DAYS and not 1 <= self.days <= MOST_DAYS:
            raise RuleBroken("One to {most} extra days off can be given at a time.", most=MOST_DAYS)
        if self.kind is RecognitionKind.GIFT and not 1 <= self.amount <= MOST_KRONOR:
            raise RuleBroken("A gift is worth between 1 and {most} kronor.", most=MOST_KRONOR)
        days = self.days if self.kind is RecognitionKind.DAYS else 0
        amount = self.amount if self.kind is RecognitionKind.GIFT else 0
        return within_limits(replace(self, days=days, amount=amount))
