"""The steps for templates: what conversations and assessments were made from, each text kept once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ijtui.data.schema.shared import append_only

if TYPE_CHECKING:
    from sqlite_utils import Database


def templates_kept_once(db: Database) -> None:
    """Keep each distinct agenda and competence set once, found by its SHA-256; they are 2 to 7 kB each.

    A copy is never changed. Many conversations point at the same one, and it says nothing of any of them.
    """
    db.conn.create_function("sha256", 1, _hash, deterministic=True)
    db.executescript(
        """
        CREATE TABLE template_copy (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            body TEXT NOT NULL
        ) STRICT;
        INSERT INTO template_copy (hash, body)
            SELECT sha256(body), body FROM (
                SELECT agenda AS body FROM conversation UNION SELECT profile FROM assessment);
        ALTER TABLE conversation RENAME COLUMN agenda TO agenda_text;
        ALTER TABLE conversation ADD COLUMN agenda INTEGER REFERENCES template_copy(id);
        UPDATE conversation
            SET agenda = (SELECT id FROM template_copy WHERE hash = sha256(agenda_text));
        ALTER TABLE conversation DROP COLUMN agenda_text;
        ALTER TABLE assessment RENAME COLUMN profile TO profile_text;
        ALTER TABLE assessment ADD COLUMN profile INTEGER REFERENCES template_copy(id);
        UPDATE assessment
            SET profile = (SELECT id FROM template_copy WHERE hash = sha256(profile_text));
        ALTER TABLE assessment DROP COLUMN profile_text;
        """
    )


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def templates_of_an_organisation(db: Database) -> None:
    """Templates that HR writes and publishes for everybody; what was published is never changed."""
    db.executescript(
        """
        CREATE TABLE template (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sort TEXT NOT NULL CHECK (sort IN ('agenda', 'competences')),
            key TEXT NOT NULL,
            language TEXT NOT NULL,
            retired TEXT,
            UNIQUE (sort, key, language)
        ) STRICT;
        CREATE TABLE template_version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            template INTEGER NOT NULL REFERENCES template(id),
            number INTEGER NOT NULL CHECK (number > 0),
            title TEXT NOT NULL,
            kind TEXT,
            minutes INTEGER NOT NULL DEFAULT 0,
            author INTEGER NOT NULL REFERENCES person(id),
            published TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            body TEXT NOT NULL,
            UNIQUE (template, number)
        ) STRICT;
        CREATE TABLE template_draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            template INTEGER NOT NULL UNIQUE REFERENCES template(id),
            body TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            kept TEXT NOT NULL,
            taken INTEGER NOT NULL DEFAULT 0,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE TABLE template_revision (
            id TEXT PRIMARY KEY,
            draft INTEGER NOT NULL REFERENCES template_draft(id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            lost INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX template_revision_draft ON template_revision(draft, at);
        """
    )
    append_only(db, "template_version")
