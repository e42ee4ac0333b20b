"""The step for rounds: what an organisation holds in a season, and how far everybody in it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STANDING = """
    SELECT member.round, member.person, whose.manager AS leader,
        iif(season.closed IS NULL, whose.manager, member.manager) AS manager,
        iif(season.closed IS NULL, whose.unit, member.unit) AS unit,
        coalesce((
            SELECT max(CASE
                WHEN talk.state <> 'held' THEN iif(2 = (
                    SELECT count(*) FROM (
                        SELECT party FROM main.opened WHERE opened.conversation = talk.id
                        UNION SELECT party FROM main.text
                        WHERE text.conversation = talk.id AND kind = 'preparation' AND on_paper
                    )
                ), 2, 1)
                WHEN 2 > (
                    SELECT count(DISTINCT signature.person) FROM main.signature
                    WHERE signature.answer = 'signed' AND signature.plan = (
                        SELECT id FROM main.signed_plan WHERE signed_plan.conversation = talk.id
                        ORDER BY number DESC LIMIT 1
                    )
                ) THEN 3
                WHEN EXISTS (SELECT 1 FROM main.action WHERE action.conversation = talk.id)
                    AND NOT EXISTS (
                        SELECT 1 FROM main.action WHERE action.conversation = talk.id
                        AND carried_out IS NULL AND coalesce(decided, talk.id) = talk.id
                    )
                THEN 5 ELSE 4 END)
            FROM main.conversation AS talk
            WHERE talk.employee = member.person AND talk.kind = season.kind AND talk.state <> 'cancelled'
                AND (
                    coalesce(talk.began, talk.starts) IS NULL AND season.closed IS NULL
                    OR substr(coalesce(talk.began, talk.starts), 1, 10) >= season.first
                    AND substr(coalesce(talk.began, talk.starts), 1, 10) < max(
                        date(season.last, '+1 day'),
                        date(season.first, iif(season.kind = 'quarterly', '+3 months', '+12 months'))
                    )
                    AND substr(coalesce(talk.began, talk.starts), 1, 10) < coalesce((
                        SELECT min(next.first) FROM main.round_member AS again
                        JOIN main.round AS next ON next.id = again.round
                        WHERE again.person = member.person AND next.kind = season.kind
                            AND next.first > season.last
                    ), '9999')
                )
        ), 0) AS stage
    FROM main.round_member AS member
    JOIN main.round AS season ON season.id = member.round
    JOIN main.person AS whose ON whose.id = member.person
"""
"""Everybody in every round, with how far the conversation has come (`domain.round.Stage`).

It says that something happened, and nothing of what was said. In an open round a person is counted where
they work now; in a closed one, where they worked when it was closed.
"""


def rounds(db: Database) -> None:
    """Which rounds there are, whom they were made for, and who is in them."""
    db.executescript(
        f"""
        CREATE TABLE round (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            template TEXT NOT NULL DEFAULT '',
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            closed TEXT,
            version INTEGER NOT NULL DEFAULT 1,
            CHECK (first <= last)
        ) STRICT;
        CREATE TABLE round_unit (
            round INTEGER NOT NULL REFERENCES round(id),
            unit INTEGER NOT NULL REFERENCES unit(id),
            PRIMARY KEY (round, unit)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE round_member (
            round INTEGER NOT NULL REFERENCES round(id),
            person INTEGER NOT NULL REFERENCES person(id),
            manager INTEGER REFERENCES person(id),
            unit TEXT NOT NULL DEFAULT '',
            since TEXT NOT NULL,
            PRIMARY KEY (round, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX round_member_person ON round_member(person);
        CREATE VIEW standing AS {STANDING.replace("main.", "")};
        """
    )
