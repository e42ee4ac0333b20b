"""The pieces of what goes on from one manager to the next: goals, actions, and pages of words (D-M5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from ijtui.domain.action import Extent
from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Party
from ijtui.domain.goal import GoalKind, Responsible, Result
from ijtui.domain.handover import Matter

LONGEST = 200_000
Uid = Annotated[str, MinLen(1), MaxLen(120)]
Name = Annotated[str, MinLen(1), MaxLen(120)]
Line = Annotated[str, MaxLen(2000)]
Text = Annotated[str, MaxLen(LONGEST)]
Version = Annotated[int, Ge(0), Le(10**9)]


class PageKind(StrEnum):
    """What something is that goes on as words and not as an agreement of its own."""

    PLAN = "plan"  # the signed plan
    COURSE = "course"  # one that is promised
    NOTES = "notes"
    LEVEL = "level"
    RECOGNITION = "recognition"
    STEP = "step"
    FEEDBACK = "feedback"
    ENTRY = "entry"


MATTERS: Mapping[PageKind, Matter] = {
    PageKind.PLAN: Matter.AGREEMENTS,
    PageKind.COURSE: Matter.AGREEMENTS,
    PageKind.NOTES: Matter.NOTES,
    PageKind.LEVEL: Matter.LEVELS,
    PageKind.RECOGNITION: Matter.CARE,
    PageKind.STEP: Matter.CARE,
    PageKind.FEEDBACK: Matter.FEEDBACK,
    PageKind.ENTRY: Matter.ENTRIES,
}
"""To which choice each kind belongs."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person as another file may know them.

    Attributes:
        number: employee number, or "".
    """

    name: Name
    number: Annotated[str, MaxLen(120)] = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a goal or an action read until it was changed.

    Attributes:
        by_manager: a manager changed it, and not the employee.
    """

    version: Version
    fields: Annotated[dict[Annotated[str, MaxLen(40)], Line], MaxLen(20)]
    at: datetime
    by_manager: bool


@dataclass(frozen=True, slots=True)
class PackedGoal:
    """A goal as `domain.goal` has it."""

    uid: Uid
    version: Version
    title: Line
    kind: GoalKind
    measure: Line = ""
    achievable: Line = ""
    serves: Line = ""
    due: date | None = None
    support: Line = ""
    owner: Responsible | None = None
    period: Annotated[str, MaxLen(40)] = ""
    progress: Annotated[int, Ge(0), Le(100)] = 0
    made: date | None = None
    ended: date | None = None
    result: Result | None = None
    earlier: Annotated[tuple[Earlier, ...], MaxLen(1000)] = ()

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.result is None


@dataclass(frozen=True, slots=True)
class PackedAction:
    """An action as `domain.action` has it.

    Attributes:
        agreed_with: name of the manager it was agreed with, where that is not the one who hands over.
        goal: uid of the goal it serves, or "".
        reported: the day somebody said that it is done.
        reported_by: which of the two said so.
        withdrawal: the day somebody proposed to drop it.
        withdrawal_by: which of the two did.
        reason: of the proposal, or of the outcome.
        carried_out: None while it is open.
        evaluated: the day that was said.
        cause: what stood in the way.
        signed: it stands in a plan that both have signed, so the key figure counts it.
    """

    uid: Uid
    version: Version
    what: Line
    responsible: Responsible
    agreed: date
    other: Annotated[str, MaxLen(120)] = ""
    due: date | None = None
    agreed_at: datetime | None = None
    agreed_with: Annotated[str, MaxLen(120)] = ""
    goal: Annotated[str, MaxLen(120)] = ""
    question: Annotated[str, MaxLen(120)] = ""
    reported: date | None = None
    reported_by: Party | None = None
    withdrawal: date | None = None
    withdrawal_by: Party | None = None
    reason: Line = ""
    account: Line = ""
    carried_out: Extent | None = None
    done: date | None = None
    cancelled: bool = False
    evaluated: date | None = None
    goal_reached: Extent | None = None
    cause: Cause | None = None
    signed: bool = False
    earlier: Annotated[tuple[Earlier, ...], MaxLen(1000)] = ()

    @property
    def is_open(self) -> bool:
        """Whether the two have not said what came of it."""
        return self.carried_out is None


@dataclass(frozen=True, slots=True)
class Page:
    """Something that goes on as words.

    Attributes:
        uid: the same in every file.
        kind: what it is.
        title: what it is about.
        day: which day it is from, or None.
        parts: what stands in it, by fixed names ("body", "positive", "level" …).
    """

    uid: Uid
    kind: PageKind
    title: Line
    day: date | None = None
    parts: Annotated[dict[Annotated[str, MaxLen(40)], Text], MaxLen(20)] = field(default_factory=dict)
