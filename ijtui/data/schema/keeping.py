"""The step for what is kept how long: the rules that were chosen, what is held back, what was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def keeping_and_weeding(db: Database) -> None:
    """Rules as they were written, legal holds, and a receipt of every weeding in counts and ids.

    The authors are names and not persons of the file: at a shared server it is whoever looks after it.
    `cleaned` says when no page, no log and no freed part of the file held what was removed any more.
    """
    db.executescript(
        """
        CREATE TABLE keeping (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            body TEXT NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE hold (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER REFERENCES person(id),
            conversation INTEGER REFERENCES conversation(id),
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            since TEXT NOT NULL,
            until TEXT,
            lifted_by TEXT NOT NULL DEFAULT '',
            CHECK ((person IS NULL) <> (conversation IS NULL))
        ) STRICT;
        CREATE INDEX hold_person ON hold(person);
        CREATE INDEX hold_conversation ON hold(conversation);
        CREATE TABLE weeding (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            keeping INTEGER NOT NULL REFERENCES keeping(id),
            day TEXT NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL,
            cleaned TEXT
        ) STRICT;
        CREATE TABLE weeded (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            weeding INTEGER NOT NULL REFERENCES weeding(id),
            person INTEGER NOT NULL REFERENCES person(id),
            conversation INTEGER REFERENCES conversation(id),
            sort TEXT NOT NULL,
            held INTEGER NOT NULL DEFAULT 0,
            thing TEXT NOT NULL,
            number INTEGER NOT NULL,
            ids TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX weeded_weeding ON weeded(weeding);
        CREATE INDEX weeded_person ON weeded(person);
        """
    )
