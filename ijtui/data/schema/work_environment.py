"""The step for what the marks of the work environment add up to (D-A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_DAY = "substr(coalesce({talk}.starts, {talk}.began), 1, 10)"
_YEAR = "substr(coalesce({talk}.starts, {talk}.began), 1, 4)"


def _unit(talk: str) -> str:
    """Return where the employee of a conversation worked that day; "" for no unit."""
    day = _DAY.format(talk=talk)
    return f"""coalesce(
            (
                SELECT home.name FROM main.post AS work JOIN main.unit AS home ON home.id = work.unit
                WHERE work.person = {talk}.employee AND work.since <= {day}
                    AND coalesce(work.until, '9999') >= {day}
                ORDER BY work.since DESC, work.id DESC LIMIT 1
            ),
            (
                SELECT whose.unit FROM main.person AS whose WHERE whose.id = {talk}.employee
                AND NOT EXISTS (SELECT 1 FROM main.post AS work WHERE work.person = {talk}.employee)
            ),
            ''
        )"""


# The sign before the year of `held` keeps SQLite at the index by manager, which finds a few rows and not all.
_ABOUT = (
    "deed.employee = talk.employee AND deed.question = said.question"
    " AND talk.id IN (deed.conversation, deed.decided) AND NOT deed.cancelled"
)

JUDGED = f"""
    SELECT talk.manager, talk.agenda, said.question, said.mark, {_YEAR.format(talk="talk")} AS year,
        {_unit("talk")} AS unit,
        EXISTS (
            SELECT 1 FROM main.conversation AS held WHERE held.manager = talk.employee AND held.state = 'held'
                AND +{_YEAR.format(talk="held")} = {_YEAR.format(talk="talk")}
                AND {_unit("held")} = {_unit("talk")}
        ) AS heads,
        NOT EXISTS (
            SELECT 1 FROM main.conversation AS later JOIN main.progress AS again
                ON again.conversation = later.id AND again.question = said.question
            WHERE later.employee = talk.employee AND later.state = 'held'
                AND (again.done OR again.mark IS NOT NULL)
                AND {_YEAR.format(talk="later")} = {_YEAR.format(talk="talk")}
                AND (coalesce(later.starts, later.began), later.id)
                    > (coalesce(talk.starts, talk.began), talk.id)
        ) AS newest,
        iif(said.mark = 'risk', (SELECT count(*) FROM main.action AS deed WHERE {_ABOUT}), 0) AS measures,
        iif(said.mark = 'risk', (
            SELECT count(*) FROM main.action AS deed WHERE {_ABOUT} AND deed.carried_out IS NULL
        ), 0) AS going_on,
        iif(said.mark = 'risk', (
            SELECT min(deed.due) FROM main.action AS deed
            WHERE {_ABOUT} AND deed.carried_out IS NULL AND deed.reported IS NULL
        ), NULL) AS due,
        iif(said.mark = 'risk', (
            SELECT count(*) FROM main.action AS deed WHERE {_ABOUT} AND deed.carried_out <> 'yes'
        ), 0) AS undone
    FROM main.conversation AS talk
    JOIN main.progress AS said ON said.conversation = talk.id AND (said.done OR said.mark IS NOT NULL)
    WHERE talk.state = 'held'
"""
"""Every answer of a conversation that was held: where, how it was judged and what is agreed about a risk.

It names no employee and says nothing that was said. `newest` is 1 in the last conversation of the year in
which somebody was asked that, so that people can be counted; `heads` is 1 for whoever talked with others of
the same unit that year; the rest is what `domain.risk.measure` goes by.
"""


def marks_add_up(db: Database) -> None:
    """How answers about the work environment were judged, and the agendas where those questions stand."""
    db.executescript(
        f"""
        CREATE VIEW judged AS {JUDGED.replace("main.", "")};
        CREATE VIEW asked AS SELECT id AS agenda, body FROM template_copy;
        """
    )


def who_heads_a_unit(db: Database) -> None:
    """Say of an answer whether it is of somebody who heads the unit."""
    db.executescript(f"DROP VIEW judged; CREATE VIEW judged AS {JUDGED.replace('main.', '')};")
