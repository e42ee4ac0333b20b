"""Bringing a backup back: nothing is lost by it, whatever was there before."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from ijtui.data import backup, schema
from ijtui.data.opening import open_store
from ijtui.errors import StorageFailed
from ijtui.services.backup import Restored, restore
from tests.builders import FixedClock, Room, a_desk, a_person, a_room, shared
from tests.data.test_starting_together import an_old_file
from tests.processes import Session

LATER = FixedClock()
LATER.forward(days=1)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


@pytest.fixture
def copy(room: Room) -> Path:
    """Return a backup with two people; the file itself then gets a third, and is closed."""
    made = room.desk.backups.make()
    room.desk.people.add(room.me, a_person("Senare"))
    room.desk.close()
    return made


def names(path: Path) -> list[str]:
    store = open_store(path)
    found = [str(row["name"]) for row in store.rows("SELECT name FROM person ORDER BY id")]
    store.close()
    return found


def test_the_backup_takes_the_place_of_the_file_which_is_backed_up_first(room: Room, copy: Path) -> None:
    path = room.desk.store.path
    done = restore(path, copy, LATER)
    assert names(path) == ["Maria Månsson", "Erik Ek"]
    assert done.kept is not None
    assert not done.damaged
    assert done.kept.name.endswith("-restore.db")
    restore(path, done.kept, LATER)
    assert names(path) == ["Maria Månsson", "Erik Ek", "Senare"]


def test_the_backup_stays_even_when_it_is_the_eleventh(room: Room) -> None:
    made = [room.desk.backups.make() for _number in range(10) if room.clock.forward(minutes=1)]
    room.desk.close()
    restore(room.desk.store.path, made[0], LATER)
    assert made[0].exists()


def test_a_missing_file_is_made(room: Room, copy: Path) -> None:
    path = room.desk.store.path
    path.unlink()
    assert restore(path, copy, LATER) == Restored()
    assert names(path) == ["Maria Månsson", "Erik Ek"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_emptied_file_is_filled(room: Room, copy: Path) -> None:
    os.truncate(room.desk.store.path, 0)
    assert restore(room.desk.store.path, copy, LATER) == Restored()
    assert names(room.desk.store.path) == ["Maria Månsson", "Erik Ek"]


def test_a_backup_can_be_restored_to_a_new_place(copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new" / "other.db"
    restore(elsewhere, copy, LATER)
    assert names(elsewhere) == ["Maria Månsson", "Erik Ek"]
    assert stat.S_IMODE(elsewhere.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "where", [slice(0, 16), slice(100, 4096), slice(8192, None)], ids=["head", "schema", "pages"]
)
def test_a_damaged_file_is_set_aside_with_its_log(room: Room, copy: Path, where: slice) -> None:
    path = room.desk.store.path
    data = bytearray(path.read_bytes())
    data[where] = b"\xff" * len(data[where])
    path.write_bytes(bytes(data))
    log = path.with_name("ijtui.db-wal")
    log.write_bytes(b"what the log held")
    done = restore(path, copy, LATER)
    assert names(path) == ["Maria Månsson", "Erik Ek"]
    assert done == Restored(path.with_name("ijtui.db.damaged-20261122T093000"), damaged=True)
    assert done.kept is not None
    assert done.kept.read_bytes() == bytes(data)
    assert done.kept.with_name(f"{done.kept.name}-wal").read_bytes() == b"what the log held"
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == [
        "ijtui.db",
        "ijtui.db.damaged-20261122T093000",
        "ijtui.db.damaged-20261122T093000-wal",
    ]


def test_a_file_that_another_session_has_open_is_not_restored(room: Room) -> None:
    copy = room.desk.backups.make()
    session = Session("store = open_store(path)\nwait_for_the_others()\nstore.close()", room.desk.store.path)
    assert session.line() == "ready"
    room.desk.close()
    with pytest.raises(StorageFailed, match="open in another session"):
        restore(room.desk.store.path, copy, LATER)
    assert backup.listed(room.desk.store.path) == [copy]
    session.go()
    session.end()
    restore(room.desk.store.path, copy, LATER)


def test_a_damaged_file_that_another_session_has_open_is_not_restored(room: Room) -> None:
    copy = room.desk.backups.make()
    path = room.desk.store.path
    room.desk.close()
    session = Session("store = open_store(path)\nwait_for_the_others()", path)
    assert session.line() == "ready"
    with path.open("r+b") as stream:
        stream.write(b"\xff" * 5000)
    with pytest.raises(StorageFailed, match="open in another session"):
        restore(path, copy, LATER)
    assert path.read_bytes()[:5000] == b"\xff" * 5000
    session.kill()
    assert restore(path, copy, LATER).damaged


def test_a_session_that_starts_after_a_restore_finds_the_backup(room: Room, copy: Path) -> None:
    path = room.desk.store.path
    restore(path, copy, LATER)
    desk = a_desk(path.parent)
    desk.texts.save(room.me, shared(), "efter", 0)
    desk.close()
    desk = a_desk(path.parent)
    assert desk.texts.read(room.me, shared()).body == "efter"
    assert desk.store.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    desk.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_what_is_no_sound_backup_of_ours_changes_nothing(room: Room, copy: Path, tmp_path: Path) -> None:
    path = room.desk.store.path
    bad = tmp_path / "bad"
    bad.mkdir()
    whole = copy.read_bytes()
    (bad / "text.db").write_text("# Notes\n" * 100)
    (bad / "short.db").write_text("# Notes")
    (bad / "empty.db").touch()
    (bad / "cut.db").write_bytes(whole[: len(whole) // 2])
    (bad / "rotten.db").write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with closing(sqlite3.connect(bad / "foreign.db")) as conn:
        conn.execute("CREATE TABLE theirs (x)")
    (bad / "newer.db").write_bytes(whole)
    with closing(sqlite3.connect(bad / "newer.db")) as conn:
        conn.execute(f"PRAGMA user_version={schema.NEWEST + 1}")
    said = {
        "missing.db": "There is no file",
        "text.db": "is not an ijtui file",
        "short.db": "is not an ijtui file",
        "empty.db": "is not an ijtui file",
        "foreign.db": "is not an ijtui file",
        "cut.db": "is damaged",
        "rotten.db": "is damaged",
        "newer.db": "newer ijtui",
    }
    before = contents(path.parent)
    for name, sentence in said.items():
        with pytest.raises(StorageFailed, match=sentence):
            restore(path, bad / name, LATER)
    with pytest.raises(StorageFailed, match="is the file itself"):
        restore(path, path, LATER)
    with pytest.raises(StorageFailed, match="There is no file"):
        restore(path, bad, LATER)
    assert contents(path.parent) == before
    assert len(backup.listed(path)) == 1


def test_another_programs_file_is_never_replaced(room: Room, copy: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.db"
    with closing(sqlite3.connect(theirs)) as conn:
        conn.execute("CREATE TABLE theirs (x)")
    theirs.chmod(0o600)
    before = theirs.read_bytes()
    with pytest.raises(StorageFailed, match="not an ijtui file"):
        restore(theirs, copy, LATER)
    assert theirs.read_bytes() == before


def test_an_older_backup_is_upgraded_when_it_is_opened(room: Room, copy: Path) -> None:
    old = an_old_file(copy.with_name("old.db"))
    restore(room.desk.store.path, old, LATER)
    assert names(room.desk.store.path) == ["Anna"]


KILLED = """
import os, threading
from ijtui.clock import wall_clock
copy, delay = Path(sys.argv[2]), float(sys.argv[3])
print("ready", flush=True)
threading.Timer(delay, os._exit, (9,)).start()
for _time in range(1000):
    ijtui.services.backup.restore(path, copy)
    print("done", flush=True)
"""


def test_a_restore_that_is_killed_leaves_the_one_or_the_other(room: Room, copy: Path) -> None:
    path = room.desk.store.path
    for number in range(4):
        session = Session(KILLED, path, copy, 0.01 + 0.013 * number)
        assert session.line() == "ready"
        session.kill()
        assert names(path) in (["Maria Månsson", "Erik Ek"], ["Maria Månsson", "Erik Ek", "Senare"])
