"""Which files are opened, which are refused, and what a refusal says."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ijtui.data import backup, schema
from ijtui.data.connection import APPLICATION_ID
from ijtui.data.opening import open_store
from ijtui.data.restore import restore
from ijtui.errors import StorageFailed
from tests.builders import NOW, a_desk, a_room

TABLES = {
    "meta", "person", "conversation", "progress", "used", "checked", "opened", "text", "revision", "draft",
    "goal", "action", "feedback", "history", "milestone", "check_in", "shortfall", "wording", "assessment",
    "rating", "submitted", "agreed", "entry", "entry_tag", "entry_revision", "recognition", "training",
    "training_budget", "advancement", "material", "account", "presence", "signed_plan", "signature",
    "passed_on", "unit", "post", "template_copy", "round",
    "round_unit", "round_member", "template", "template_version", "template_draft", "template_revision",
    "target", "handover", "handover_choice", "handed_over", "keeping", "hold", "weeding", "weeded", "extract",
}  # fmt: skip

GUARDS = {
    f"{table}_no_{what}"
    for table in ("history", "signed_plan", "signature", "template_version")
    for what in ("update", "delete", "replace")
}
"""The triggers: rows of these tables are only added."""

LOOKOUTS = {
    "asked",
    "judged",
    "prepared",
    "exchanged",
    "stirred",
    "turns",
    "standing",
    "counted_point",
    "counted_plan",
    "handing_over",
}
"""The views: that something is there, and not what."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ijtui.db"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("journal_size_limit", 4194304),
        ("busy_timeout", 250),
        ("application_id", APPLICATION_ID),
        ("user_version", schema.NEWEST),
        ("recursive_triggers", 1),
    ],
)
def test_every_connection_has_the_settings_of_the_house(path: Path, pragma: str, value: object) -> None:
    open_store(path).close()
    store = open_store(path, patience=0.25)
    assert store.db.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    store.close()


def test_the_file_holds_our_tables_all_strict_our_triggers_and_our_views(path: Path) -> None:
    store = open_store(path)
    listed = store.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    tables = {row["name"]: row["strict"] for row in listed}
    others = store.rows("SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')")
    store.close()
    assert {row["name"] for row in others} == GUARDS | LOOKOUTS
    assert tables.pop("_sqlite_migrations") in (0, 1)  # the library's own
    assert tables == dict.fromkeys(TABLES, 1) | {"sqlite_schema": 0, "sqlite_sequence": 0}


def test_a_new_file_gets_no_backup(path: Path) -> None:
    open_store(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["ijtui.db"]


def test_an_empty_file_becomes_ours(path: Path) -> None:
    path.touch(0o600)
    store = open_store(path)
    assert store.rows("SELECT * FROM person") == []
    store.close()


@pytest.mark.parametrize("number", [0, 0x12345678])
def test_another_programs_database_is_refused_and_not_touched(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id={number}")
        other.execute("CREATE TABLE theirs (x)")
        other.commit()
    path.chmod(0o600)
    before = path.read_bytes()
    with pytest.raises(StorageFailed, match="not an ijtui file"):
        open_store(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"# Notes\n" * 40, b"\0" * 4096, b"x", b"x" * 99, b"x" * 511])
def test_a_file_that_is_no_database_is_refused_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(StorageFailed, match="not an ijtui file"):
        open_store(path)
    assert path.read_bytes() == content


def test_a_newer_file_is_refused_and_not_touched(path: Path) -> None:
    open_store(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version={schema.NEWEST + 1}")
    with pytest.raises(StorageFailed, match="newer ijtui"):
        open_store(path)
    with closing(sqlite3.connect(path)) as newer:
        assert newer.execute("PRAGMA user_version").fetchone()[0] == schema.NEWEST + 1


def damage(path: Path, where: str) -> None:
    """Overwrite a part of the file: the first page's head, the schema, the pages after it, or all of it."""
    data = bytearray(path.read_bytes())
    if where == "head":
        data[:16] = b"\xff" * 16
    elif where == "schema":
        data[100:4096] = b"\xff" * 3996
    elif where == "pages":
        data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(b"" if where == "everything" else bytes(data))


@pytest.mark.parametrize("where", ["head", "schema", "pages", "everything"])
def test_a_damaged_file_names_the_newest_backup_and_the_command_that_brings_it_back(
    tmp_path: Path, where: str
) -> None:
    folder = tmp_path / "a b"  # a name that a shell would take apart
    folder.mkdir()
    room = a_room(folder)
    room.desk.backups.make()
    room.clock.forward(hours=1)
    room.book()
    newest = room.desk.backups.make()
    room.desk.close()
    path = folder / "ijtui.db"
    damage(path, where)
    with pytest.raises(StorageFailed, match="damaged") as refused:
        open_store(path)
    words = shlex.split(str(refused.value.values["command"]))
    assert words == ["ijtui", "--db", str(path), "restore", str(newest)]
    assert str(newest) in str(refused.value)
    restore(path, Path(words[-1]), NOW)
    desk = a_desk(folder)
    assert len(desk.conversations.all(room.me)) == 2
    desk.close()


def test_a_damaged_file_without_a_backup_sends_to_the_doctor(path: Path) -> None:
    open_store(path).close()
    damage(path, "pages")
    with pytest.raises(StorageFailed, match=r"damaged. Run: ijtui --db .* doctor"):
        open_store(path)


def test_the_usual_file_needs_no_option_in_the_command(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IJTUI_DB", str(path))
    open_store(path).close()
    damage(path, "pages")
    with pytest.raises(StorageFailed, match="Run: ijtui doctor"):
        open_store(path)


def test_a_deleted_file_is_begun_anew_for_that_was_somebodys_wish(path: Path) -> None:
    store = open_store(path)
    backup.make(path, "asked", NOW)
    store.close()
    path.unlink()
    open_store(path).close()
    assert len(backup.listed(path)) == 1


def test_a_value_that_was_never_stored_is_told_as_damage(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    room.desk.store.db.execute("UPDATE conversation SET state = 'stolen'")
    with pytest.raises(StorageFailed, match="damaged"):
        room.desk.conversations.get(room.me, 1)
    room.desk.store.db.execute("UPDATE conversation SET state = 'booked', starts = 'soon'")
    with pytest.raises(StorageFailed, match="damaged"):
        room.desk.conversations.get(room.me, 1)
    room.desk.close()


def test_refusing_a_file_leaves_it_closed(path: Path) -> None:
    path.write_bytes(b"x" * 200)
    path.chmod(0o600)
    for _time in range(3):
        with pytest.raises(StorageFailed):
            open_store(path)
    open_now = [link.resolve() for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert path not in open_now
