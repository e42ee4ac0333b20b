"""The figure of 5 000 people and ten years, against the same numbers by SQL written for it alone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from statistics import median

from benchmarks.municipality import municipality
from benchmarks.report import in_turns, line, ratio, show
from ijtui.domain.person import Person
from ijtui.domain.tally import Tally
from ijtui.services.desk import Desk, open_desk
from ijtui.services.figure import FigureService

ROUNDS = 15

_ABOVE = """
, above(unit, top) AS (
    SELECT id, id FROM unit UNION ALL
    SELECT above.unit, unit.parent FROM above JOIN unit ON unit.id = above.top WHERE unit.parent IS NOT NULL
)
SELECT 'led', unit, manager, {kinds} {sums} FROM cell GROUP BY 2, 3 {by}
UNION ALL SELECT 'unit', top, NULL, {kinds} {sums} FROM cell JOIN above USING (unit) GROUP BY 2 {by}
"""
"""What is counted of each manager's people, and of everybody in each unit with all that is part of it."""

_POINTS = """
WITH RECURSIVE cell AS MATERIALIZED (
SELECT post.unit, post.manager, CASE
        WHEN carried_out IS NULL THEN
            CASE WHEN reported IS NOT NULL OR withdrawal IS NOT NULL THEN 'unanswered'
            WHEN due < :today THEN 'overdue' ELSE 'going_on' END
        WHEN cancelled THEN 'dropped'
        WHEN carried_out = 'yes' THEN CASE WHEN done > due THEN 'late' ELSE 'in_time' END
        WHEN carried_out = 'partly' THEN 'partly' ELSE 'not_done' END AS state, cause, count(*) AS number,
    sum(EXISTS (SELECT 1 FROM wording WHERE thing = 'action' AND number = action.id)) AS changed
FROM action JOIN post ON post.person = action.employee
    AND post.since <= action.due AND (post.until IS NULL OR post.until >= action.due)
LEFT JOIN conversation AS talk ON talk.id = action.conversation
WHERE due BETWEEN :year || '-01-01' AND :year || '-12-31' AND signed AND talk.state IS NOT 'cancelled'
GROUP BY 1, 2, 3, 4)
"""
_PLANS = """
WITH RECURSIVE cell AS MATERIALIZED (
SELECT post.unit, post.manager, count(DISTINCT talk.employee) AS agreed, count(DISTINCT iif(2 = (
        SELECT count(DISTINCT person) FROM signature WHERE answer = 'signed' AND plan = (
            SELECT id FROM signed_plan WHERE conversation = talk.id ORDER BY number DESC LIMIT 1
        )), talk.employee, NULL)) AS signed
FROM conversation AS talk JOIN post ON post.person = talk.employee
    AND post.since <= :year || '-12-31' AND (post.until IS NULL OR post.until >= :year || '-12-31')
WHERE talk.state = 'held' AND substr(coalesce(starts, began), 1, 4) = :year AND EXISTS (
    SELECT 1 FROM goal WHERE goal.conversation = talk.id
    UNION ALL SELECT 1 FROM action WHERE action.conversation = talk.id)
GROUP BY 1, 2)
"""
_PEOPLE = """
SELECT person, unit, manager, until IS NULL OR until >= :year || '-12-31'
FROM post WHERE since <= :year || '-12-31' AND (until IS NULL OR until >= :year || '-01-01')
"""


def by_hand(conn: sqlite3.Connection, year: int, today: date) -> Iterator[list[tuple[object, ...]]]:
    """Yield points and plans by manager and by unit, and who there is."""
    values = {"year": f"{year:04}", "today": today.isoformat()}
    points = _POINTS + _ABOVE.format(
        kinds="state, cause,", sums="sum(number), sum(changed)", by=", state, cause"
    )
    plans = _PLANS + _ABOVE.format(kinds="", sums="sum(agreed), sum(signed)", by="")
    for sql in (points, plans, _PEOPLE):
        yield conn.execute(sql, values).fetchall()


def ours(desk: Desk, me: Person, year: int) -> Tally | None:
    """Return the counts of the whole, by everything below it; nothing is kept from the time before."""
    return FigureService(desk.store, desk.clock, str).organisation(me, year).heart.tally


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of a core that something takes; whatever else the machine does meanwhile."""
    began = time.process_time()
    work()
    return time.process_time() - began


def agree(conn: sqlite3.Connection, desk: Desk, me: Person, year: int) -> None:
    """Make sure that both count the same.

    Raises:
        ArithmeticError: they don't.
    """
    points, plans, _people = by_hand(conn, year, desk.clock().date())
    told = ours(desk, me, year)
    counted = {
        "points": sum(int(str(row[5])) for row in points if row[0] == "led"),
        "signed": sum(int(str(row[4])) for row in plans if row[0] == "led"),
    }
    states = told.points if told else None
    found = {
        "points": states.agreed + states.dropped if states else 0,
        "signed": told.plans.signed if told else 0,
    }
    if counted != found:
        raise ArithmeticError(f"by hand {counted}, by the service {found}")


def main() -> None:
    """Measure and print."""
    database = municipality().database
    with closing(open_desk(database)) as desk, closing(sqlite3.connect(database)) as conn:
        conn.execute("PRAGMA cache_size=-16384")  # as much as ours
        owner = desk.people.me()
        if owner is None:
            raise LookupError("the file has an owner")
        me, today = owner[0], desk.clock().date()
        year = today.year - 1
        agree(conn, desk, me, year)
        (season,) = desk.rounds.all(me)
        found = in_turns(
            {
                "hand": lambda: timed(lambda: [*by_hand(conn, year, today)]),
                "ours": lambda: timed(partial(ours, desk, me, year)),
                "page": lambda: timed(lambda: FigureService(desk.store, desk.clock, str).page(me, year)),
                "coverage": lambda: timed(lambda: desk.rounds.coverage(me, season)),
            },
            ROUNDS,
        )
    show(
        f"5 000 people and ten years, everybody by unit and manager, medians of {ROUNDS} rounds in turn",
        [
            line("a year by SQL written for it", median(found["hand"]) * 1000, "ms"),
            line("a year's figure", median(found["ours"]) * 1000, "ms", 1000),
            line("a year's figure / SQL written for it", ratio(found["ours"], found["hand"]), "x", 1.5),
            line("the annual report's page, with five years", median(found["page"]) * 1000, "ms", 1000),
            line("coverage of a round of everybody", median(found["coverage"]) * 1000, "ms", 1000),
        ],
    )
