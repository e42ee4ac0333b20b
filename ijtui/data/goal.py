"""Goals as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.goal import Goal, GoalKind, Responsible, Result
from ijtui.errors import NotFound
from ijtui.words import N_

NO_GOAL = N_("There is no goal with number {number}.")

_GOALS = (
    "SELECT goal.*, milestone.title AS milestone_title"
    " FROM goal LEFT JOIN milestone ON milestone.id = goal.milestone"
)

_VISIBLE = f"""
    {_GOALS} JOIN person ON person.id = goal.person
    LEFT JOIN turns AS here ON here.id = goal.conversation
    WHERE here.state IS NOT 'cancelled' AND goal.person = coalesce(?2, goal.person) AND (
        goal.author = ?1 OR goal.person IN (
            SELECT ?1 UNION SELECT id FROM person WHERE manager = ?1
            UNION SELECT employee FROM turns WHERE manager = ?1
            UNION SELECT employee FROM handover WHERE successor = ?1 AND holds
        )
    ) AND (
        ?1 IN (goal.person, person.manager, iif(here.id IS NULL, goal.author, here.manager))
        OR EXISTS (SELECT 1 FROM handover WHERE employee = goal.person AND successor = ?1 AND holds)
        OR EXISTS (
            SELECT 1 FROM turns AS later
            WHERE later.employee = goal.person AND later.manager = ?1 AND later.state <> 'cancelled' AND (
                later.began IS NULL, coalesce(later.began, later.starts, '9999'),
                coalesce(later.starts, '9999'), later.id
            ) > (
                here.id IS NOT NULL AND here.began IS NULL,
                coalesce(here.began, here.starts, iif(here.id IS NULL, goal.made, NULL), '9999'),
                coalesce(here.starts, iif(here.id IS NULL, goal.made, NULL), '9999'), coalesce(here.id, 0)
            )
        )
    )
    ORDER BY goal.person, goal.result IS NOT NULL, goal.kind, goal.id
"""
"""`domain.access.may_touch_goal` and `domain.order.Turn`, for the database; ?1 asks, of ?2 or of all.

Whose goals these can be is asked first, by an index, so that a large file is as quick as a small one.
"""

_POINTING = ("check_in", "action", "shortfall", "entry", "recognition", "training")
"""The tables with rows that may be about a goal."""


class Goals:
    """The goals of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, goal_id: int) -> Goal:
        """Return that goal.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_goal, f"({_GOALS})", goal_id)
        if found is None:
            raise NotFound(NO_GOAL, number=goal_id)
        return found

    def of_conversation(self, conversation: int) -> tuple[Goal, ...]:
        """Return the goals agreed there: development goals first, then in the order they were made."""
        wanted = f"{_GOALS} WHERE goal.conversation = ? ORDER BY goal.kind, goal.id"
        return self._store.all(_goal, wanted, conversation)

    def visible_to(self, asker: int, person: int | None = None) -> tuple[Goal, ...]:
        """Return the goals that the asker may read, of one person or of all.

        Those that go on come first, then development goals, then in the order they were made. What was
        planned in a conversation that was called off binds nobody.
        """
        return self._store.all(_goal, _VISIBLE, asker, person)

    def is_in_use(self, goal: int) -> bool:
        """Whether anything is about it, whoever may read that."""
        asked = " OR ".join(f"EXISTS (SELECT 1 FROM main.{table} WHERE goal = ?1)" for table in _POINTING)
        return bool(self._store.rows(f"SELECT {asked} AS used", goal)[0]["used"])

    def add(self, goal: Goal) -> Goal:
        """Store a new goal and return it with its number."""
        return replace(goal, id=self._store.insert("goal", row_of(goal)), version=1)

    def change(self, goal: Goal) -> Goal:
        """Store a changed goal.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("goal", goal.id, goal.version, row_of(goal), self.get)
        return replace(goal, version=version)

    def set_progress(self, goal: int, progress: int) -> None:
        """Let the goal be as far as its newest check-in says; its words, and so its version, stay."""
        self._store.db.execute("UPDATE main.goal SET progress = ? WHERE id = ?", [progress, goal])

    def remove(self, goal: Goal) -> None:
        """Delete a goal; actions that served it stay.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("goal", goal.id, goal.version, self.get)


def _goal(row: Row) -> Goal:
    stored = dict(row)
    milestone = stored.pop("milestone_title")
    return Goal(
        **{
            **stored,
            "serves": row["serves"] if milestone is None else milestone,
            "kind": GoalKind(row["kind"]),
            "due": date.fromisoformat(row["due"]) if row["due"] else None,
            "owner": Responsible(row["owner"]) if row["owner"] else None,
            "made": date.fromisoformat(row["made"]) if row["made"] else None,
            "ended": date.fromisoformat(row["ended"]) if row["ended"] else None,
            "result": Result(row["result"]) if row["result"] else None,
        }
    )


def row_of(goal: Goal) -> dict[str, object]:
    """Return the columns of a goal, but for its number and version."""
    return {
        "person": goal.person,
        "conversation": goal.conversation,
        "kind": goal.kind.value,
        "title": goal.title,
        "measure": goal.measure,
        "achievable": goal.achievable,
        "serves": "" if goal.milestone else goal.serves,
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
        "uid": goal.uid,
    }
