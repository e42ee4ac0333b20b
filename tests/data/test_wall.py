"""The wall inside SQLite: what a session's connection refuses, and that the same works without it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.data import wall
from ijtui.data.opening import open_store
from ijtui.data.search import open_for_search
from ijtui.data.wall.census import FENCES
from ijtui.domain.conversation import Party
from ijtui.errors import NotAllowed
from ijtui.services.desk import Desk
from tests.builders import Room, a_person, a_room, a_session, preparation, private, shared

SECRET = "hemligt ord"
SQLITE = {"sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master"}

REFUSED = [
    "SELECT body FROM main.text",
    "SELECT count(*) FROM main.text",
    "SELECT text.body FROM conversation JOIN main.text AS text ON text.conversation = conversation.id",
    "SELECT * FROM sqlite_schema",
    "SELECT * FROM sqlite_temp_schema",
    "SELECT * FROM temp.sqlite_temp_master",
    "SELECT * FROM pragma_table_info('text')",
    "ATTACH ':memory:' AS elsewhere",
    "DETACH elsewhere",
    "DROP VIEW temp.text",
    "DROP TABLE main.draft",
    "ALTER TABLE main.draft ADD COLUMN more TEXT",
    "CREATE TABLE main.mine AS SELECT 1 AS one",
    "CREATE TEMP TABLE mine AS SELECT 1 AS one",
    "CREATE TEMP VIEW mine AS SELECT * FROM main.text",
    "CREATE TEMP TRIGGER mine AFTER INSERT ON main.history BEGIN SELECT 1; END",
    "CREATE INDEX main.mine ON text(body)",
    "INSERT INTO main.account (login, person, since) VALUES ('root', 1, '2020-01-01')",
    "UPDATE main.account SET person = 1",
    "DELETE FROM main.account",
    "UPDATE main.text SET body = 'x'",
    "DELETE FROM main.text",
    "DELETE FROM main.history",
    "UPDATE main.person SET manager = 3 WHERE id = 2",
    "UPDATE main.person SET login = 'root' WHERE id = 3",
    "UPDATE main.conversation SET manager = 3",
    "INSERT INTO main.opened VALUES (1, 'employee', '2026')",
    "INSERT INTO main.history (who, verb, subject, at) VALUES (1, 'looked', 'x', '2026')",
    "INSERT INTO main.target VALUES (2026, 'points', 1)",
    "INSERT INTO main.meta VALUES ('figure.floor', '1')",
    "UPDATE main.sqlite_sequence SET seq = 0",
    "PRAGMA writable_schema = ON",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA table_info(text)",
    "REINDEX",
    "ANALYZE",
    "WITH text AS (SELECT body FROM main.text) SELECT body FROM text",
    "WITH wall AS (SELECT body FROM main.text) SELECT body FROM wall",
    "SELECT body FROM (SELECT body FROM main.text) AS text",
    "SELECT (SELECT body FROM main.text LIMIT 1)",
    "SELECT giver FROM main.feedback",
    "INSERT INTO main.draft SELECT 3, 'x' || id, body, 'x' FROM main.text",
    "UPDATE main.draft SET fields = (SELECT body FROM main.text LIMIT 1)",
    "SELECT load_extension('x')",
    "VACUUM",
    "VACUUM INTO '/nowhere/copy.db'",
]
"""What a stranger in the same file is refused, each by itself."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The two have written everything; number 3 has no part in it but a draft of their own."""
    room = a_room(tmp_path)
    for asker, party in ((room.me, Party.MANAGER), (room.employee, Party.EMPLOYEE)):
        room.write(asker, preparation(party), SECRET)
        room.write(asker, private(party), SECRET)
        room.desk.journal.new(asker, room.desk.journal.blank(asker, body=SECRET))
    room.write(room.me, shared(), SECRET)
    stranger = room.desk.people.add(room.me, a_person("Sara Sten"))
    room.desk.drafts.keep(stranger, "goal:new:1", {"title": "utkast"})
    yield room
    room.desk.close()


@pytest.fixture
def stranger(room: Room) -> Iterator[Desk]:
    session = a_session(room.desk, room.desk.people.get(room.me, 3))
    yield session
    session.close()


@pytest.mark.parametrize("statement", REFUSED)
def test_what_walks_around_the_wall_is_refused(stranger: Desk, statement: str) -> None:
    with pytest.raises(sqlite3.Error, match=r"authorized|prohibited|denied|behind the wall"):
        stranger.store.db.execute(statement).fetchall()


WITHOUT = [
    statement
    for statement in REFUSED
    if not statement.startswith(("DETACH", "DROP VIEW", "SELECT load", "VACUUM INTO", "DELETE FROM main.h"))
    and "sequence" not in statement
]


@pytest.mark.parametrize("statement", WITHOUT)
def test_without_the_wall_the_same_is_done(room: Room, statement: str) -> None:
    db = room.desk.store.db
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(statement).fetchall()
    db.rollback()


def test_a_forgotten_where_finds_nothing_of_others(room: Room, stranger: Desk) -> None:
    found = {
        fence.table: stranger.store.rows(f"SELECT * FROM {fence.table}")
        for fence in FENCES
        if fence.table not in ("person", "meta", "milestone")
    }
    assert {table: len(rows) for table, rows in found.items() if rows} == {
        "account": 1,
        "draft": 1,
        "history": 1,
    }
    assert room.desk.store.rows("SELECT * FROM text WHERE body = ?", SECRET)


def test_each_of_the_two_finds_their_own_and_what_both_see(room: Room) -> None:
    session = a_session(room.desk, room.employee)
    found = session.store.rows("SELECT kind, party FROM text ORDER BY kind")
    assert [(row["kind"], row["party"]) for row in found] == [
        ("preparation", "employee"),
        ("private", "employee"),
        ("shared", ""),
    ]
    assert [row["writer"] for row in session.store.rows("SELECT * FROM entry")] == [room.employee.id]
    session.close()


def test_a_search_stands_behind_the_same_wall(stranger: Desk) -> None:
    looking = open_for_search(stranger.store)
    assert looking.rows("SELECT * FROM text") == []
    with pytest.raises(NotAllowed):
        looking.rows("SELECT body FROM main.text")
    looking.close()


def test_whoever_has_no_account_reaches_nothing(room: Room) -> None:
    store = open_store(room.desk.store.path)
    store.guard(0)
    assert [
        fence.table
        for fence in FENCES
        if fence.table not in ("person", "meta", "milestone") and store.rows(f"SELECT * FROM {fence.table}")
    ] == []
    store.close()


def test_the_names_of_the_wall_are_never_the_same(room: Room) -> None:
    """A statement that calls its own part as the wall calls its parts would walk through it."""
    names = []
    for _time in range(2):
        conn = sqlite3.connect(room.desk.store.path)
        wall.put_up(conn, 1)
        conn.set_authorizer(None)
        names += [name for (name,) in conn.execute("SELECT sql FROM sqlite_temp_schema WHERE name = 'text'")]
        conn.close()
    assert len(names) == len(set(names)) == 2


def test_every_table_and_view_of_the_file_has_its_place_in_the_wall(room: Room) -> None:
    there = {row["name"] for row in room.desk.store.rows("SELECT name FROM pragma_table_list")} - SQLITE
    assert there - wall.UNGUARDED == wall.DECLARED


def test_a_table_that_nobody_declared_is_shown_to_nobody(room: Room) -> None:
    room.desk.store.db.execute("CREATE TABLE salary (person INTEGER, amount INTEGER)")
    session = a_session(room.desk, room.me)
    for statement in ("SELECT amount FROM salary", "INSERT INTO main.salary VALUES (1, 2)"):
        with pytest.raises(sqlite3.DatabaseError, match=r"authorized|prohibited"):
            session.store.db.execute(statement)
    session.close()


def test_the_wall_stands_again_where_the_connection_is_a_new_one(room: Room, stranger: Desk) -> None:
    path = room.desk.store.path
    stranger.store._to_write = lambda: open_store(path).db
    stranger.drafts.keep(stranger.people.get(room.me, 3), "goal:new:2", {"title": "igen"})
    assert stranger.store.rows("SELECT * FROM text") == []
