"""Agreed actions as rows: one row a promise, from the day it is made to the day it is evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ijtui.data.store import Store
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.words import N_


class Actions:
    """The actions of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, action_id: int) -> Action:
        """Return that action.

        Raises:
            NotFound: none has that number.
        """
        rows = self._store.rows("SELECT * FROM action WHERE id = ?", action_id)
        if not rows:
            raise NotFound(N_("There is no action with number {number}."), number=action_id)
        return _action(rows[0])

    def of_conversation(self, conversation: int) -> tuple[Action, ...]:
        """Return the actions agreed there in the order they were made."""
        rows = self._store.rows("SELECT * FROM action WHERE conversation = ? ORDER BY id", conversation)
        return tuple(_action(row) for row in rows)

    def to_follow_up(self, employee: int, conversation: int) -> tuple[Action, ...]:
        """Return the employee's actions from earlier conversations to go through in this one (D-M3).

        That is every one agreed before it that no other conversation has evaluated, the
        ones evaluated in this one included, the first due first.
        """
        rows = self._store.rows(
            "SELECT * FROM action WHERE employee = ? AND conversation < ?"
            " AND (evaluated_in IS NULL OR evaluated_in = ?) ORDER BY due IS NULL, due, id",
            employee,
            conversation,
            conversation,
        )
        return tuple(_action(row) for row in rows)

    def visible_to(self, person: Person) -> tuple[Action, ...]:
        """Return every action of the person's own plan and of conversations they held, first due first."""
        rows = self._store.rows(
            "SELECT action.* FROM action JOIN conversation ON conversation.id = action.conversation"
            " WHERE ? IN (action.employee, conversation.manager) ORDER BY due IS NULL, due, action.id",
            person.id,
        )
        return tuple(_action(row) for row in rows)

    def add(self, action: Action) -> Action:
        """Store a new action and return it with its number."""
        return replace(action, id=self._store.insert("action", _row(action)), version=1)

    def change(self, action: Action) -> Action:
        """Store a changed or evaluated action.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("action", action.id, action.version, _row(action))
        return replace(action, version=version)

    def remove(self, action: Action) -> None:
        """Delete an action."""
        self._store.db.execute("DELETE FROM action WHERE id = ?", [action.id])


def _action(row: Mapping[str, Any]) -> Action:
    return Action(
        employee=row["employee"],
        conversation=row["conversation"],
        what=row["what"],
        responsible=Responsible(row["responsible"]),
        other=row["other"],
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        question=row["question"],
        goal=row["goal"],
        outcome=_outcome(row) if row["carried_out"] else None,
        id=row["id"],
        version=row["version"],
    )


def _outcome(row: Mapping[str, Any]) -> Outcome:
    return Outcome(
        carried_out=Extent(row["carried_out"]),
        on=date.fromisoformat(row["evaluated_on"]),
        achieved=row["achieved"],
        goal_reached=Extent(row["goal_reached"]) if row["goal_reached"] else None,
        reason=row["reason"],
        conversation=row["evaluated_in"],
    )


def _row(action: Action) -> dict[str, object]:
    outcome = action.outcome
    return {
        "employee": action.employee,
        "conversation": action.conversation,
        "what": action.what,
        "responsible": action.responsible.value,
        "other": action.other,
        "due": action.due.isoformat() if action.due else None,
        "question": action.question,
        "goal": action.goal,
        "carried_out": outcome.carried_out.value if outcome else None,
        "achieved": outcome.achieved if outcome else "",
        "goal_reached": outcome.goal_reached.value if outcome and outcome.goal_reached else None,
        "reason": outcome.reason if outcome else "",
        "evaluated_on": outcome.on.isoformat() if outcome else None,
        "evaluated_in": outcome.conversation if outcome else None,
    }
