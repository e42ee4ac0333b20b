"""Why a goal was not reached, and what the two do about it: without blame (D-G6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.cause import Cause
from ijtui.domain.limits import within_limits
from ijtui.domain.quarter import Quarter
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What the two found out together; both see it.

    Attributes:
        goal: id of the goal.
        quarter: the one that the next step is for.
        because: the cause in their own words.
        next_step: what they do differently in that quarter.
        conversation: id of the conversation where they talked about it, or None between two.
        author: id of the person who wrote it down.
    """

    goal: int
    day: date
    cause: Cause
    quarter: Quarter
    because: Words = ""
    next_step: Words = ""
    conversation: int | None = None
    author: int = 0
    id: int = 0
    version: int = 0

    def checked(self) -> Shortfall:
        """Return self if it can be stored.

        Raises:
            RuleBroken: another cause that nobody has put into words, or too many words.
        """
        if self.cause is Cause.OTHER and not self.because.strip():
            raise RuleBroken("Say in a few words what stood in the way.")
        return within_limits(self)
