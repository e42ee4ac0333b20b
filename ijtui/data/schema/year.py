"""The steps for the year between two annual conversations: goals, competences, journal, feedback."""

from __future__ import annotations

from sqlite_utils import Database

from ijtui.data.schema.steps import migrations


@migrations()
def goals_and_actions_between_conversations(db: Database) -> None:
    """Goals have a course, an end and what they serve; an action may be agreed between two conversations."""
    db.executescript(
        """
        CREATE TABLE milestone (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            unit TEXT NOT NULL,
            year INTEGER NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            due TEXT,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX milestone_unit ON milestone(unit, year);
        ALTER TABLE goal ADD COLUMN milestone INTEGER REFERENCES milestone(id) ON DELETE SET NULL;
        ALTER TABLE goal ADD COLUMN made TEXT;
        ALTER TABLE goal ADD COLUMN author INTEGER REFERENCES person(id);
        ALTER TABLE goal ADD COLUMN ended TEXT;
        ALTER TABLE goal ADD COLUMN result TEXT;
        UPDATE goal SET made = (
            SELECT substr(coalesce(began, starts), 1, 10) FROM conversation
            WHERE conversation.id = goal.conversation
        );
        CREATE TABLE check_in (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            goal INTEGER NOT NULL REFERENCES goal(id),
            day TEXT NOT NULL,
            progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
            course TEXT NOT NULL,
            comment TEXT NOT NULL DEFAULT '',
            conversation INTEGER REFERENCES conversation(id),
            author INTEGER NOT NULL REFERENCES person(id),
            made TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX check_in_goal ON check_in(goal, day);
        CREATE TABLE shortfall (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            goal INTEGER NOT NULL REFERENCES goal(id),
            day TEXT NOT NULL,
            cause TEXT NOT NULL,
            because TEXT NOT NULL DEFAULT '',
            next_step TEXT NOT NULL DEFAULT '',
            quarter TEXT NOT NULL,
            conversation INTEGER REFERENCES conversation(id),
            author INTEGER NOT NULL REFERENCES person(id),
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX shortfall_goal ON shortfall(goal, day);
        CREATE TABLE wording (
            thing TEXT NOT NULL,
            number INTEGER NOT NULL,
            version INTEGER NOT NULL,
            fields TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            PRIMARY KEY (thing, number, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE action_since (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            employee INTEGER NOT NULL REFERENCES person(id),
            manager INTEGER NOT NULL REFERENCES person(id),
            conversation INTEGER REFERENCES conversation(id),
            agreed TEXT NOT NULL,
            agreed_at TEXT,
            what TEXT NOT NULL,
            responsible TEXT NOT NULL,
            other TEXT NOT NULL DEFAULT '',
            due TEXT,
            question TEXT NOT NULL DEFAULT '',
            goal INTEGER REFERENCES goal(id) ON DELETE SET NULL,
            reported TEXT,
            reported_by INTEGER REFERENCES person(id),
            withdrawal TEXT,
            withdrawal_by INTEGER REFERENCES person(id),
            decided INTEGER REFERENCES conversation(id),
            cancelled INTEGER NOT NULL DEFAULT 0,
            done TEXT,
            carried_out TEXT,
            achieved TEXT NOT NULL DEFAULT '',
            goal_reached TEXT,
            reason TEXT NOT NULL DEFAULT '',
            evaluated_on TEXT,
            evaluated_in INTEGER REFERENCES conversation(id),
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        INSERT INTO action_since (
            id, employee, manager, conversation, agreed, what, responsible, other, due, question, goal,
            carried_out, achieved, goal_reached, reason, evaluated_on, evaluated_in, version
        )
        SELECT action.id, action.employee, conversation.manager, action.conversation,
            substr(coalesce(conversation.began, conversation.starts, '2000-01-01'), 1, 10),
            what, responsible, other, due, question, goal,
            carried_out, achieved, goal_reached, reason, evaluated_on, evaluated_in, action.version
        FROM action JOIN conversation ON conversation.id = action.conversation;
        """
    )
    _take_the_place_of(db, "action")
    db.executescript(
        """
        CREATE INDEX action_employee ON action(employee, carried_out, due);
        CREATE INDEX action_manager ON action(manager, carried_out, due);
        CREATE INDEX action_conversation ON action(conversation);
        CREATE INDEX action_goal ON action(goal);
        CREATE INDEX goal_milestone ON goal(milestone);
        """
    )


@migrations()
def feedback_at_any_time(db: Database) -> None:
    """Feedback may be written between two conversations and is taken up in the next one (D-F3)."""
    db.executescript(
        """
        CREATE TABLE feedback_since (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER REFERENCES conversation(id),
            giver INTEGER NOT NULL REFERENCES person(id),
            other INTEGER NOT NULL REFERENCES person(id),
            receiver INTEGER REFERENCES person(id),
            positive TEXT NOT NULL DEFAULT '',
            improve TEXT NOT NULL DEFAULT '',
            support TEXT NOT NULL DEFAULT '',
            opened INTEGER NOT NULL DEFAULT 0,
            given TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            CHECK (giver <> other)
        ) STRICT;
        INSERT INTO feedback_since
        SELECT feedback.id, conversation, giver,
            iif(giver = conversation.employee, conversation.manager, conversation.employee),
            receiver, positive, improve, support, opened, given, feedback.version
        FROM feedback JOIN conversation ON conversation.id = feedback.conversation;
        """
    )
    _take_the_place_of(db, "feedback")
    db.executescript(
        """
        CREATE INDEX feedback_conversation ON feedback(conversation);
        CREATE INDEX feedback_giver ON feedback(giver, other);
        CREATE INDEX feedback_other ON feedback(other, giver);
        """
    )


@migrations()
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


@migrations()
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


@migrations()
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


def _take_the_place_of(db: Database, table: str) -> None:
    """Let `{table}_since` be the table from now on; no number that the old one gave is given again."""
    db.execute(
        "INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0 WHERE NOT EXISTS"
        " (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
        [f"{table}_since", f"{table}_since"],
    )
    db.execute(
        "UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), seq)"
        " WHERE name = ?",
        [table, f"{table}_since"],
    )
    db.execute(f"DROP TABLE {table}")
    db.execute(f"ALTER TABLE {table}_since RENAME TO {table}")
