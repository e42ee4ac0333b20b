"""The steps for an organisation: its units, and who works where under whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def units_and_posts(db: Database) -> None:
    """The tree of units, who has worked where, and which milestone serves which higher up.

    `person.unit`, `person.manager` and `person.role` say what the newest post says; a file without an
    organisation has only those. `person.until` is the last day of somebody who leaves or has left. A post
    that is `planned` has been told of beforehand and stands on no person before its first day.
    `number` is the employee number, by which a list of people finds a person.
    """
    db.executescript(
        """
        CREATE TABLE unit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            kind TEXT NOT NULL CHECK (kind IN ('organisation', 'administration', 'unit')),
            parent INTEGER REFERENCES unit(id),
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX unit_parent ON unit(parent);
        CREATE TABLE post (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person(id),
            unit INTEGER NOT NULL REFERENCES unit(id),
            manager INTEGER REFERENCES person(id),
            role TEXT NOT NULL DEFAULT '',
            since TEXT NOT NULL,
            until TEXT,
            planned INTEGER NOT NULL DEFAULT 0 CHECK (planned IN (0, 1))
        ) STRICT;
        CREATE INDEX post_planned ON post(since) WHERE planned;
        CREATE INDEX post_person ON post(person, since);
        CREATE INDEX post_unit ON post(unit);
        CREATE INDEX post_manager ON post(manager);
        CREATE INDEX person_manager ON person(manager);
        ALTER TABLE person ADD COLUMN until TEXT;
        ALTER TABLE person ADD COLUMN number TEXT NOT NULL DEFAULT '';
        UPDATE person SET number = coalesce((SELECT number FROM account WHERE account.person = person.id
            ORDER BY account.id DESC LIMIT 1), '');
        CREATE INDEX person_number ON person(number) WHERE number <> '';
        ALTER TABLE milestone ADD COLUMN serves INTEGER REFERENCES milestone(id);
        """
    )
