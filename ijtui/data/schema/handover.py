"""The step for a manager who leaves: what goes on to the successor, who chose it, and what went on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def handovers(db: Database) -> None:
    """Who hands whom over to whom, and what each of the two lets go on.

    `bars`, `holds` and `care` are set when it takes place and are what the wall asks; see
    `domain.succession.Move`. `handed_over` holds what went on as it read that day. An action keeps its row
    when another manager takes it over: `agreed_with` says whom it was agreed with. `uid` is by what name a
    goal or an action that came from another file is known there.
    """
    db.executescript(
        """
        CREATE TABLE handover (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            employee INTEGER NOT NULL REFERENCES person(id),
            leaver INTEGER NOT NULL REFERENCES person(id),
            successor INTEGER NOT NULL REFERENCES person(id),
            day TEXT NOT NULL,
            made TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'moved', 'off')),
            bars INTEGER NOT NULL DEFAULT 0,
            holds INTEGER NOT NULL DEFAULT 0,
            care INTEGER NOT NULL DEFAULT 0,
            receipt TEXT NOT NULL DEFAULT '',
            hash TEXT NOT NULL DEFAULT '',
            moved TEXT,
            version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE UNIQUE INDEX handover_open ON handover(employee, leaver) WHERE state = 'open';
        CREATE INDEX handover_employee ON handover(employee);
        CREATE INDEX handover_leaver ON handover(leaver, employee);
        CREATE INDEX handover_successor ON handover(successor, employee);
        CREATE INDEX handover_due ON handover(day) WHERE state = 'open';
        CREATE TABLE handover_choice (
            handover INTEGER NOT NULL REFERENCES handover(id),
            party TEXT NOT NULL CHECK (party IN ('employee', 'manager')),
            matters TEXT NOT NULL,
            author INTEGER NOT NULL REFERENCES person(id),
            at TEXT NOT NULL,
            PRIMARY KEY (handover, party)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE handed_over (
            handover INTEGER PRIMARY KEY REFERENCES handover(id),
            body TEXT NOT NULL
        ) STRICT;
        CREATE VIEW handing_over AS SELECT id, employee, leaver, successor, day, state FROM handover;
        ALTER TABLE action ADD COLUMN agreed_with INTEGER REFERENCES person(id);
        ALTER TABLE action ADD COLUMN uid TEXT NOT NULL DEFAULT '';
        ALTER TABLE goal ADD COLUMN uid TEXT NOT NULL DEFAULT '';
        CREATE INDEX action_uid ON action(uid) WHERE uid <> '';
        CREATE INDEX goal_uid ON goal(uid) WHERE uid <> '';
        """
    )
