"""The step for what the marks of the work environment add up to (D-A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

JUDGED = """
    SELECT talk.manager, talk.agenda, said.question, said.mark,
        substr(coalesce(talk.starts, talk.began), 1, 4) AS year,
        coalesce(
            (
                SELECT home.name FROM main.post AS work JOIN main.unit AS home ON home.id = work.unit
                WHERE work.person = talk.employee
                    AND work.since <= substr(coalesce(talk.starts, talk.began), 1, 10)
                    AND coalesce(work.until, '9999') >= substr(coalesce(talk.starts, talk.began), 1, 10)
                ORDER BY work.since DESC, work.id DESC LIMIT 1
            ),
            (
                SELECT whose.unit FROM main.person AS whose WHERE whose.id = talk.employee
                AND NOT EXISTS (SELECT 1 FROM main.post AS work WHERE work.person = talk.employee)
            ),
            ''
        ) AS unit,
        NOT EXISTS (
            SELECT 1 FROM main.conversation AS later JOIN main.progress AS again
                ON again.conversation = later.id AND again.question = said.question
            WHERE later.employee = talk.employee AND later.state = 'held'
                AND (again.done OR again.mark IS NOT NULL)
                AND substr(coalesce(later.starts, later.began), 1, 4)
                    = substr(coalesce(talk.starts, talk.began), 1, 4)
                AND (coalesce(later.starts, later.began), later.id)
                    > (coalesce(talk.starts, talk.began), talk.id)
        ) AS newest,
        iif(said.mark = 'risk', (SELECT count(*) FROM main.action AS deed WHERE {about}), 0) AS measures,
        iif(said.mark = 'risk', (
            SELECT count(*) FROM main.action AS deed WHERE {about} AND deed.carried_out IS NULL
        ), 0) AS going_on,
        iif(said.mark = 'risk', (
            SELECT min(deed.due) FROM main.action AS deed
            WHERE {about} AND deed.carried_out IS NULL AND deed.reported IS NULL
        ), NULL) AS due,
        iif(said.mark = 'risk', (
            SELECT count(*) FROM main.action AS deed WHERE {about} AND deed.carried_out <> 'yes'
        ), 0) AS undone
    FROM main.conversation AS talk
    JOIN main.progress AS said ON said.conversation = talk.id AND (said.done OR said.mark IS NOT NULL)
    WHERE talk.state = 'held'
""".replace(
    "{about}",
    "deed.employee = talk.employee AND deed.question = said.question"
    " AND talk.id IN (deed.conversation, deed.decided) AND NOT deed.cancelled",
)
"""Every answer of a conversation that was held: where, how it was judged and what is agreed about a risk.

It names no employee and says nothing that was said. `newest` is 1 in the last conversation of the year in
which somebody was asked that, so that people can be counted; the rest is what `domain.risk.measure` goes by.
"""


def marks_add_up(db: Database) -> None:
    """How answers about the work environment were judged, and the agendas where those questions stand."""
    db.executescript(
        f"""
        CREATE VIEW judged AS {JUDGED.replace("main.", "")};
        CREATE VIEW asked AS SELECT id AS agenda, body FROM template_copy;
        """
    )
