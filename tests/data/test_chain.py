"""The history is bound line to line: what is changed in it is found, and nothing of ours can change it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ijtui.data.chain import read_through
from ijtui.data.opening import open_store
from tests.builders import Room, a_room, shared
from tests.data.test_starting_together import an_old_file
from tests.processes import all_at_once

BEFORE_THE_CHAIN = "chained_history"

MANY_LINES = """
from datetime import datetime
from ijtui.data.history import History
from ijtui.domain.history import Event
store = open_store(path / "ijtui.db")
history = History(store)
for number in range(60):
    with store.writing():
        history.add(Event(1, "changed", f"goal:{number}", datetime(2026, 11, 21)))
store.close()
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    for number in range(5):
        room.clock.forward(minutes=1)
        room.hold(room.book())
        room.write(room.me, shared(conversation=number + 1), "text")
    yield room
    room.desk.close()


def forge(room: Room, sql: str) -> None:
    """Write past the program and past the triggers, as somebody with the file in hands can."""
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        for (trigger,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {trigger}")
        conn.execute(sql)
        conn.commit()


def test_a_history_that_nobody_touched_is_whole(room: Room) -> None:
    chain = read_through(room.desk.store.path)
    assert chain is not None
    assert chain.is_whole
    assert chain.lines == len(room.desk.store.rows("SELECT id FROM history"))
    assert chain.head == room.desk.store.rows("SELECT hash FROM history ORDER BY id DESC")[0]["hash"]


@pytest.mark.parametrize(
    ("sql", "broken"),
    [
        ("UPDATE history SET who = 2 WHERE id = 6", 6),
        ("UPDATE history SET verb = 'opened' WHERE id = 6", 6),
        ("UPDATE history SET at = '2020-01-01T00:00:00' WHERE id = 6", 6),
        ("UPDATE history SET subject = 'goal:1' WHERE id = 6", 6),
        ("UPDATE history SET conversation = NULL WHERE id = 6", 6),
        ("DELETE FROM history WHERE id = 6", 7),
        ("UPDATE history SET id = 600 WHERE id = 6", 7),
        ("UPDATE history SET hash = 'x' WHERE id = 6", 6),
        ("UPDATE history SET conversation = 9007199254740993 WHERE id = 6", 6),
        ("INSERT INTO history (who, verb, subject, at) VALUES (1, 'signed', 'plan:1', '2026-11-21')", 20),
    ],
)
def test_the_first_line_that_somebody_touched_is_named(room: Room, sql: str, broken: int) -> None:
    lines = len(room.desk.store.rows("SELECT id FROM history"))
    forge(room, sql)
    chain = read_through(room.desk.store.path)
    assert chain is not None
    assert chain.broken == (lines + 1 if broken == 20 else broken)
    assert not chain.is_whole


def test_a_tail_that_was_cut_off_is_found_by_a_hash_that_was_kept_elsewhere(room: Room) -> None:
    before = read_through(room.desk.store.path)
    assert before is not None
    forge(room, "DELETE FROM history WHERE id > 10")
    alone, kept = read_through(room.desk.store.path), read_through(room.desk.store.path, before.head)
    assert alone is not None
    assert kept is not None
    assert alone.is_whole, "without it nobody can know"
    assert not kept.is_whole


def test_a_hash_that_was_kept_is_found_again_when_the_history_has_grown(room: Room) -> None:
    before = read_through(room.desk.store.path)
    assert before is not None
    room.hold(room.book())
    after = read_through(room.desk.store.path, before.head)
    assert after is not None
    assert after.known
    assert after.head != before.head


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE history SET verb = 'x'",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history SELECT * FROM history LIMIT 1",
    ],
)
@pytest.mark.parametrize("recursive", [0, 1])
def test_no_statement_changes_a_line(room: Room, sql: str, recursive: int) -> None:
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            conn.execute(sql)


def test_sessions_that_write_at_once_make_one_chain(tmp_path: Path) -> None:
    a_room(tmp_path).desk.close()
    all_at_once(MANY_LINES, tmp_path)
    chain = read_through(tmp_path / "ijtui.db")
    assert chain is not None
    assert chain.is_whole
    assert chain.lines > 4 * 60


def test_what_an_earlier_version_noted_is_bound_when_the_file_is_brought_up_to_date(tmp_path: Path) -> None:
    path = an_old_file(tmp_path / "ijtui.db", missing=BEFORE_THE_CHAIN)
    with closing(sqlite3.connect(path)) as conn:
        conn.executemany(
            "INSERT INTO history (who, verb, subject, at) VALUES (1, 'booked', ?, '2026-11-21T09:00:00')",
            [(f"conversation:{number}",) for number in range(5000)],
        )
        conn.commit()
    assert read_through(path) is None
    open_store(path).close()
    chain = read_through(path)
    assert chain is not None
    assert (chain.lines, chain.is_whole) == (5000, True)
