"""The doctor finds what is wrong, says the command that mends it, and never falls ill itself."""

from __future__ import annotations

import shlex
import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from ijtui import paths
from ijtui.clock import wall_clock
from ijtui.data import backup, inspection, schema
from ijtui.services.doctor import Finding, disk, examine, installation
from tests.builders import Room, a_room
from tests.processes import Session


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a person without settings in a good terminal, whatever the machine that tests is like."""
    monkeypatch.setattr(installation, "_HEAVY", ())
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("IJTUI_CONFIG", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A closed file with a backup of this moment."""
    folder = tmp_path / "own folder"
    folder.mkdir()
    room = a_room(folder)
    backup.make(room.desk.store.path, "asked", wall_clock())
    room.desk.close()
    return room


def wrong(db: Path) -> list[Finding]:
    return [finding for finding in examine(db) if not finding.ok]


def only_wrong(db: Path, sentence: str) -> Finding:
    [finding] = wrong(db)
    assert sentence in finding.message
    return finding


def mended(finding: Finding) -> None:
    subprocess.run(shlex.split(finding.mend), check=True)


def test_a_healthy_file_has_nothing_wrong_and_is_left_as_it_was(room: Room) -> None:
    folder = room.desk.store.path.parent
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    assert wrong(room.desk.store.path) == []
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before


def test_every_sentence_is_one_that_a_person_can_read(room: Room) -> None:
    for finding in examine(room.desk.store.path):
        assert finding.message
        assert "{" not in finding.message


def test_an_open_file_is_healthy_too(room: Room) -> None:
    session = Session("store = open_store(path)\nwait_for_the_others()", room.desk.store.path)
    assert session.line() == "ready"
    assert wrong(room.desk.store.path) == []
    session.go()
    session.end()


def test_no_file_yet_is_nothing_wrong(tmp_path: Path) -> None:
    assert wrong(tmp_path / "none" / "ijtui.db") == []
    assert not (tmp_path / "none").exists()


def test_a_file_that_is_gone_can_be_brought_back(room: Room) -> None:
    path = room.desk.store.path
    path.unlink()
    finding = only_wrong(path, "is gone")
    assert shlex.split(finding.mend)[:4] == ["ijtui", "--db", str(path), "restore"]
    assert Path(shlex.split(finding.mend)[4]).exists()


def test_what_others_can_reach_is_closed_by_the_command(room: Room) -> None:
    path = room.desk.store.path
    path.chmod(0o644)
    mended(only_wrong(path, "Others on this machine can reach"))
    path.parent.chmod(0o755)
    mended(only_wrong(path, "Others on this machine can reach"))
    assert wrong(path) == []


@pytest.mark.parametrize("content", [b"# Notes\n" * 100, b"short", b"\0" * 5000])
def test_a_file_that_is_not_ours_is_told(room: Room, content: bytes) -> None:
    room.desk.store.path.write_bytes(content)
    only_wrong(room.desk.store.path, "is not an ijtui file")


def test_a_newer_file_is_told_with_the_command_that_upgrades_the_program(room: Room) -> None:
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.execute(f"PRAGMA user_version={schema.NEWEST + 1}")
    assert "install --upgrade ijtui" in only_wrong(room.desk.store.path, "newer ijtui").mend


def test_an_older_file_is_nothing_wrong(room: Room) -> None:
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.execute(f"PRAGMA user_version={schema.NEWEST - 1}")
    assert wrong(room.desk.store.path) == []
    assert any("older version" in finding.message for finding in examine(room.desk.store.path))


def test_a_damaged_file_has_the_command_that_brings_the_newest_backup_back(room: Room) -> None:
    path = room.desk.store.path
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(bytes(data))
    assert shlex.split(only_wrong(path, "is damaged").mend)[-1] == str(backup.newest(path))


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE conversation SET state = 'stolen'", "1 place in the file can't be understood"),
        ("UPDATE template_copy SET body = '{}'", "1 place in the file can't be understood"),
        ("UPDATE conversation SET agenda = NULL", "1 place in the file can't be understood"),
        (
            "INSERT INTO material SELECT id, '{}', '2026-12-10' FROM conversation",
            "1 place in the file can't be understood",
        ),
        (
            "INSERT INTO assessment (conversation, profile) VALUES (1, 1)",
            "1 place in the file can't be understood",
        ),
        ("INSERT INTO draft VALUES (1, 'x', '{', '2026')", "1 place in the file can't be understood"),
        (
            "INSERT INTO round (name, kind, first, last, author, made) VALUES ('', 'x', '1', '2', 1, '')",
            "1 place in the file can't be understood",
        ),
        ("UPDATE person SET manager = 99", "2 rows in the file point at something"),
    ],
)
def test_what_cannot_be_understood_is_counted(room: Room, sql: str, sentence: str) -> None:
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.execute(sql)
        conn.commit()
    assert "restore" in only_wrong(room.desk.store.path, sentence).mend


def test_a_history_that_somebody_changed_is_told(room: Room) -> None:
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.executescript("DROP TRIGGER history_no_update; UPDATE history SET verb = 'opened' WHERE id = 2")
    only_wrong(room.desk.store.path, "The history doesn't hold together from line 2 on.")


def test_an_old_backup_and_none_at_all_are_told(room: Room) -> None:
    path = room.desk.store.path
    [newest] = backup.listed(path)
    newest.unlink()
    assert shlex.split(only_wrong(path, "no backup").mend) == ["ijtui", "--db", str(path), "backup"]
    backup.make(path, "asked", wall_clock() - timedelta(days=30))
    only_wrong(path, "30 days old")
    backup.make(path, "asked", wall_clock() - timedelta(days=6))
    assert wrong(path) == []


def test_a_log_that_cannot_be_written_is_opened_by_the_command(room: Room) -> None:
    path = room.desk.store.path
    path.with_name("ijtui.db-wal").touch(0o600)
    left = path.with_name("ijtui.db-shm")
    left.write_bytes(b"\0" * 32768)
    left.chmod(0o400)
    mended(only_wrong(path, "nothing can be saved"))
    assert wrong(path) == []


def test_an_abrupt_end_is_told_and_nothing_wrong(room: Room) -> None:
    writes = 'desk = a_desk(path.parent)\nme, _ = desk.people.me()\ndesk.people.add(me, a_person("Ny"))\n'
    session = Session(writes + 'print("stored", flush=True)\nwait_for_the_others()', room.desk.store.path)
    assert session.line() == "stored"
    session.kill()
    assert wrong(room.desk.store.path) == []
    assert any("ended abruptly" in finding.message for finding in examine(room.desk.store.path))


def test_a_link_and_a_folder_in_the_place_of_the_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.db").mkdir()
    for name in ("link.db", "folder.db"):
        assert any("not an ordinary file" in finding.message for finding in wrong(tmp_path / name))


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("/dev/sda1 / ext4 rw 0 0\nsrv:/home /home/anna nfs4 rw 0 0\n", "nfs4"),
        ("/dev/sda1 / ext4 rw 0 0\nsrv:/home /home/ann nfs4 rw 0 0\n", ""),
        ("//srv/x /home cifs rw 0 0\n/dev/sdb1 /home/anna ext4 rw 0 0\n", ""),
        ("/dev/sda1 / ext4 rw 0 0\nanna@srv: /home/anna fuse.sshfs rw 0 0\n", "fuse.sshfs"),
        ("srv:/ / nfs rw 0 0\n", "nfs"),
        ("/dev/sda1 /home/anna ext4 rw 0 0\nsrv:/home /home/anna nfs rw 0 0\n", "nfs"),
        ("nonsense\n", ""),
    ],
)
def test_a_network_disk_is_told_from_a_disk_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mounts: str, kind: str
) -> None:
    (tmp_path / "mounts").write_text(mounts)
    monkeypatch.setattr(inspection, "_MOUNTS", tmp_path / "mounts")
    assert inspection.network_disk(Path("/home/anna/ijtui.db")) == kind


def test_a_network_disk_and_a_full_one_are_wrong(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "network_disk", lambda _path: "nfs4")
    only_wrong(room.desk.store.path, "network disk (nfs4)")
    monkeypatch.undo()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=3 * 2**20))
    assert any("Only 3 MB" in finding.message for finding in wrong(room.desk.store.path))


def test_settings_with_errors_are_told_with_the_line(room: Room, own_folder: Path) -> None:
    (own_folder / "settings.toml").write_text('mouse = true\ntheme = "pink"\n')
    finding = only_wrong(room.desk.store.path, "settings.toml:2: ")
    assert finding.mend.endswith(shlex.join([str(own_folder / "settings.toml")]))


def test_own_templates_with_errors_are_told_with_the_command_that_checks_them(
    room: Room, own_folder: Path
) -> None:
    (own_folder / "agendas").mkdir()
    (own_folder / "agendas" / "mine.md").write_bytes(b"\xff\xfe")
    finding = only_wrong(room.desk.store.path, "mine.md has errors")
    assert shlex.split(finding.mend)[:3] == ["ijtui", "template", "check"]


def test_own_competence_sets_with_errors_are_told_with_the_command_that_checks_them(
    room: Room, own_folder: Path
) -> None:
    (own_folder / "competences").mkdir()
    (own_folder / "competences" / "mine.toml").write_text("title =\n")
    finding = only_wrong(room.desk.store.path, "mine.toml has errors")
    assert shlex.split(finding.mend)[:3] == ["ijtui", "competence", "check"]


def test_missing_words_are_told(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = tmp_path / "locale" / "sv" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (messages / "ijtui.po").touch()
    monkeypatch.setattr(paths, "LOCALE", tmp_path / "locale")
    only_wrong(room.desk.store.path, "Swedish words are missing")


def test_an_uncompiled_program_is_told_and_compiled_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "slow"
    package.mkdir()
    for name in ("__init__", "one", "two"):
        (package / f"{name}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(installation, "_HEAVY", ("slow", "not_there"))
    [finding] = [found for found in installation.findings() if "four times slower" in found.message]
    mended(finding)
    assert [found for found in installation.findings() if "four times slower" in found.message] == []


@pytest.mark.parametrize("kind", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_draw_is_told(room: Room, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv("TERM", kind)
    assert "TERM=" in only_wrong(room.desk.store.path, "TERM is").mend


def test_a_locale_without_utf_8_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda _set: "ISO-8859-1")
    monkeypatch.setenv("LC_ALL", "sv_SE.ISO-8859-1")
    assert "LC_ALL" in only_wrong(room.desk.store.path, "sv_SE.ISO-8859-1 is not UTF-8").mend
