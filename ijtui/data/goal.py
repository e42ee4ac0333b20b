"""Goals as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.goal import Goal, GoalKind, Responsible, Result
from ijtui.errors import NotFound
from ijtui.words import N_

NO_GOAL = N_("There is no goal with number {number}.")


class Goals:
    """The goals of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, goal_id: int) -> Goal:
        """Return that goal.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_goal, "goal", goal_id)
        if found is None:
            raise NotFound(NO_GOAL, number=goal_id)
        return found

    def of_conversation(self, conversation: int) -> tuple[Goal, ...]:
        """Return the goals agreed there: development goals first, then in the order they were made."""
        return self._store.all(
            _goal, "SELECT * FROM goal WHERE conversation = ? ORDER BY kind, id", conversation
        )

    def add(self, goal: Goal) -> Goal:
        """Store a new goal and return it with its number."""
        return replace(goal, id=self._store.insert("goal", _row(goal)), version=1)

    def change(self, goal: Goal) -> Goal:
        """Store a changed goal.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("goal", goal.id, goal.version, _row(goal), self.get)
        return replace(goal, version=version)

    def remove(self, goal: Goal) -> None:
        """Delete a goal; actions that served it stay.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("goal", goal.id, goal.version, self.get)


def _goal(row: Row) -> Goal:
    return Goal(
        **{
            **row,
            "kind": GoalKind(row["kind"]),
            "due": date.fromisoformat(row["due"]) if row["due"] else None,
            "owner": Responsible(row["owner"]) if row["owner"] else None,
            "made": date.fromisoformat(row["made"]) if row["made"] else None,
            "ended": date.fromisoformat(row["ended"]) if row["ended"] else None,
            "result": Result(row["result"]) if row["result"] else None,
        }
    )


def _row(goal: Goal) -> dict[str, object]:
    return {
        "person": goal.person,
        "conversation": goal.conversation,
        "kind": goal.kind.value,
        "title": goal.title,
        "measure": goal.measure,
        "achievable": goal.achievable,
        "serves": goal.serves,
        "due": goal.due.isoformat() if goal.due else None,
        "support": goal.support,
        "owner": goal.owner.value if goal.owner else None,
        "period": goal.period,
        "progress": goal.progress,
        "milestone": goal.milestone,
        "made": goal.made.isoformat() if goal.made else None,
        "author": goal.author,
        "ended": goal.ended.isoformat() if goal.ended else None,
        "result": goal.result.value if goal.result else None,
        "assessment": goal.assessment,
        "competence": goal.competence,
    }
