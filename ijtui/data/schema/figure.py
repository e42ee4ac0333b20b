"""The step for the key figure: what is signed, what stood in the way, targets, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TALK_OF = (
    "(SELECT held.manager FROM main.conversation AS held WHERE held.employee = {who} AND"
    " held.state <> 'cancelled' ORDER BY held.id DESC LIMIT 1)"
)
MANAGER_OF = f"coalesce(who.manager, {_TALK_OF.format(who='who.id')})"
"""Who leads somebody that has no post: the one written down, or who held the latest conversation."""


def _post(person: str, day: str) -> str:
    """Return which post somebody has on a day; where none had begun by then, the first one of that year."""
    last_day = f"substr({day}, 1, 4) || '-12-31'"
    of_person = f"SELECT held.id FROM main.post AS held WHERE held.person = {person} AND held.since"
    return (
        f"coalesce(({of_person} <= {day} ORDER BY held.since DESC, held.id DESC LIMIT 1),"
        f" ({of_person} <= {last_day} ORDER BY held.since, held.id LIMIT 1))"
    )


def _of_person(what: str, person: str) -> str:
    """Return what a person says who has no post; whoever has one is not even looked up."""
    return f"(SELECT {what} FROM main.person AS who WHERE who.id = {person})"


def _is_there(person: str, day: str) -> str:
    """Return whether somebody works anywhere on a day."""
    without = (
        f"{MANAGER_OF} IS NOT NULL AND (who.until IS NULL OR who.until >= {day})"
        " AND NOT EXISTS (SELECT 1 FROM main.post AS any WHERE any.person = who.id)"
    )
    return (
        f"iif(post.id IS NULL, {_of_person(without, person)},"
        f" post.until IS NULL OR post.until >= {day} OR post.since > {day})"
    )


def _where_one_works(person: str) -> str:
    """Return the columns that say in which unit and under whom."""
    return (
        f"post.unit, iif(post.id IS NULL, {_of_person('who.unit', person)}, '') AS name,"
        f" iif(post.id IS NULL, {_of_person(MANAGER_OF, person)}, post.manager) AS manager"
    )


COUNTED_POINT = f"""
    SELECT {_where_one_works("deed.employee")}, deed.due,
        deed.signed AND (deed.responsible <> 'other' OR deed.other <> '') AS binds,
        deed.carried_out, deed.done > deed.due AS late, deed.cancelled, deed.cause,
        deed.reported IS NOT NULL AS reported, deed.withdrawal IS NOT NULL AS withdrawn,
        EXISTS (SELECT 1 FROM main.wording WHERE thing = 'action' AND number = deed.id) AS changed
    FROM main.action AS deed
    LEFT JOIN main.conversation AS talk ON talk.id = deed.conversation
    LEFT JOIN main.post ON post.id = {_post("deed.employee", "deed.due")}
    WHERE talk.state IS NOT 'cancelled' AND deed.due IS NOT NULL AND {_is_there("deed.employee", "deed.due")}
"""
"""Every agreed point with a last day: where its employee works on that day, and how it stands; not whose."""

_YEAR = "substr(coalesce(starts, began), 1, 4)"
_TALKS = f"""
    SELECT employee, {_YEAR} AS year, CASE WHEN 2 = (
        SELECT count(DISTINCT person) FROM main.signature WHERE answer = 'signed'
        AND person IN (talk.employee, talk.manager) AND plan = (
            SELECT id FROM main.signed_plan AS newest WHERE newest.conversation = talk.id
            ORDER BY number DESC LIMIT 1
        )
    ) THEN 2 ELSE state = 'held' AND (
        EXISTS (SELECT 1 FROM main.goal WHERE goal.conversation = talk.id)
        OR EXISTS (SELECT 1 FROM main.action WHERE action.conversation = talk.id)
    ) END AS stage
    FROM main.conversation AS talk WHERE state <> 'cancelled'
"""
"""Conversations and how far their plans are: 2 signed by both, 1 agreed; asked once for both."""

COUNTED_PLAN = f"""
    WITH {{wall}}_plan AS (
        SELECT employee, year, year || '-12-31' AS last_day, max(stage) AS stage
        FROM ({_TALKS}) GROUP BY year, employee
    )
    SELECT plan.year, {_where_one_works("plan.employee")}, plan.stage > 0 AS agreed, plan.stage = 2 AS signed
    FROM {{wall}}_plan AS plan
    LEFT JOIN main.post ON post.id = {_post("plan.employee", "plan.last_day")}
    WHERE iif(plan.stage, {_is_there("plan.employee", "plan.last_day")}, 0)
"""
"""Every employee and year with an agreed plan: where they work on its last day, and whether it is signed.

As one condition: were the stage one of its own, SQLite would work it out twice.
"""


def figure(db: Database) -> None:
    """Say of a point whether both have signed it and what stood in its way; keep the targets of the years."""
    db.executescript(
        f"""
        ALTER TABLE action ADD COLUMN signed INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1));
        ALTER TABLE action ADD COLUMN cause TEXT
            CHECK (cause IN ('unclear', 'resources', 'obstacles', 'other'));
        UPDATE action SET signed = 1 WHERE id IN (
            SELECT json_extract(stands.value, '$.id') FROM signed_plan AS kept
            JOIN json_each('["$.actions", "$.earlier"]') AS part
            JOIN json_each(kept.body, part.value) AS stands
            WHERE 2 = (
                SELECT count(DISTINCT person) FROM signature WHERE plan = kept.id AND answer = 'signed'
            )
        );
        CREATE INDEX action_due ON action(due);
        CREATE INDEX conversation_year ON conversation({_YEAR}, employee, state, id);
        CREATE TABLE target (
            year INTEGER NOT NULL,
            measure TEXT NOT NULL CHECK (measure IN ('points', 'plans')),
            percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
            PRIMARY KEY (year, measure)
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW counted_point AS {COUNTED_POINT.replace("main.", "")};
        CREATE VIEW counted_plan AS {COUNTED_PLAN.replace("main.", "").format(wall="counted")};
        """
    )
