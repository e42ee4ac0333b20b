"""The file and its folder are the owner's alone."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
from pathlib import Path

import pytest

from ijtui.data import place
from ijtui.data.opening import open_store
from ijtui.errors import StorageFailed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own folder" / "ijtui.db"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_file_folder_and_log_are_made_for_the_owner_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        store = open_store(path)
        with store.writing():
            store.upsert("meta", ["key"], {"key": "a", "value": "b"})
        modes = {file.name: mode(file) for file in path.parent.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert mode(path.parent) == 0o700
    assert modes == {"ijtui.db": 0o600, "ijtui.db-wal": 0o600, "ijtui.db-shm": 0o600}


@pytest.mark.parametrize("open_to", [0o640, 0o620, 0o610, 0o604, 0o602, 0o601])
def test_a_file_that_others_can_reach_is_refused_with_the_command_that_closes_it(
    path: Path, open_to: int
) -> None:
    open_store(path).close()
    path.chmod(open_to)
    with pytest.raises(StorageFailed, match="chmod 600") as refused:
        open_store(path)
    subprocess.run(shlex.split(str(refused.value.values["command"])), check=True)
    open_store(path).close()


@pytest.mark.parametrize("open_to", [0o750, 0o720, 0o710, 0o705, 0o702, 0o701])
def test_a_folder_that_others_can_reach_is_refused_with_the_command_that_closes_it(
    path: Path, open_to: int
) -> None:
    open_store(path).close()
    path.parent.chmod(open_to)
    with pytest.raises(StorageFailed, match="chmod 700") as refused:
        open_store(path)
    subprocess.run(shlex.split(str(refused.value.values["command"])), check=True)
    open_store(path).close()


def test_no_file_is_made_in_a_folder_that_others_can_reach(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.parent.chmod(0o755)
    with pytest.raises(StorageFailed, match="chmod 700"):
        open_store(path)
    assert not path.exists()


def test_a_file_of_another_account_is_refused(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    open_store(path).close()
    os.chown(path, 65534, 65534)
    with pytest.raises(StorageFailed, match="another account"):
        open_store(path)


def test_a_link_is_refused_because_it_may_lead_anywhere(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    for target in (tmp_path / "elsewhere.db", tmp_path / "nowhere.db"):
        path.unlink(missing_ok=True)
        path.symlink_to(target)
        with pytest.raises(StorageFailed, match="not an ordinary file"):
            open_store(path)
        assert not target.exists()


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir(mode=0o700, parents=True)
    path.parent.chmod(0o700)
    with pytest.raises(StorageFailed, match="not an ordinary file"):
        open_store(path)


def test_a_file_in_the_place_of_the_folder_is_refused(path: Path) -> None:
    path.parent.write_text("here")
    with pytest.raises(StorageFailed, match="can't be made"):
        open_store(path)


def test_a_missing_file_is_only_made_when_asked_for(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    with pytest.raises(StorageFailed, match="There is no file"):
        open_store(path, create=False)
    assert not path.exists()


def test_two_that_make_the_same_file_do_not_overwrite_each_other(path: Path) -> None:
    place.prepare(path, create=True)
    path.write_bytes(b"written meanwhile")
    place.prepare(path, create=True)
    assert path.read_bytes() == b"written meanwhile"
