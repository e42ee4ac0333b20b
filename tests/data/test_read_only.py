"""A file that can only be read is opened for reading; it is saved to as soon as that is possible again."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.clock import wall_clock
from ijtui.data import backup
from tests.builders import Room, a_room, shared
from tests.processes import Session, given_away

LOOK = """
become_ordinary()
desk = a_desk_as_it_is(path)
me, _part = desk.people.me()
print(desk.store.read_only, desk.texts.read(me, shared()).body)
print(sorted(file.name for file in path.parent.iterdir()))
try:
    desk.texts.save(me, shared(), "more", 1)
except StorageFailed as failed:
    print(failed)
wait_for_the_others()
print(desk.texts.save(me, shared(), "more", 1).version, desk.store.read_only)
desk.close()
print(sorted(file.name for file in path.parent.iterdir()))
"""
DESK = "a_desk_as_it_is = lambda path: ijtui.services.desk.open_desk(path, clock=FixedClock())\n"


@pytest.fixture
def room() -> Iterator[Room]:
    """A closed file with a text in it, in a folder that an ordinary account can get at."""
    folder = Path(tempfile.mkdtemp(prefix="ijtui-"))
    room = a_room(folder)
    room.write(room.me, shared(), "Hej")
    room.desk.close()
    yield room
    shutil.rmtree(folder)


def look(path: Path) -> Session:
    given_away(path)
    given_away(path.parent)
    return Session(DESK + LOOK, path)


def test_a_sealed_file_is_read_leaves_nothing_behind_and_is_saved_to_once_it_is_unsealed(room: Room) -> None:
    path = room.desk.store.path
    path.chmod(0o400)
    session = look(path)
    assert session.line() == "True Hej"
    assert session.line() == "['ijtui.db']"
    assert session.line() == f"{path} can only be read, so nothing is saved. Run: chmod 600 {path}"
    assert session.line() == "ready"
    path.chmod(0o600)
    session.go()
    assert session.end().splitlines() == ["2 False", "['ijtui.db']"]


def test_a_file_in_a_sealed_folder_is_read_and_saved_to_once_it_is_unsealed(room: Room) -> None:
    path = room.desk.store.path
    path.parent.chmod(0o500)
    session = look(path)
    assert session.line() == "True Hej"
    assert session.line() == "['ijtui.db']"
    assert session.line().endswith(f"Run: chmod 700 {path.parent}")
    assert session.line() == "ready"
    path.parent.chmod(0o700)
    session.go()
    assert session.end().splitlines()[0] == "2 False"


OLDER = """
become_ordinary()
try:
    open_store(path)
except StorageFailed as failed:
    print(failed)
"""


def test_an_older_file_that_can_only_be_read_is_refused_for_it_cannot_be_upgraded(room: Room) -> None:
    path = room.desk.store.path
    room = a_room(path.parent, name="older.db")
    older = room.desk.store.path
    room.desk.store.db.execute("PRAGMA user_version=1")
    room.desk.close()
    older.chmod(0o400)
    given_away(older)
    given_away(older.parent)
    assert "of an older version" in Session(OLDER, older).end()


EXAMINE = """
from ijtui.services.doctor import file
become_ordinary()
print([(finding.message, finding.mend) for finding in file.findings(path) if not finding.ok])
"""


def test_the_doctor_says_how_a_file_that_can_only_be_read_is_opened_for_writing(room: Room) -> None:
    path = room.desk.store.path
    backup.make(path, "asked", wall_clock())
    path.chmod(0o400)
    for place in (path.parent, *path.parent.iterdir()):
        given_away(place)
    said = Session(EXAMINE, path).end()
    assert said == str([(f"{path} can be read but not written.", f"chmod 600 {path}")])


MOUNTED = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" -c "$3" "$1"'
EXPORT = """
import sys
from pathlib import Path
from ijtui.errors import StorageFailed
from ijtui.services.desk import open_desk
from ijtui.clock import wall_clock
from ijtui.data import backup
from tests.builders import shared
desk = open_desk(Path(sys.argv[1]) / "ijtui.db")
me, _part = desk.people.me()
print(desk.plans.record(me, 1).notes)
try:
    desk.texts.save(me, shared(), "more", 1)
except StorageFailed as failed:
    print("not saved")
"""


KILLED = """
desk = a_desk(path.parent)
me, _part = desk.people.me()
desk.texts.save(me, shared(), "Hej igen", 1)
print("saved", flush=True)
wait_for_the_others()
"""


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_a_file_on_a_disk_that_is_mounted_for_reading_can_be_exported(room: Room, killed: bool) -> None:
    if killed:  # then the newest text lies in the log
        session = Session(KILLED, room.desk.store.path)
        assert session.line() == "saved"
        session.kill()
    folder = room.desk.store.path.parent
    words = ["unshare", "--mount", "sh", "-c", MOUNTED, "sh", str(folder), sys.executable, EXPORT]
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "--mount", "true"], check=False).returncode
    ):
        pytest.skip("mounting takes root's rights")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [f"{{'results': 'Hej{' igen' * killed}'}}", "not saved"], done.stderr
