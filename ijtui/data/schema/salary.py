"""The step for what goes to a salary review, and whether the employee has seen exactly that (D-G8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def extracts(db: Database) -> None:
    """Extracts as they were shown; `body` with its salt is never changed, and `hash` is its SHA-256."""
    db.executescript(
        """
        CREATE TABLE extract (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person(id),
            manager INTEGER NOT NULL REFERENCES person(id),
            year INTEGER NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE,
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            seen TEXT,
            comment TEXT NOT NULL DEFAULT '',
            method TEXT CHECK (method IN ('session', 'initials')),
            initials TEXT NOT NULL DEFAULT '',
            taken TEXT,
            CHECK (person <> manager)
        ) STRICT;
        CREATE INDEX extract_person ON extract(person, year);
        CREATE INDEX extract_manager ON extract(manager, year);
        """
    )
