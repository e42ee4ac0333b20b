"""The key figure: how many agreed points are fulfilled, and how many have a plan (D-S1); never names (D-S4).

A point counts that stands in a plan which both have signed, that somebody sees to, and whose last day, as
it is agreed now, is in the year. It is fulfilled once both say that it was carried out. One that both agreed
to drop is neither kept nor broken, so it is told apart and not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from operator import add, attrgetter
from typing import Any, TypeVar

from ijtui.domain.action import Action, ActionState

Counts = TypeVar("Counts")


@dataclass(frozen=True, slots=True)
class Points:
    """How the points of one year stand; each is in exactly one of these, but for `changed`.

    Attributes:
        in_time: both say that it was carried out, and nobody knows of a day after its last one.
        late: both say that it was carried out, after its last day.
        partly: carried out in part.
        not_done: both say that it was not carried out.
        unanswered: one says that it is done, or proposes to drop it, and the other has not answered.
        going_on: nobody has said anything, and its last day has not passed.
        overdue: nobody has said anything, and its last day has passed.
        dropped: both agreed that it need not be done; not counted.
        changed: how many of all these were agreed anew, in other words or to another day.
        uncounted: in no plan that both have signed, or for nobody to see to; none of these.
        undated: points without a last day, which belong to no year; none of these.
    """

    in_time: int = 0
    late: int = 0
    partly: int = 0
    not_done: int = 0
    unanswered: int = 0
    going_on: int = 0
    overdue: int = 0
    dropped: int = 0
    changed: int = 0
    uncounted: int = 0
    undated: int = 0

    def __add__(self, other: Points) -> Points:
        """Return how those and these stand together."""
        return added(self, other)

    @property
    def fulfilled(self) -> int:
        """Those that both say were carried out."""
        return self.in_time + self.late

    @property
    def agreed(self) -> int:
        """Those that count: all with their last day in the year, but for what both dropped."""
        return self.fulfilled + self.partly + self.not_done + self.unanswered + self.going_on + self.overdue

    @property
    def share(self) -> int | None:
        """Fulfilled of agreed in whole per cent; None where nothing was agreed."""
        return percent(self.fulfilled, self.agreed)


@dataclass(frozen=True, slots=True)
class Plans:
    """How many employees have a plan of their own from a year's conversations.

    Attributes:
        employees: all of them.
        agreed: those with a concluded conversation that holds a goal or an agreement, or with a signed plan.
        signed: those of them whose newest plan both have signed.
    """

    employees: int = 0
    agreed: int = 0
    signed: int = 0

    def __add__(self, other: Plans) -> Plans:
        """Return how many of those and these employees have one."""
        return added(self, other)

    @property
    def share(self) -> int | None:
        """Signed by both of all employees in whole per cent; None where there are none."""
        return percent(self.signed, self.employees)

    @property
    def share_agreed(self) -> int | None:
        """With an agreed plan, signed or not, of all in whole per cent; None where there are none."""
        return percent(self.agreed, self.employees)


@dataclass(frozen=True, slots=True)
class Figure:
    """One person's own key figure.

    Attributes:
        held: points agreed with this person as manager.
        plans: of the employees whose nearest manager this person is.
        own: points of this person's own plan.
        own_plan: the same of this person alone: one employee, or none who nobody holds conversations with.
    """

    year: int
    held: Points
    plans: Plans
    own: Points
    own_plan: Plans


def added(one: Counts, other: Counts) -> Counts:
    """Return two sets of counts, of things that are in only one of the two, as one."""
    kind: Any = type(one)
    values = _values(kind)
    both: Counts = kind(*map(add, values(one), values(other)))
    return both


def together(counts: Sequence[Counts]) -> Counts:
    """Return at least one set of counts of whole numbers, of things that are each in only one, as one."""
    kind: Any = type(counts[0])
    all_: Counts = kind(*map(sum, zip(*map(_values(kind), counts), strict=True)))
    return all_


@cache
def _values(kind: type[Any]) -> Callable[[object], tuple[int, ...]]:
    """Return what reads all counts of one kind at once; a whole organisation adds up some ten thousand."""
    return attrgetter(*(field.name for field in fields(kind)))


def percent(part: int, whole: int) -> int | None:
    """Return how many per cent the part is, halves up; None of nothing. All and nothing are said of no other.

    >>> percent(1, 3), percent(199, 200), percent(1, 300), percent(0, 0)
    (33, 99, 1, None)
    """
    if not whole:
        return None
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, (200 * part + whole) // (2 * whole)))


def points(actions: Iterable[Action], year: int, today: date) -> Points:
    """Return how the points stand whose last day is in that year, as far as it is known on that day."""
    actions = tuple(actions)
    dated = [action for action in actions if action.due and action.due.year == year]
    counted = [action for action in dated if action.binds]
    states = Counter(action.state(today) for action in counted)
    return Points(
        in_time=states[ActionState.DONE],
        late=states[ActionState.DONE_LATE],
        partly=states[ActionState.PARTLY],
        not_done=states[ActionState.NOT_DONE],
        unanswered=states[ActionState.REPORTED] + states[ActionState.TO_CANCEL],
        going_on=states[ActionState.OPEN],
        overdue=states[ActionState.OVERDUE],
        dropped=states[ActionState.CANCELLED],
        changed=sum(action.changes > 0 for action in counted),
        uncounted=len(dated) - len(counted),
        undated=sum(action.due is None for action in actions),
    )
