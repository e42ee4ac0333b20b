"""The step for who else may see what: the next manager, and what two know of each other without its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def what_is_known_and_passed_on(db: Database) -> None:
    """Whom the two let read their signed plan, and what each may know of what the other has not opened.

    `prepared` says which questions are answered, `exchanged` which feedback there is, `stirred` that
    somebody did something, and `turns` when conversations are held and by whom; none says what.
    """
    db.executescript(
        """
        CREATE TABLE passed_on (
            conversation INTEGER NOT NULL REFERENCES conversation(id),
            person INTEGER NOT NULL REFERENCES person(id),
            reader INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            PRIMARY KEY (conversation, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX passed_on_reader ON passed_on(reader);
        CREATE INDEX goal_author ON goal(author);
        CREATE VIEW prepared AS
            SELECT conversation, question, party, on_paper, trim(body, char(9, 10, 32, 160)) = '' AS blank
            FROM text WHERE kind = 'preparation';
        CREATE VIEW exchanged AS SELECT id, conversation, giver, other, opened FROM feedback;
        CREATE VIEW stirred AS SELECT id, who FROM history;
        CREATE VIEW turns AS SELECT id, employee, kind, manager, starts, began, state FROM conversation;
        """
    )
