"""What becomes of a goal or an action that comes from another file, beside what is here already (D-M3, D-M5).

Every change makes the next version, here and there, so the later one stands; equal ones are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from ijtui.domain.action import Action, Outcome, Report, Withdrawal
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Goal
from ijtui.domain.handover_items import PackedAction, PackedGoal


class Fate(StrEnum):
    """What becomes of it."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"  # or later here than there
    TOLD = "told"  # it has ended, so it is read and not followed up


@dataclass(frozen=True, slots=True)
class Two:
    """Who the two of a package are in this file.

    Attributes:
        employee: id.
        leaver: id of the manager who hands over.
        successor: id of the one who takes over.
    """

    employee: int
    leaver: int
    successor: int

    def person(self, party: Party) -> int:
        """Return who said something on that side before the handover."""
        return self.employee if party is Party.EMPLOYEE else self.leaver


def fate(packed: PackedGoal | PackedAction, here: Goal | Action | None) -> Fate:
    """Return what becomes of one that comes, beside the one that is here."""
    if here is None:
        return Fate.NEW if packed.is_open else Fate.TOLD
    return Fate.CHANGED if packed.version > here.version else Fate.SAME


def arrived_goal(packed: PackedGoal, here: Goal | None, two: Two) -> Goal:
    """Return a goal as it is stored here."""
    base = here or Goal(two.employee, packed.title, author=two.leaver, uid=packed.uid, made=packed.made)
    return replace(
        base,
        title=packed.title,
        kind=packed.kind,
        measure=packed.measure,
        achievable=packed.achievable,
        serves=packed.serves,
        due=packed.due,
        support=packed.support,
        owner=packed.owner,
        period=packed.period,
        progress=packed.progress,
        ended=packed.ended,
        result=packed.result,
        version=packed.version,
    ).checked()


def arrived_action(
    packed: PackedAction, here: Action | None, two: Two, first: int, goal: int | None
) -> Action:
    """Return an action as it is stored here: the successor's from now on, its words, day and owner the same.

    Args:
        packed: as it came.
        here: as it is stored, or None.
        two: who the two are here.
        first: id of the manager it was agreed with.
        goal: id of the goal it serves, or None.
    """
    base = here or Action(
        two.employee, None, packed.what, uid=packed.uid, agreed=packed.agreed, agreed_at=packed.agreed_at
    )
    first = (here.agreed_with or first) if here else first
    return replace(
        base,
        what=packed.what,
        responsible=packed.responsible,
        other=packed.other,
        due=packed.due,
        goal=goal or (here.goal if here else None),
        manager=two.successor,
        agreed_with=None if first == two.successor else first,
        report=_report(packed, two),
        withdrawal=_withdrawal(packed, two),
        account="" if packed.carried_out else packed.account,
        outcome=_outcome(packed),
        signed=packed.signed,
        version=packed.version,
    ).checked()


def _report(packed: PackedAction, two: Two) -> Report | None:
    if packed.reported is None or packed.reported_by is None:
        return None
    return Report(packed.reported, two.person(packed.reported_by))


def _withdrawal(packed: PackedAction, two: Two) -> Withdrawal | None:
    if packed.withdrawal is None or packed.withdrawal_by is None or packed.carried_out:
        return None
    return Withdrawal(packed.withdrawal, two.person(packed.withdrawal_by), packed.reason)


def _outcome(packed: PackedAction) -> Outcome | None:
    if packed.carried_out is None:
        return None
    return Outcome(
        packed.carried_out,
        packed.evaluated or packed.done or packed.agreed,
        packed.account,
        packed.goal_reached,
        packed.reason,
        done=packed.done,
        cancelled=packed.cancelled,
        cause=packed.cause,
    )
