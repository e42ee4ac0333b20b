"""A file that an earlier version wrote, with what people had agreed in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from ijtui.data.opening import open_store
from ijtui.data.store import Store
from tests.data.test_starting_together import an_old_file

FIRST_OF_THE_YEAR = "goals_and_actions_between_conversations"

AGREED = """
INSERT INTO person (id, name) VALUES (7, 'Maria'), (8, 'Åsa');
INSERT INTO conversation (id, kind, employee, manager, starts, began, minutes, state, agenda)
    VALUES (3, 'annual', 8, 7, '2025-11-14T09:00', '2025-11-13T09:02:00', 60, 'held', '{}'),
           (4, 'annual', 8, 7, NULL, NULL, 60, 'booked', '{}');
INSERT INTO goal (id, person, conversation, kind, title) VALUES (5, 8, 3, 'development', 'Lär mig');
INSERT INTO action (id, employee, conversation, what, responsible, goal, carried_out, evaluated_on, version)
    VALUES (6, 8, 3, 'Boka kursen', 'employee', 5, 'yes', '2026-01-12', 4),
           (9, 8, 4, 'Läs på', 'manager', NULL, NULL, NULL, 1);
DELETE FROM action WHERE id = 9;
INSERT INTO feedback (id, conversation, giver, receiver, positive, given)
    VALUES (2, 3, 8, 7, 'Bra frågor', '2025-11-14T09:30'), (3, 3, 7, NULL, 'Lagom långt', '2025-11-14T09:40');
"""


@pytest.fixture
def upgraded(tmp_path: Path) -> Store:
    path = an_old_file(tmp_path / "ijtui.db", missing=FIRST_OF_THE_YEAR)
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(AGREED)
    return open_store(path)


def test_what_was_agreed_is_there_with_its_manager_and_its_day(upgraded: Store) -> None:
    [action] = upgraded.rows("SELECT * FROM action")
    assert (action["id"], action["what"], action["carried_out"], action["version"]) == (
        6,
        "Boka kursen",
        "yes",
        4,
    )
    assert (action["manager"], action["agreed"], action["goal"]) == (7, "2025-11-13", 5)


def test_feedback_knows_the_other_one(upgraded: Store) -> None:
    rows = upgraded.rows("SELECT giver, other, receiver, positive FROM feedback ORDER BY id")
    assert [tuple(row.values()) for row in rows] == [(8, 7, 7, "Bra frågor"), (7, 8, None, "Lagom långt")]


def test_conversations_made_from_the_same_template_share_one_copy_of_it(upgraded: Store) -> None:
    [copy] = upgraded.rows("SELECT * FROM template_copy")
    assert (copy["body"], copy["hash"]) == ("{}", sha256(b"{}").hexdigest())
    assert upgraded.rows("SELECT DISTINCT agenda FROM conversation") == [{"agenda": copy["id"]}]


def test_a_number_that_was_once_given_is_not_given_again(upgraded: Store) -> None:
    with upgraded.writing():
        new = {"employee": 8, "manager": 7, "agreed": "2026-11-21", "what": "Ny", "responsible": "manager"}
        assert upgraded.insert("action", new) == 10


def test_everything_still_points_at_something(upgraded: Store) -> None:
    assert upgraded.rows("PRAGMA foreign_key_check") == []
