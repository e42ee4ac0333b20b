"""Copies for root's own folder, and the way back; people are at work meanwhile, or kept out."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.admin.conftest import Server


@pytest.fixture
def folder(peopled: Server, tmp_path: Path) -> Path:
    """A folder of root's for copies; not there yet."""
    return tmp_path / "copies"


def test_a_copy_lies_in_roots_folder_and_nobody_else_can_read_it(peopled: Server, folder: Path) -> None:
    copy = Path(peopled.fine("backup", "--to", folder).strip())
    assert copy.parent == folder
    assert [place.name for place in folder.iterdir()] == [copy.name]
    assert (copy.stat().st_uid, copy.stat().st_mode & 0o777) == (0, 0o600)
    assert folder.stat().st_mode & 0o777 == 0o700
    theirs = peopled.places.data / "backups" / copy.name
    assert theirs.read_bytes() == copy.read_bytes()


def test_the_newest_are_kept_and_strange_files_are_left(peopled: Server, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "ijtui-old.db").write_text("mine")
    copies = [Path(peopled.fine("backup", "--to", folder, "--keep", "2").strip()) for _ in range(3)]
    assert sorted(folder.iterdir()) == sorted([folder / "ijtui-old.db", *copies[1:]])


def test_a_copy_holds_what_was_saved_while_others_write(peopled: Server, folder: Path) -> None:
    with closing(sqlite3.connect(peopled.places.database)) as session:
        session.execute("UPDATE person SET role = 'saved' WHERE name = 'Bo Berg'")
        session.commit()
        session.execute("BEGIN IMMEDIATE")
        session.execute("UPDATE person SET role = 'not yet' WHERE name = 'Bo Berg'")
        copy = Path(peopled.fine("backup", "--to", folder).strip())
        session.rollback()
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT role FROM person WHERE name = 'Bo Berg'").fetchone() == ("saved",)


def test_a_folder_that_others_can_reach_gets_no_copy(peopled: Server, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    said = peopled.admin("backup", "--to", folder)
    assert (said.code, f"chmod 700 {folder}" in said.err) == (1, True)
    assert list(folder.iterdir()) == []
    folder.chmod(0o700)
    os.chown(folder, peopled.uid, -1)
    said = peopled.admin("backup", "--to", folder)
    assert (said.code, "does not belong to root" in said.err) == (1, True)
    assert list(folder.iterdir()) == []


def test_back_to_a_copy_and_what_was_there_is_kept(peopled: Server, folder: Path) -> None:
    copy = Path(peopled.fine("backup", "--to", folder).strip())
    peopled.fine("person", "add", "eva", "Eva Ek")
    said = peopled.fine("restore", copy)
    assert "eva" not in peopled.fine("person", "list")
    kept = Path(said.rsplit(" ", 1)[1].strip().rstrip("."))
    with closing(sqlite3.connect(kept)) as before:
        assert before.execute("SELECT count(*) FROM person").fetchone() == (3,)
    found = [peopled.places.data, *peopled.places.data.rglob("*")]
    assert {place.stat().st_uid for place in found} == {peopled.uid}
    assert [place.name for place in peopled.places.data.glob("restore-*")] == []


def test_whoever_comes_in_again_through_a_copy_is_named(peopled: Server, folder: Path) -> None:
    copy = Path(peopled.fine("backup", "--to", folder).strip())
    peopled.fine("person", "end", "bo")
    said = peopled.fine("restore", copy)
    assert said.endswith("    ijtui-admin person end bo\n")
    assert ["--user bo" in line for line in peopled.answered()] == [False]


def test_nothing_is_brought_back_while_somebody_is_at_it(peopled: Server, folder: Path) -> None:
    copy = Path(peopled.fine("backup", "--to", folder).strip())
    with closing(sqlite3.connect(peopled.places.database)) as session:
        session.execute("SELECT count(*) FROM person").fetchone()
        said = peopled.admin("restore", copy)
    assert (said.code, "open in another session" in said.err) == (1, True)
    assert [place.name for place in peopled.places.data.glob("restore-*")] == []


@pytest.mark.parametrize("kind", ["missing", "link", "pipe", "text", "empty"])
def test_what_is_no_copy_is_refused_by_its_own_name(peopled: Server, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "copy.db"
    if kind == "link":
        file.symlink_to("/etc/shadow")
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind != "missing":
        file.write_text("x" * 4096 if kind == "text" else "")
    before = peopled.places.database.read_bytes()
    said = peopled.admin("restore", file)
    assert (said.code, str(file) in said.err, "restore-" in said.err) == (1, True, False)
    assert peopled.places.database.read_bytes() == before


def test_a_damaged_file_is_brought_back_and_lies_aside(peopled: Server, folder: Path) -> None:
    copy = Path(peopled.fine("backup", "--to", folder).strip())
    with peopled.places.database.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"\xff" * 60_000)
    assert "The damaged file lies in" in peopled.fine("restore", copy)
    assert "Bo Berg" in peopled.fine("person", "list")


def test_without_a_file_nothing_is_copied(server: Server) -> None:
    said = server.admin("backup")
    assert (said.code, "ijtui-admin person add" in said.err) == (1, True)
