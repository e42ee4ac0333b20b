"""What is counted, cell by cell: counts, no names and no text (D-S4).

Everything is counted where it was: a point where its employee worked on its last day, a plan where they
work on the last day of the year (`data.schema.figure`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from ijtui.data.errors import told_plainly
from ijtui.data.store import Store
from ijtui.domain.figure import Plans, Points
from ijtui.domain.tally import Causes
from ijtui.domain.tally_tree import Crew

_STATE = """
CASE WHEN NOT binds THEN 'uncounted'
    WHEN carried_out IS NULL THEN CASE
        WHEN withdrawn OR reported THEN 'unanswered'
        WHEN due < ?3 THEN 'overdue' ELSE 'going_on' END
    WHEN cancelled THEN 'dropped'
    WHEN carried_out = 'yes' THEN iif(late, 'late', 'in_time')
    WHEN carried_out = 'partly' THEN 'partly' ELSE 'not_done' END
"""
"""`domain.action.Action.state`, as the database says it: in which count of `Points` a point is."""

_POINTS = f"""
SELECT coalesce(unit, name), manager, {_STATE}, cause, count(*), sum(binds AND changed)
FROM counted_point WHERE due BETWEEN ?1 AND ?2 AND (?4 IS NULL OR manager = ?4) GROUP BY 1, 2, 3, 4
"""
_PLANS = """
SELECT coalesce(unit, name), manager, count(*), sum(signed)
FROM counted_plan WHERE year = ?1 AND (?2 IS NULL OR manager = ?2) GROUP BY 1, 2
"""
_POSTS = """
SELECT unit, manager, person, since <= ?2 AND (until IS NULL OR until >= ?2) AND NOT EXISTS (
        SELECT 1 FROM post AS later WHERE later.person = post.person AND later.since <= ?2
        AND (later.since, later.id) > (post.since, post.id)
    )
FROM post WHERE since <= ?2 AND (until IS NULL OR until >= ?1) AND (?3 IS NULL OR manager = ?3)
UNION ALL
SELECT * FROM (
    SELECT person.unit, coalesce(manager, (
        SELECT manager FROM turns WHERE employee = person.id AND state <> 'cancelled' ORDER BY id DESC LIMIT 1
    )) AS manager, id, until IS NULL OR until >= ?2
    FROM person WHERE NOT EXISTS (SELECT 1 FROM post WHERE post.person = person.id)
    AND (until IS NULL OR until >= ?1)
) WHERE manager IS NOT NULL AND (?3 IS NULL OR manager = ?3)
"""
_SHORT = frozenset({"partly", "not_done"})
_STATES = {field.name: place for place, field in enumerate(fields(Points))}
_CAUSES = {field.name: place for place, field in enumerate(fields(Causes))}
_CHANGED = _STATES["changed"]
_UNDATED = """
SELECT count(*) AS number FROM action LEFT JOIN turns ON turns.id = action.conversation
WHERE action.manager = ?1 AND due IS NULL AND turns.state IS NOT 'cancelled'
"""

_OWN_PLAN = """
WITH talk AS (
    SELECT id, state = 'held' AND (
        EXISTS (SELECT 1 FROM goal WHERE goal.conversation = conversation.id)
        OR EXISTS (SELECT 1 FROM action WHERE action.conversation = conversation.id)
    ) AS agreed, (
        SELECT id FROM signed_plan WHERE signed_plan.conversation = conversation.id
        ORDER BY number DESC LIMIT 1
    ) AS plan, employee, manager
    FROM conversation
    WHERE state <> 'cancelled' AND substr(coalesce(starts, began), 1, 4) = ?2 AND employee = ?1
), told AS (
    SELECT agreed,
        EXISTS (SELECT 1 FROM signature WHERE plan = talk.plan AND person = employee AND answer = 'signed')
        AND EXISTS (SELECT 1 FROM signature WHERE plan = talk.plan AND person = manager AND answer = 'signed')
        AS signed
    FROM talk
)
SELECT (SELECT count(*) FROM person WHERE id = ?1 AND (manager IS NOT NULL
        OR EXISTS (SELECT 1 FROM conversation WHERE employee = ?1 AND state <> 'cancelled'))) AS employees,
    coalesce(max(agreed OR signed), 0) AS agreed, coalesce(max(signed), 0) AS signed
FROM told
"""


Place = tuple[int | str, int]
"""Id of the unit, or what it is called for those who have no post; and id of the nearest manager, or 0."""


class FigureRows:
    """The counts of one file, as far as the one who asks may have them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def points(
        self, year: int, today: date, manager: int | None = None
    ) -> Mapping[Place, tuple[Points, Causes]]:
        """Return how the points of a year stand, place by place.

        Args:
            year: which.
            today: an open point whose last day is before it is overdue.
            manager: id of the one whose people alone are counted, or None for everybody's.
        """
        days = f"{year:04}-01-01", f"{year:04}-12-31", today.isoformat()
        points: dict[Place, list[int]] = {}
        causes: dict[Place, list[int]] = {}
        with self._store.understood():
            for unit, leader, state, cause, number, changed in self._rows(_POINTS, *days, manager):
                place = unit, leader or 0
                if place not in points:
                    points[place], causes[place] = [0] * len(_STATES), [0] * len(_CAUSES)
                points[place][_STATES[state]] += number
                points[place][_CHANGED] += changed
                if state in _SHORT:
                    causes[place][_CAUSES[cause or "untold"]] += number
        return {place: (Points(*found), Causes(*causes[place])) for place, found in points.items()}

    def plans(self, year: int, manager: int | None = None) -> Mapping[Place, Plans]:
        """Return how many have an agreed and a signed plan in a year; `employees` is 0."""
        rows = self._rows(_PLANS, f"{year:04}", manager)
        return {(unit, leader or 0): Plans(0, agreed, signed) for unit, leader, agreed, signed in rows}

    def crews(self, year: int, manager: int | None = None) -> Mapping[Place, Crew]:
        """Return who works where in a year, which everybody may know; one manager's people or all."""
        present: dict[Place, list[int]] = defaultdict(list)
        employed: dict[Place, list[int]] = defaultdict(list)
        for unit, leader, person, stays in self._rows(
            _POSTS, f"{year:04}-01-01", f"{year:04}-12-31", manager
        ):
            place = unit, leader or 0
            present[place].append(person)
            if stays:
                employed[place].append(person)
        return {place: Crew(frozenset(some), frozenset(employed[place])) for place, some in present.items()}

    def stamp(self) -> tuple[int, int] | None:
        """Return something that is another once anybody has written; None inside `writing`."""
        db = self._store.db
        return None if db.in_transaction else (self._store.changes(), db.total_changes)

    def undated_with(self, manager: int) -> int:
        """Return how many points agreed with a manager have no last day."""
        return int(self._store.rows(_UNDATED, manager)[0]["number"])

    def plan_of(self, employee: int, year: int) -> Plans:
        """Return whether one employee has a plan from that year, whoever held the conversation."""
        return Plans(**self._store.rows(_OWN_PLAN, employee, f"{year:04}")[0])

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return every row as it comes: there are thousands, and each is looked at once."""
        with told_plainly(self._store.path):
            return self._store.db.execute(sql, values).fetchall()
