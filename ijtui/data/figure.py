"""Which employees have a plan from a year's conversations: counts, no names and no text (D-S4)."""

from __future__ import annotations

from ijtui.data.store import Row, Store
from ijtui.domain.figure import Plans

_PLANS = """
WITH talk AS (
    SELECT id, employee, state = 'held' AND (
        EXISTS (SELECT 1 FROM goal WHERE goal.conversation = conversation.id)
        OR EXISTS (SELECT 1 FROM action WHERE action.conversation = conversation.id)
    ) AS agreed, (
        SELECT id FROM signed_plan WHERE signed_plan.conversation = conversation.id
        ORDER BY number DESC LIMIT 1
    ) AS plan, employee AS one, manager AS other
    FROM conversation
    WHERE state <> 'cancelled' AND substr(coalesce(starts, began), 1, 4) = ?2 AND {whose}
), told AS (
    SELECT employee, agreed,
        EXISTS (SELECT 1 FROM signature WHERE plan = talk.plan AND person = one AND answer = 'signed')
        AND EXISTS (SELECT 1 FROM signature WHERE plan = talk.plan AND person = other AND answer = 'signed')
        AS signed
    FROM talk
), each AS (
    SELECT max(coalesce(agreed, 0)) AS agreed, max(coalesce(signed, 0)) AS signed
    FROM ({employees}) AS counted LEFT JOIN told ON told.employee = counted.id GROUP BY counted.id
)
SELECT count(*) AS employees, coalesce(sum(agreed OR signed), 0) AS agreed, coalesce(sum(signed), 0) AS signed
FROM each
"""

_LED = (
    "SELECT id FROM person WHERE manager = ?1 OR manager IS NULL AND id IN"
    " (SELECT employee FROM conversation WHERE manager = ?1 AND state <> 'cancelled')"
)
_ONESELF = (
    "SELECT id FROM person WHERE id = ?1 AND"
    " (manager IS NOT NULL OR id IN (SELECT employee FROM conversation WHERE state <> 'cancelled'))"
)


class FigureRows:
    """The counts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plans_led_by(self, manager: int, year: int) -> Plans:
        """Return how many of a manager's employees have a plan from that year's conversations with them.

        Those whose nearest manager it is; where none is written down, those the manager holds them with.
        """
        return self._plans(_PLANS.format(whose="manager = ?1", employees=_LED), manager, year)

    def plan_of(self, employee: int, year: int) -> Plans:
        """Return the same of one employee, whoever held the conversations."""
        return self._plans(_PLANS.format(whose="employee = ?1", employees=_ONESELF), employee, year)

    def _plans(self, sql: str, person: int, year: int) -> Plans:
        return self._store.all(_plans, sql, person, f"{year:04}")[0]


def _plans(row: Row) -> Plans:
    return Plans(**row)
