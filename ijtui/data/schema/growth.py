"""The steps for what a person grows by: competences, the journal, recognition, training and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def competences(db: Database) -> None:
    """What a role asks for, what each of the two sees, and what they agree on (D-K)."""
    db.executescript(
        """
        CREATE TABLE assessment (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER NOT NULL UNIQUE REFERENCES conversation(id),
            profile TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE TABLE rating (
            assessment INTEGER NOT NULL REFERENCES assessment(id),
            competence TEXT NOT NULL,
            party TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
            on_paper INTEGER NOT NULL DEFAULT 0,
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            PRIMARY KEY (assessment, competence, party)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE submitted (
            assessment INTEGER NOT NULL REFERENCES assessment(id),
            party TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            PRIMARY KEY (assessment, party)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE agreed (
            assessment INTEGER NOT NULL REFERENCES assessment(id),
            competence TEXT NOT NULL,
            level INTEGER CHECK (level BETWEEN 0 AND 4),
            employee_reason TEXT NOT NULL DEFAULT '',
            manager_reason TEXT NOT NULL DEFAULT '',
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            PRIMARY KEY (assessment, competence)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE goal ADD COLUMN assessment INTEGER REFERENCES assessment(id) ON DELETE SET NULL;
        ALTER TABLE goal ADD COLUMN competence TEXT NOT NULL DEFAULT '';
        """
    )


def journal(db: Database) -> None:
    """One's own journal (D-J); `folded` is what a search looks in, for SQLite folds ASCII letters only.

    Where a table has no rowid, its columns begin with the key's, in the key's order: the quick_check of some
    versions of SQLite finds damage otherwise where there is none.
    """
    db.executescript(
        """
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            writer INTEGER NOT NULL REFERENCES person(id),
            person INTEGER REFERENCES person(id),
            shared INTEGER NOT NULL DEFAULT 0,
            kind TEXT NOT NULL DEFAULT 'note',
            quarter TEXT NOT NULL DEFAULT '',
            day TEXT NOT NULL,
            goal INTEGER REFERENCES goal(id) ON DELETE SET NULL,
            body TEXT NOT NULL,
            folded TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            changed TEXT NOT NULL,
            kept TEXT NOT NULL,
            taken INTEGER NOT NULL DEFAULT 0,
            filed INTEGER NOT NULL DEFAULT 1,
            version INTEGER NOT NULL DEFAULT 1,
            CHECK (NOT shared OR person IS NOT NULL)
        ) STRICT;
        CREATE INDEX entry_writer ON entry(writer, day, id);
        CREATE INDEX entry_shared ON entry(person, day, id) WHERE shared;
        CREATE INDEX entry_reflection ON entry(writer, quarter) WHERE kind = 'reflection';
        CREATE INDEX entry_goal ON entry(goal) WHERE goal IS NOT NULL;
        CREATE TABLE entry_tag (
            tag TEXT NOT NULL,
            entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
            PRIMARY KEY (tag, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_tag_entry ON entry_tag(entry);
        CREATE TABLE entry_revision (
            id TEXT PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            lost INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX entry_revision_entry ON entry_revision(entry, at);
        """
    )


def recognition_training_and_advancement(db: Database) -> None:
    """Thanks, courses, and the next step in the role (D-G7, D-G9, D-G10)."""
    db.executescript(
        """
        CREATE TABLE recognition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person(id),
            giver INTEGER NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL,
            what TEXT NOT NULL,
            days INTEGER NOT NULL DEFAULT 0,
            amount INTEGER NOT NULL DEFAULT 0,
            day TEXT NOT NULL,
            goal INTEGER REFERENCES goal(id) ON DELETE SET NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX recognition_person ON recognition(person, day);
        CREATE TABLE training (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person(id),
            what TEXT NOT NULL,
            cost INTEGER NOT NULL,
            day TEXT NOT NULL,
            state TEXT NOT NULL,
            decided_by INTEGER REFERENCES person(id),
            goal INTEGER REFERENCES goal(id) ON DELETE SET NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX training_person ON training(person, day);
        CREATE TABLE training_budget (
            person INTEGER NOT NULL REFERENCES person(id),
            year INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            decided_by INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            PRIMARY KEY (person, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE advancement (
            person INTEGER NOT NULL REFERENCES person(id),
            step TEXT NOT NULL,
            criterion TEXT NOT NULL,
            reached INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '',
            author INTEGER NOT NULL REFERENCES person(id),
            changed TEXT NOT NULL,
            PRIMARY KEY (person, step, criterion)
        ) STRICT, WITHOUT ROWID;
        """
    )
