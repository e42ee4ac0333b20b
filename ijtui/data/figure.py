"""What is counted, cell by cell: counts, no names and no text (D-S4).

Everything is counted where it was: a point where its employee worked on its last day, a plan where they
work on the last day of the year (`data.schema.figure`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ijtui.data.store import Row, Store
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
SELECT substr(due, 1, 4) AS year, unit, name, manager, {_STATE} AS state, cause,
    count(*) AS number, sum(changed AND binds) AS changed
FROM counted_point WHERE due BETWEEN ?1 AND ?2 {{only}} GROUP BY 1, 2, 3, 4, 5, 6
"""
_PLANS = """
SELECT year, unit, name, manager, count(*) AS agreed, sum(signed) AS signed
FROM counted_plan WHERE year BETWEEN ?1 AND ?2 {only} GROUP BY 1, 2, 3, 4
"""
_POSTS = """
SELECT person, unit, '' AS name, manager, since <= ?2 AND (until IS NULL OR until >= ?2) AND NOT EXISTS (
        SELECT 1 FROM post AS later WHERE later.person = post.person AND later.since <= ?2
        AND (later.since, later.id) > (post.since, post.id)
    ) AS employed
FROM post WHERE since <= ?2 AND (until IS NULL OR until >= ?1) AND (?3 IS NULL OR manager = ?3)
UNION ALL
SELECT * FROM (
    SELECT id, NULL, person.unit, coalesce(manager, (
        SELECT manager FROM turns WHERE employee = person.id AND state <> 'cancelled' ORDER BY id DESC LIMIT 1
    )) AS manager, until IS NULL OR until >= ?2
    FROM person WHERE NOT EXISTS (SELECT 1 FROM post WHERE post.person = person.id)
    AND (until IS NULL OR until >= ?1)
) WHERE manager IS NOT NULL AND (?3 IS NULL OR manager = ?3)
"""
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is counted.

    Attributes:
        unit: id of the unit, or None for those who have no post.
        name: what the unit is called that those have, or "".
        manager: id of the nearest manager, or 0 for nobody.
    """

    year: int
    unit: int | None
    name: str
    manager: int


class FigureRows:
    """The counts of one file, as far as the one who asks may have them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def points(
        self, first: int, last: int, today: date, manager: int | None = None
    ) -> Mapping[Place, tuple[Points, Causes]]:
        """Return how the points of these years stand, place by place.

        Args:
            first: year.
            last: year, included.
            today: an open point whose last day is before it is overdue.
            manager: id of the one whose people alone are counted, or None for everybody's.
        """
        days = f"{first:04}-01-01", f"{last:04}-12-31", today.isoformat()
        found: dict[object, list[Row]] = defaultdict(list)
        for row in self._rows(_POINTS, manager, *days):
            found[row["year"], row["unit"], row["name"], row["manager"]].append(row)
        with self._store.understood():
            return {_place(rows[0]): (_points(rows), _causes(rows)) for rows in found.values()}

    def plans(self, first: int, last: int, manager: int | None = None) -> Mapping[Place, Plans]:
        """Return how many have an agreed and a signed plan in these years; `employees` is 0."""
        rows = self._rows(_PLANS, manager, f"{first:04}", f"{last:04}")
        with self._store.understood():
            return {_place(row): Plans(0, row["agreed"], row["signed"]) for row in rows}

    def crews(self, year: int, manager: int | None = None) -> Mapping[Place, Crew]:
        """Return who works where in a year, which everybody may know; one manager's people or all."""
        present: dict[tuple[int | None, str, int], set[int]] = defaultdict(set)
        employed: dict[tuple[int | None, str, int], set[int]] = defaultdict(set)
        for row in self._store.rows(_POSTS, f"{year:04}-01-01", f"{year:04}-12-31", manager):
            place = row["unit"], row["name"], row["manager"] or 0
            present[place].add(row["person"])
            if row["employed"]:
                employed[place].add(row["person"])
        return {
            Place(year, *place): Crew(frozenset(those), frozenset(employed[place]))
            for place, those in present.items()
        }

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

    def _rows(self, sql: str, manager: int | None, *values: object) -> Sequence[Row]:
        if manager is None:
            return self._store.rows(sql.format(only=""), *values)
        return self._store.rows(sql.format(only=f"AND manager = ?{len(values) + 1}"), *values, manager)


def _place(row: Row) -> Place:
    return Place(int(row["year"]), row["unit"], row["name"], row["manager"] or 0)


def _points(rows: Iterable[Row]) -> Points:
    found: Counter[str] = Counter()
    for row in rows:
        found[row["state"]] += row["number"]
        found["changed"] += row["changed"]
    return Points(**found)


def _causes(rows: Iterable[Row]) -> Causes:
    found: Counter[str] = Counter()
    for row in rows:
        if row["state"] in ("partly", "not_done"):
            found[row["cause"] or "untold"] += row["number"]
    return Causes(**found)
