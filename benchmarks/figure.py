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

_POINTS = """
SELECT post.unit, post.manager, CASE
        WHEN carried_out IS NULL THEN
            CASE WHEN reported IS NOT NULL OR withdrawal IS NOT NULL THEN 'unanswered'
            WHEN due < :today THEN 'overdue' ELSE 'going_on' END
        WHEN cancelled THEN 'dropped'
        WHEN carried_out = 'yes' THEN CASE WHEN done > due THEN 'late' ELSE 'in_time' END
        WHEN carried_out = 'partly' THEN 'partly' ELSE 'not_done' END AS state, cause, count(*),
    sum(EXISTS (SELECT 1 FROM wording WHERE thing = 'action' AND number = action.id))
FROM action JOIN post ON post.person = action.employee
    AND post.since <= action.due AND (post.until IS NULL OR post.until >= action.due)
LEFT JOIN conversation AS talk ON talk.id = action.conversation
WHERE due BETWEEN :year || '-01-01' AND :year || '-12-31' AND signed AND talk.state IS NOT 'cancelled'
GROUP BY 1, 2, 3, 4
"""
_PLANS = """
SELECT post.unit, post.manager, count(DISTINCT talk.employee), count(DISTINCT iif(2 = (
        SELECT count(DISTINCT person) FROM signature WHERE answer = 'signed' AND plan = (
            SELECT id FROM signed_plan WHERE conversation = talk.id ORDER BY number DESC LIMIT 1
        )), talk.employee, NULL))
FROM conversation AS talk JOIN post ON post.person = talk.employee
    AND post.since <= :year || '-12-31' AND (post.until IS NULL OR post.until >= :year || '-12-31')
WHERE talk.state = 'held' AND substr(coalesce(starts, began), 1, 4) = :year AND EXISTS (
    SELECT 1 FROM goal WHERE goal.conversation = talk.id
    UNION ALL SELECT 1 FROM action WHERE action.conversation = talk.id)
GROUP BY 1, 2
"""
_PEOPLE = """
SELECT person, unit, manager, until IS NULL OR until >= :year || '-12-31'
FROM post WHERE since <= :year || '-12-31' AND (until IS NULL OR until >= :year || '-01-01')
"""


def by_hand(conn: sqlite3.Connection, year: int, today: date) -> Iterator[list[tuple[object, ...]]]:
    """Yield points, plans and people, by unit and manager."""
    values = {"year": f"{year:04}", "today": today.isoformat()}
    for sql in (_POINTS, _PLANS, _PEOPLE):
        yield conn.execute(sql, values).fetchall()


def ours(desk: Desk, me: Person, year: int) -> Tally | None:
    """Return the counts of the whole, by everything below it; nothing is kept from the time before."""
    return FigureService(desk.store, desk.clock, str).organisation(me, year).heart.tally


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def agree(conn: sqlite3.Connection, desk: Desk, me: Person, year: int) -> None:
    """Make sure that both count the same.

    Raises:
        ArithmeticError: they don't.
    """
    points, plans, _people = by_hand(conn, year, desk.clock().date())
    told = ours(desk, me, year)
    counted = {
        "points": sum(int(str(row[4])) for row in points),
        "signed": sum(int(str(row[3])) for row in plans),
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
