"""The steps for two people at one server: who comes in, where they are, and what both have signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

from ijtui.data.chain import link


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
            place TEXT NOT NULL DEFAULT '',
            pen TEXT NOT NULL DEFAULT '',
            wrote TEXT,
            seen TEXT NOT NULL
        ) STRICT;
        CREATE INDEX presence_conversation ON presence(conversation);
        """
    )


def signed_plans(db: Database) -> None:
    """What both have signed; a later version supersedes an earlier one, and nothing is taken back (D-M2).

    `body` is the plan with its salt and the hash of the version before it, in the one way to write it
    (RFC 8785); `hash` is the SHA-256 of exactly that.
    """
    db.executescript(
        """
        CREATE TABLE signed_plan (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE,
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            UNIQUE (conversation, number)
        ) STRICT;
        CREATE TABLE signature (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan INTEGER NOT NULL REFERENCES signed_plan(id),
            person INTEGER NOT NULL REFERENCES person(id),
            answer TEXT NOT NULL CHECK (answer IN ('signed', 'declined')),
            said TEXT NOT NULL DEFAULT '',
            method TEXT NOT NULL CHECK (method IN ('session', 'initials', 'key')),
            initials TEXT NOT NULL DEFAULT '',
            fingerprint TEXT NOT NULL DEFAULT '',
            proof TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX signature_plan ON signature(plan);
        """
    )
    append_only(db, "signed_plan")
    append_only(db, "signature")


def chained_history(db: Database) -> None:
    """Bind each line of the history to the one before it, and let nobody change or take away a line."""
    db.execute("ALTER TABLE history ADD COLUMN hash TEXT NOT NULL DEFAULT ''")
    previous = ""
    for row in list(db.query("SELECT * FROM history ORDER BY id")):
        previous = link(previous, row)
        db.execute("UPDATE history SET hash = ? WHERE id = ?", [previous, row["id"]])
    append_only(db, "history")


def append_only(db: Database, table: str) -> None:
    """Let rows only be added to a table.

    A row that replaces another of the same number doesn't count as deleted where `recursive_triggers` is
    off, as it is in other programs; so adding one with a number that is taken is refused, too.
    """
    for what, when in (
        ("update", "BEFORE UPDATE"),
        ("delete", "BEFORE DELETE"),
        ("replace", "BEFORE INSERT"),
    ):
        taken = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)" if what == "replace" else ""
        db.execute(
            f"CREATE TRIGGER {table}_no_{what} {when} ON {table} {taken}"
            f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are only added'); END"
        )
