"""An agreed action: one row for its whole life (D-G5, D-M3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.goal import Responsible
from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]


class Extent(StrEnum):
    """How far: carried out, or the goal reached."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an action, as the two evaluate it (D-A1, D-G5).

    Attributes:
        carried_out: was it done?
        achieved: what did it achieve?
        goal_reached: was the goal of the plan reached? None while they have not said.
        reason: why not, where it was not carried out; without blame (D-G6).
        on: the day it was evaluated.
        conversation: id of the conversation where that happened, or None between two.
    """

    carried_out: Extent
    on: date
    achieved: Words = ""
    goal_reached: Extent | None = None
    reason: Words = ""
    conversation: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, by whom, and by when.

    Attributes:
        employee: id of the person whose plan it belongs to.
        conversation: id of the conversation where it was agreed; None where that was between two.
        manager: id of the manager it was agreed with.
        agreed: the day it was agreed.
        other: who, in words, where `responsible` is OTHER.
        due: the last day, or None while it is not set.
        question: id of the question it came from, or "".
        goal: id of the goal it serves, or None.
        outcome: None while it is open.
    """

    employee: int
    conversation: int | None
    what: Words
    responsible: Responsible = Responsible.EMPLOYEE
    other: Annotated[str, MaxLen(120)] = ""
    due: date | None = None
    question: str = ""
    goal: int | None = None
    outcome: Outcome | None = None
    manager: int = 0
    agreed: date | None = None
    id: int = 0
    version: int = 0

    def checked(self) -> Action:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it says nothing, or too much.
        """
        if not self.what.strip():
            raise RuleBroken("Say what is to be done.")
        return within_limits(self)

    def checked_for_removal(self) -> Action:
        """Return self if it can be taken out of the plan.

        Raises:
            RuleBroken: it has been evaluated, so minutes tell of it.
        """
        if self.outcome is not None:
            raise RuleBroken("This has been followed up, so it stays. Take its outcome back first.")
        return self

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet what came of it."""
        return self.outcome is None

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its last day has passed."""
        return self.is_open and self.due is not None and self.due < today

    def evaluated(self, outcome: Outcome) -> Action:
        """Return the same action with what came of it.

        Raises:
            RuleBroken: the outcome says too much.
        """
        return replace(self, outcome=within_limits(outcome))

    def reopened(self) -> Action:
        """Return the same action as still open."""
        return replace(self, outcome=None)
