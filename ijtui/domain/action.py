"""An agreed action: one row for its whole life (D-G5, D-M3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

Words = Annotated[str, MaxLen(2000)]


class Extent(StrEnum):
    """How far: carried out, or the goal reached."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ActionState(StrEnum):
    """Where an action is in its life; it is in exactly one of these."""

    OPEN = "open"
    OVERDUE = "overdue"  # open, and its last day has passed
    REPORTED = "reported"  # one says that it is done, the other has not confirmed it
    TO_CANCEL = "to-cancel"  # one proposes to drop it, the other has not answered
    DONE = "done"
    DONE_LATE = "done-late"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    CANCELLED = "cancelled"  # by both: it counts neither as kept nor as broken


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an action, as the two evaluate it (D-A1, D-G5).

    Attributes:
        carried_out: was it done?
        achieved: what did it achieve?
        goal_reached: was the goal of the plan reached? None while they have not said.
        reason: why not, where it was not carried out, or why it was dropped; without blame (D-G6).
        on: the day it was evaluated.
        conversation: id of the conversation where that happened, or None between two.
        done: the day it was done, where that is known.
        cancelled: the two agreed that it need not be done; then `carried_out` is NO.
        cause: what stood in the way, where it was not or only partly done; None while they have not said.
    """

    carried_out: Extent
    on: date
    achieved: Words = ""
    goal_reached: Extent | None = None
    reason: Words = ""
    conversation: int | None = None
    done: date | None = None
    cancelled: bool = False
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One of the two says that it is done; it counts once the other confirms it.

    Attributes:
        on: the day that was said.
        by: id of the person who said so.
    """

    on: date
    by: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One of the two proposes to drop it; it stays until the other agrees.

    Attributes:
        on: the day that was proposed.
        by: id of the person who did.
        reason: why it is no longer needed.
    """

    on: date
    by: int
    reason: Words = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, by whom, and by when.

    Attributes:
        employee: id of the person whose plan it belongs to.
        conversation: id of the conversation where it was agreed; None where that was between two.
        manager: id of the manager it is with.
        agreed: the day it was agreed.
        agreed_at: the moment, where that was between two conversations.
        other: who, in words, where `responsible` is OTHER.
        due: the last day, or None while it is not set.
        question: id of the question it came from, or "".
        goal: id of the goal it serves, or None.
        outcome: None while it is open.
        report: who said that it is done, and when; stays when the other has confirmed it.
        account: what is told of it while it has no outcome, which then holds it as `achieved`.
        withdrawal: the proposal to drop it that waits for an answer, or None.
        decided: id of the conversation where the two last decided to go on with it, or None.
        changes: how many times it was agreed anew in other words or to another day.
        agreed_with: id of the manager it was agreed with, where another has taken it over since (D-M5).
        uid: by what name it is known in the file it came from, or "".
        signed: it stands in a plan that both have signed.
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
    agreed_at: datetime | None = None
    report: Report | None = None
    account: Words = ""
    withdrawal: Withdrawal | None = None
    decided: int | None = None
    agreed_with: int | None = None
    uid: str = ""
    changes: int = 0
    signed: bool = False
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

    # Where it is in its life

    @property
    def is_open(self) -> bool:
        """Whether the two have not said yet what came of it."""
        return self.outcome is None

    @property
    def fulfilled(self) -> bool:
        """Whether both say that it was carried out, in time or late (D-S1)."""
        return self.outcome is not None and self.outcome.carried_out is Extent.YES

    @property
    def binds(self) -> bool:
        """Whether both have signed it and somebody sees to it: what the key figure counts (D-S1)."""
        return self.signed and (self.responsible is not Responsible.OTHER or bool(self.other))

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its last day has passed, and nobody says that it is done."""
        return self.is_open and self.report is None and self.due is not None and self.due < today

    @property
    def days_late(self) -> int:
        """How many days after its last one it was done; 0 where it was in time or nobody knows the day."""
        done = self.outcome.done if self.outcome and self.fulfilled else None
        return max(0, (done - self.due).days) if done and self.due else 0

    def state(self, today: date) -> ActionState:
        """Return where it is in its life."""
        if self.outcome is not None:
            return self._end(self.outcome)
        if self.withdrawal is not None:
            return ActionState.TO_CANCEL
        if self.report is not None:
            return ActionState.REPORTED
        return ActionState.OVERDUE if self.is_overdue(today) else ActionState.OPEN

    def _end(self, outcome: Outcome) -> ActionState:
        if outcome.cancelled:
            return ActionState.CANCELLED
        if outcome.carried_out is Extent.YES:
            return ActionState.DONE_LATE if self.days_late else ActionState.DONE
        return ActionState.PARTLY if outcome.carried_out is Extent.PARTLY else ActionState.NOT_DONE

    # Who

    def side_of(self, person: int) -> Party:
        """Return on which side of the table a person sits who has to do with it."""
        return Party.EMPLOYEE if person == self.employee else Party.MANAGER

    @property
    def seen_to_by(self) -> Party | None:
        """Which of the two sees to it; None for somebody else."""
        return None if self.responsible is Responsible.OTHER else Party(self.responsible.value)

    def person(self, party: Party) -> int:
        """Return the id of the one on that side when it was agreed."""
        return self.employee if party is Party.EMPLOYEE else self.manager

    # What came of it

    def evaluated(self, outcome: Outcome) -> Action:
        """Return the same action with what the two say came of it.

        It was done on the day they say, or else the day it was reported; one that is evaluated between
        two conversations was done by that day. In a conversation nobody is called late for want of a day.

        Raises:
            RuleBroken: the outcome says too much, or that it was done on a day to come.
        """
        within_limits(outcome)
        if outcome.done is not None and outcome.done > outcome.on:
            raise RuleBroken("It can't be done on a day that is still to come.")
        known = self.report.on if self.report else outcome.on if outcome.conversation is None else None
        is_done = outcome.carried_out is Extent.YES
        done, cause = ((outcome.done or known), None) if is_done else (None, outcome.cause)
        told = replace(outcome, done=done, cause=None if outcome.cancelled else cause)
        return replace(self, outcome=told, account="", withdrawal=None)

    def reopened(self) -> Action:
        """Return the same action as still open; what was told of it stays."""
        told = self.outcome.achieved if self.outcome else self.account
        return replace(self, outcome=None, account=told, withdrawal=None)
