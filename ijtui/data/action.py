"""Agreed actions as rows: one row a promise, from the day it is made to the day it is evaluated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain.action import Action, Extent, Outcome, Report, Withdrawal
from ijtui.domain.cause import Cause
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.words import N_

_WHOLE = (
    "(SELECT action.*,"
    " (SELECT count(*) FROM wording WHERE thing = 'action' AND number = action.id) AS changes"
    " FROM action)"
)
"""Every action with how many times it was agreed anew."""

NO_ACTION = N_("There is no action with number {number}.")


class Actions:
    """The actions of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, action_id: int) -> Action:
        """Return that action.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_action, _WHOLE, action_id)
        if found is None:
            raise NotFound(NO_ACTION, number=action_id)
        return found

    def of_conversation(self, conversation: int) -> tuple[Action, ...]:
        """Return the actions agreed there in the order they were made."""
        return self._store.all(
            _action, f"SELECT * FROM {_WHOLE} WHERE conversation = ? ORDER BY id", conversation
        )

    def of_employee(self, employee: int) -> tuple[Action, ...]:
        """Return every action of that person's plans in the order they were made."""
        return self._store.all(_action, f"SELECT * FROM {_WHOLE} WHERE employee = ? ORDER BY id", employee)

    def visible_to(self, person: Person, *, opened: bool = False) -> tuple[Action, ...]:
        """Return the actions of the person's own plan and of conversations they held, first due first.

        What was planned in a conversation that was called off binds nobody.

        Args:
            person: one of the two who agreed them.
            opened: leave out those of which it is said already what came of them.
        """
        only = " AND action.carried_out IS NULL" if opened else ""  # on each side, for each has an index
        return self._store.all(
            _action,
            f"SELECT action.* FROM {_WHOLE} AS action"
            " LEFT JOIN turns ON turns.id = action.conversation"
            f" WHERE (action.employee = ?1{only} OR action.manager = ?1{only})"
            " AND turns.state IS NOT 'cancelled' ORDER BY due IS NULL, due, action.id",
            person.id,
        )

    def add(self, action: Action) -> Action:
        """Store a new action and return it with its number."""
        return replace(action, id=self._store.insert("action", row_of(action)), version=1)

    def change(self, action: Action) -> Action:
        """Store a changed or evaluated action.

        How many times it was agreed anew stays as it is given.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("action", action.id, action.version, row_of(action), self.get)
        return replace(action, version=version)

    def remove(self, action: Action) -> None:
        """Delete an action.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("action", action.id, action.version, self.get)


def _action(row: Row) -> Action:
    outcome = _outcome(row) if row["carried_out"] else None
    return Action(
        employee=row["employee"],
        conversation=row["conversation"],
        what=row["what"],
        responsible=Responsible(row["responsible"]),
        other=row["other"],
        due=_day(row["due"]),
        question=row["question"],
        goal=row["goal"],
        outcome=outcome,
        manager=row["manager"],
        agreed=date.fromisoformat(row["agreed"]),
        agreed_at=datetime.fromisoformat(row["agreed_at"]) if row["agreed_at"] else None,
        report=_report(row),
        account="" if outcome else row["achieved"],
        withdrawal=None if outcome else _withdrawal(row),
        decided=row["decided"],
        changes=row["changes"],
        agreed_with=row["agreed_with"],
        uid=row["uid"],
        signed=bool(row["signed"]),
        id=row["id"],
        version=row["version"],
    )


def _outcome(row: Row) -> Outcome:
    return Outcome(
        carried_out=Extent(row["carried_out"]),
        on=date.fromisoformat(row["evaluated_on"]),
        achieved=row["achieved"],
        goal_reached=Extent(row["goal_reached"]) if row["goal_reached"] else None,
        reason=row["reason"],
        conversation=row["evaluated_in"],
        done=_day(row["done"]),
        cancelled=bool(row["cancelled"]),
        cause=Cause(row["cause"]) if row["cause"] else None,
    )


def _report(row: Row) -> Report | None:
    return Report(date.fromisoformat(row["reported"]), row["reported_by"]) if row["reported"] else None


def _withdrawal(row: Row) -> Withdrawal | None:
    """Return the proposal to drop it; its reason stands where an outcome's does."""
    if not row["withdrawal"]:
        return None
    return Withdrawal(date.fromisoformat(row["withdrawal"]), row["withdrawal_by"], row["reason"])


def row_of(action: Action) -> dict[str, object]:
    """Return the columns of an action, but for its number and version."""
    outcome, report, withdrawal = action.outcome, action.report, action.withdrawal
    return {
        "employee": action.employee,
        "conversation": action.conversation,
        "manager": action.manager,
        "agreed": _iso(action.agreed) or "",
        "agreed_at": action.agreed_at.isoformat(timespec="seconds") if action.agreed_at else None,
        "what": action.what,
        "responsible": action.responsible.value,
        "other": action.other,
        "due": _iso(action.due),
        "question": action.question,
        "goal": action.goal,
        "reported": _iso(report.on) if report else None,
        "reported_by": report.by if report else None,
        "withdrawal": _iso(withdrawal.on) if withdrawal else None,
        "withdrawal_by": withdrawal.by if withdrawal else None,
        "decided": action.decided,
        "agreed_with": action.agreed_with,
        "uid": action.uid,
        "signed": int(action.signed),
        "achieved": action.account,
        "reason": withdrawal.reason if withdrawal else "",
        **(_outcome_row(outcome) if outcome else _NO_OUTCOME),
    }


def _outcome_row(outcome: Outcome) -> dict[str, object]:
    return {
        "carried_out": outcome.carried_out.value,
        "achieved": outcome.achieved,
        "goal_reached": outcome.goal_reached.value if outcome.goal_reached else None,
        "reason": outcome.reason,
        "evaluated_on": _iso(outcome.on),
        "evaluated_in": outcome.conversation,
        "done": _iso(outcome.done),
        "cancelled": int(outcome.cancelled),
        "cause": outcome.cause.value if outcome.cause else None,
    }


_NO_OUTCOME: dict[str, object] = {
    "carried_out": None,
    "goal_reached": None,
    "evaluated_on": None,
    "evaluated_in": None,
    "done": None,
    "cancelled": 0,
    "cause": None,
}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
