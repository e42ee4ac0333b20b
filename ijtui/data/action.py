"""Agreed actions as rows: one row a promise, from the day it is made to the day it is evaluated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.words import N_

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
        found = self._store.find(_action, "action", action_id)
        if found is None:
            raise NotFound(NO_ACTION, number=action_id)
        return found

    def of_conversation(self, conversation: int) -> tuple[Action, ...]:
        """Return the actions agreed there in the order they were made."""
        return self._store.all(
            _action, "SELECT * FROM action WHERE conversation = ? ORDER BY id", conversation
        )

    def of_employee(self, employee: int) -> tuple[Action, ...]:
        """Return every action of that person's plans in the order they were made."""
        return self._store.all(_action, "SELECT * FROM action WHERE employee = ? ORDER BY id", employee)

    def visible_to(self, person: Person) -> tuple[Action, ...]:
        """Return the actions of the person's own plan and of conversations they held, first due first.

        What was planned in a conversation that was called off binds nobody.
        """
        return self._store.all(
            _action,
            "SELECT action.* FROM action LEFT JOIN conversation ON conversation.id = action.conversation"
            " WHERE ? IN (action.employee, action.manager) AND conversation.state IS NOT 'cancelled'"
            " ORDER BY due IS NULL, due, action.id",
            person.id,
        )

    def add(self, action: Action) -> Action:
        """Store a new action and return it with its number."""
        return replace(action, id=self._store.insert("action", _row(action)), version=1)

    def change(self, action: Action) -> Action:
        """Store a changed or evaluated action.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("action", action.id, action.version, _row(action), self.get)
        return replace(action, version=version)

    def remove(self, action: Action) -> None:
        """Delete an action.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("action", action.id, action.version, self.get)


def _action(row: Row) -> Action:
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
        manager=row["manager"],
        agreed=date.fromisoformat(row["agreed"]),
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
    )


def _row(action: Action) -> dict[str, object]:
    outcome = action.outcome
    return {
        "employee": action.employee,
        "conversation": action.conversation,
        "manager": action.manager,
        "agreed": action.agreed.isoformat() if action.agreed else "",
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
