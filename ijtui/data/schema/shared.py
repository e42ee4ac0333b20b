"""The steps for two people at one server: who comes in, where they are, and what both have signed."""

from __future__ import annotations

from sqlite_utils import Database


def accounts_and_presence(db: Database) -> None:
    """Who comes in by which name, and where everybody is just now.

    An account is written by the administrator's command alone. Login names are given again to others, so
    each row says from which day to which; `person.login` is the name of an account that is open, or "".
    """
    db.executescript(
        """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            login TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person(id),
            number TEXT NOT NULL DEFAULT '',
            office TEXT NOT NULL DEFAULT '' CHECK (office IN ('', 'hr')),
            since TEXT NOT NULL,
            until TEXT
        ) STRICT;
        CREATE UNIQUE INDEX account_open ON account(login) WHERE until IS NULL;
        CREATE INDEX account_person ON account(person);
        UPDATE person SET login = '';
        CREATE TABLE presence (
            session TEXT PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person(id),
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            station TEXT NOT NULL DEFAULT '',
            field TEXT NOT NULL DEFAULT '',
            pen TEXT NOT NULL DEFAULT '',
            seen TEXT NOT NULL
        ) STRICT;
        CREATE INDEX presence_conversation ON presence(conversation);
        """
    )


def signed_plans(db: Database) -> None:
    """What both have signed; a later version supersedes an earlier one, and nothing is taken back (D-M2)."""
    db.executescript(
        """
        CREATE TABLE signed_plan (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            salt TEXT NOT NULL,
            previous TEXT NOT NULL DEFAULT '',
            hash TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            UNIQUE (conversation, number)
        ) STRICT;
        CREATE TABLE signature (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan INTEGER NOT NULL REFERENCES signed_plan(id),
            person INTEGER NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('signed', 'declined')),
            said TEXT NOT NULL DEFAULT '',
            method TEXT NOT NULL CHECK (method IN ('session', 'initials', 'ssh')),
            initials TEXT NOT NULL DEFAULT '',
            fingerprint TEXT NOT NULL DEFAULT '',
            blob TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX signature_plan ON signature(plan);
        """
    )
