"""Backups: whole, checked, the owner's alone, and the newest ten."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from ijtui.data import backup
from ijtui.data.connection import APPLICATION_ID
from ijtui.errors import StorageFailed
from tests.builders import NOW, Room, a_desk, a_person, a_room, shared


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


def people_in(copy: Path) -> list[str]:
    with closing(sqlite3.connect(copy)) as conn:
        return [name for (name,) in conn.execute("SELECT name FROM person ORDER BY id")]


def test_a_backup_holds_what_the_log_still_holds(room: Room) -> None:
    room.desk.people.add(room.me, a_person("Nyaste"))
    copy = room.desk.backups.make()
    assert people_in(copy) == ["Maria Månsson", "Erik Ek", "Nyaste"]
    room.desk.close()


def test_a_backup_is_one_file_ours_and_the_owners_alone(room: Room) -> None:
    copy = room.desk.backups.make()
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    room.desk.close()


def test_the_newest_ten_are_kept(room: Room) -> None:
    made = []
    for _time in range(13):
        room.clock.forward(minutes=1)
        made.append(room.desk.backups.make())
    assert list(room.desk.backups.all()) == made[:2:-1]
    room.desk.close()


def test_a_backup_is_made_once_a_day(room: Room) -> None:
    assert room.desk.backups.make_daily() is not None
    room.clock.forward(hours=14)
    assert room.desk.backups.make_daily() is None
    room.clock.forward(hours=1)
    copy = room.desk.backups.make_daily()
    assert copy is not None
    assert backup.made_at(copy) == room.clock.now
    assert backup.taken_on(room.desk.store.path, room.clock.now.date())
    assert not backup.taken_on(room.desk.store.path, date(2026, 11, 20))
    room.desk.close()


def test_a_neighbour_with_a_similar_name_has_backups_of_its_own(tmp_path: Path) -> None:
    room, neighbour = a_room(tmp_path), a_desk(tmp_path, name="ijtui-20261121.db")
    mine, theirs = room.desk.backups.make(), neighbour.backups.make()
    assert room.desk.backups.all() == (mine,)
    assert neighbour.backups.all() == (theirs,)
    room.desk.close()
    neighbour.close()


def test_a_name_that_looks_like_a_pattern_is_only_a_name(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, name="[a]*.db")
    copy = desk.backups.make()
    assert desk.backups.all() == (copy,)
    desk.close()


def test_other_files_in_the_folder_are_left_alone(room: Room) -> None:
    folder = room.desk.backups.make().parent
    others = [folder / "ijtui-mine.db", folder / "notes.txt", folder / "ijtui-20261121T0-1-asked.db"]
    for other in others:
        other.write_text("mine")
    for _time in range(12):
        room.clock.forward(minutes=1)
        room.desk.backups.make()
    assert all(other.read_text() == "mine" for other in others)
    assert len(room.desk.backups.all()) == backup.KEPT
    room.desk.close()


def test_what_a_killed_program_left_half_written_is_cleared_away(room: Room) -> None:
    folder = room.desk.backups.make().parent
    old, new = folder / "ijtui-1-old.part", folder / "ijtui-2-new.part"
    old.write_text("what somebody said")
    new.write_text("what somebody is just writing")
    hours_ago = old.stat().st_mtime - timedelta(hours=2).total_seconds()
    os.utime(old, (hours_ago, hours_ago))
    room.clock.forward(minutes=1)
    room.desk.backups.make()
    assert [part.name for part in folder.glob("*.part")] == [new.name]
    room.desk.close()


def test_a_backup_while_another_session_writes_is_whole(room: Room) -> None:
    """Every copy holds a prefix of what was written, for each write adds one letter."""
    writer = a_desk(room.desk.store.path.parent, patience=5)
    stop = threading.Event()
    written = []

    def write() -> None:
        desk = a_desk(room.desk.store.path.parent, patience=5)
        body = ""
        while not stop.is_set() and len(body) < 2000:
            body += "abc"[len(body) % 3]
            desk.texts.save(room.me, shared(), body, len(body) - 1)
        written.append(body)
        desk.close()

    thread = threading.Thread(target=write)
    thread.start()
    copies = []
    for _time in range(5):
        room.clock.forward(minutes=1)
        copies.append(room.desk.backups.make())
    stop.set()
    thread.join()
    writer.close()
    for copy in copies:
        with closing(sqlite3.connect(copy)) as conn:
            assert conn.execute("PRAGMA quick_check").fetchone() == ("ok",)
            bodies = [body for (body,) in conn.execute("SELECT body FROM text")]
        assert all(written[0].startswith(body) for body in bodies)
    room.desk.close()


def test_a_backup_of_a_damaged_file_is_not_kept(room: Room) -> None:
    for number in range(300):
        room.desk.people.add(room.me, a_person(f"Person {number}"))
    path = room.desk.store.path
    room.desk.close()
    data = bytearray(path.read_bytes())
    data[-4096:] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    with pytest.raises(StorageFailed):
        backup.make(path, "asked", NOW)
    assert backup.listed(path) == []
    assert list((path.parent / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(room: Room) -> None:
    (room.desk.store.path.parent / "backups").write_text("in the way")
    with pytest.raises(StorageFailed, match="backup can't be written"):
        room.desk.backups.make()
    room.desk.close()
