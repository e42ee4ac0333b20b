"""The first steps: people, conversations, what is written and agreed in them, and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def people_and_conversations(db: Database) -> None:
    """Who talks, when, and by which template."""
    db.executescript(
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            role TEXT NOT NULL DEFAULT '',
            unit TEXT NOT NULL DEFAULT '',
            manager INTEGER REFERENCES person(id),
            login TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            employee INTEGER NOT NULL REFERENCES person(id),
            manager INTEGER NOT NULL REFERENCES person(id),
            starts TEXT,
            began TEXT,
            place TEXT NOT NULL DEFAULT '',
            minutes INTEGER NOT NULL,
            state TEXT NOT NULL,
            edition INTEGER NOT NULL DEFAULT 0,
            agenda TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            CHECK (employee <> manager)
        ) STRICT;
        CREATE INDEX conversation_employee ON conversation(employee, starts);
        CREATE INDEX conversation_manager ON conversation(manager, starts);
        CREATE TABLE progress (
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            question TEXT NOT NULL,
            done INTEGER NOT NULL DEFAULT 0,
            parked INTEGER NOT NULL DEFAULT 0,
            mark TEXT,
            choice TEXT NOT NULL DEFAULT '',
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            PRIMARY KEY (conversation, question)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE used (
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            station TEXT NOT NULL,
            seconds INTEGER NOT NULL,
            PRIMARY KEY (conversation, station)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checked (
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            task TEXT NOT NULL,
            PRIMARY KEY (conversation, task)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE opened (
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            party TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (conversation, party)
        ) STRICT, WITHOUT ROWID;
        """
    )


def texts_and_drafts(db: Database) -> None:
    """What is written, its earlier versions, and what was typed into a form but not saved."""
    db.executescript(
        """
        CREATE TABLE text (
            id INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            question TEXT NOT NULL,
            kind TEXT NOT NULL,
            party TEXT NOT NULL DEFAULT '',
            body TEXT NOT NULL,
            version INTEGER NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            on_paper INTEGER NOT NULL DEFAULT 0,
            kept TEXT NOT NULL,
            taken INTEGER NOT NULL DEFAULT 0,
            UNIQUE (conversation, question, kind, party)
        ) STRICT;
        CREATE TABLE revision (
            id TEXT PRIMARY KEY,
            text INTEGER NOT NULL REFERENCES text(id),
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            lost INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX revision_text ON revision(text, at);
        CREATE TABLE draft (
            person INTEGER NOT NULL REFERENCES person(id),
            form TEXT NOT NULL,
            fields TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (person, form)
        ) STRICT, WITHOUT ROWID;
        """
    )


def goals_actions_and_feedback(db: Database) -> None:
    """What the two agree on and say to each other; an action is one row for its whole life (D-G5, D-M3).

    A number is never given twice: drafts and the history name what they are about by it.
    """
    db.executescript(
        """
        CREATE TABLE goal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person(id),
            conversation INTEGER REFERENCES conversation(id),
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            measure TEXT NOT NULL DEFAULT '',
            achievable TEXT NOT NULL DEFAULT '',
            serves TEXT NOT NULL DEFAULT '',
            due TEXT,
            support TEXT NOT NULL DEFAULT '',
            owner TEXT,
            period TEXT NOT NULL DEFAULT '',
            progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX goal_person ON goal(person);
        CREATE INDEX goal_conversation ON goal(conversation);
        CREATE TABLE action (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            employee INTEGER NOT NULL REFERENCES person(id),
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            what TEXT NOT NULL,
            responsible TEXT NOT NULL,
            other TEXT NOT NULL DEFAULT '',
            due TEXT,
            question TEXT NOT NULL DEFAULT '',
            goal INTEGER REFERENCES goal(id) ON DELETE SET NULL,
            carried_out TEXT,
            achieved TEXT NOT NULL DEFAULT '',
            goal_reached TEXT,
            reason TEXT NOT NULL DEFAULT '',
            evaluated_on TEXT,
            evaluated_in INTEGER REFERENCES conversation(id),
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX action_employee ON action(employee, carried_out, due);
        CREATE INDEX action_conversation ON action(conversation);
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            giver INTEGER NOT NULL REFERENCES person(id),
            receiver INTEGER REFERENCES person(id),
            positive TEXT NOT NULL DEFAULT '',
            improve TEXT NOT NULL DEFAULT '',
            support TEXT NOT NULL DEFAULT '',
            opened INTEGER NOT NULL DEFAULT 0,
            given TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX feedback_conversation ON feedback(conversation);
        """
    )


def history(db: Database) -> None:
    """Who did what, and when; never what was said."""
    db.executescript(
        """
        CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            who INTEGER NOT NULL REFERENCES person(id),
            verb TEXT NOT NULL,
            subject TEXT NOT NULL,
            conversation INTEGER REFERENCES conversation(id),
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX history_conversation ON history(conversation, at);
        """
    )
