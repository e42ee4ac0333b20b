"""The steps for what is agreed and said between two conversations: goals, actions and feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


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
