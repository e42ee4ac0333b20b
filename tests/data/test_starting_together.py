"""Several sessions that start in the same moment, on a new file and on an old one."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from ijtui.data import backup, schema
from ijtui.data.connection import APPLICATION_ID, PRAGMAS
from ijtui.data.opening import open_store
from tests.processes import Session, all_at_once

FILES = 20  # one is not enough for sessions to meet in the wrong moment
USE = f"""
for number in range({FILES}):
    store = open_store(path / f"{{number}}.db")
    with store.writing():
        store.insert("person", {{"name": sys.argv[2]}})
        people = len(store.rows("SELECT * FROM person"))
    print(people)
    store.close()
"""


def an_old_file(path: Path, missing: str = "history") -> Path:
    """Make a file as an earlier version would have left it, with a person in it."""
    path.touch(0o600)
    with closing(sqlite3.connect(path)) as conn:
        for pragma in (f"application_id={APPLICATION_ID}", *PRAGMAS):
            conn.execute(f"PRAGMA {pragma}")
        old = Database(conn, execute_plugins=False)
        schema.migrations().apply(old, stop_before=missing)
        old.execute(f"PRAGMA user_version={len(schema.migrations().applied(old))}")
        old.table("person").insert({"name": "Anna"})
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as conn:
        return int(conn.execute("PRAGMA user_version").fetchone()[0])


def test_four_sessions_that_start_on_a_new_file_all_use_it(tmp_path: Path) -> None:
    said = all_at_once(USE, tmp_path)
    assert all("4" in of_one_file for of_one_file in zip(*(lines.split() for lines in said), strict=True))
    assert [file.name for file in tmp_path.iterdir() if file.is_dir()] == []


def test_four_sessions_that_start_on_an_old_file_upgrade_it_once(tmp_path: Path) -> None:
    paths = [an_old_file(tmp_path / f"{number}.db") for number in range(FILES)]
    said = all_at_once(USE, tmp_path)
    assert all("5" in of_one_file for of_one_file in zip(*(lines.split() for lines in said), strict=True))
    for path in paths:
        assert version(path) == schema.NEWEST
        [copy] = backup.listed(path)
        assert version(copy) == 3


HOLD = """
import sqlite3
path.touch(0o600)
conn = sqlite3.connect(path, isolation_level=None)
conn.execute("BEGIN IMMEDIATE")
wait_for_the_others()
conn.execute("COMMIT")
conn.close()
"""


def test_a_start_waits_for_one_that_is_just_making_the_file(tmp_path: Path) -> None:
    other = Session(HOLD, tmp_path / "ijtui.db")
    assert other.line() == "ready"
    timer = threading.Timer(0.1, other.go)  # SQLite itself would not wait at all before changing to WAL
    timer.start()
    open_store(tmp_path / "ijtui.db", patience=0).close()
    timer.join()
    other.end()


def test_what_was_there_before_an_upgrade_is_backed_up_whole(tmp_path: Path) -> None:
    path = an_old_file(tmp_path / "ijtui.db", missing="goals_actions_and_feedback")
    open_store(path).close()
    [copy] = backup.listed(path)
    assert copy.name.endswith("-upgrade.db")
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("SELECT name FROM person").fetchall() == [("Anna",)]
        assert conn.execute("SELECT name FROM sqlite_schema WHERE name = 'goal'").fetchall() == []


def test_an_upgrade_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = an_old_file(tmp_path / "ijtui.db", missing="goals_actions_and_feedback")
    last = schema.migrations()._migrations[-1]

    def fails(db: Database) -> None:
        db.executescript("CREATE TABLE half (x) STRICT; SELECT nonsense;")

    monkeypatch.setattr(last, "fn", fails)
    with pytest.raises(Exception, match="can't be opened"):
        open_store(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as conn:
        names = {name for (name,) in conn.execute("SELECT name FROM sqlite_schema")}
    assert not names & {"half", "goal", "history"}
    assert version(path) == 2
    open_store(path).close()
    assert version(path) == schema.NEWEST


def test_every_earlier_version_can_be_upgraded(tmp_path: Path) -> None:
    names = [step.name for step in schema.migrations()._migrations]
    for missing in names[1:]:
        path = an_old_file(tmp_path / f"{missing}.db", missing)
        store = open_store(path)
        assert store.rows("SELECT name FROM person") == [{"name": "Anna"}]
        store.close()
        assert version(path) == len(names)
