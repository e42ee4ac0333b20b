"""Whether another session has written is told from the log's time, and never wrongly."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from ijtui.data.log_file import LogFile
from ijtui.data.opening import open_store


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log that was last written long ago."""
    path = tmp_path / "ijtui.db-wal"
    path.write_bytes(b"x")
    os.utime(path, (1, 1))
    return path


def test_a_log_that_nobody_writes_is_untouched(log: Path) -> None:
    found = LogFile(log)
    assert [found.is_untouched() for _look in range(3)] == [False, True, True]


def test_a_later_time_or_another_size_is_a_write(log: Path) -> None:
    found = LogFile(log)
    found.is_untouched()
    os.utime(log, (2, 2))
    assert not found.is_untouched()
    assert found.is_untouched()
    log.write_bytes(b"xx")
    os.utime(log, (2, 2))
    assert not found.is_untouched()


def test_a_write_a_moment_ago_may_hide_another(log: Path) -> None:
    found = LogFile(log)
    os.utime(log, ns=(time.time_ns(), time.time_ns()))
    assert [found.is_untouched() for _look in range(2)] == [False, False]


def test_where_there_is_no_log_nothing_is_sure(tmp_path: Path) -> None:
    found = LogFile(tmp_path / "none")
    assert [found.is_untouched() for _look in range(2)] == [False, False]


def test_no_write_of_another_session_is_missed_however_fast_they_come(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    here, there = (open_store(tmp_path / "ijtui.db") for _session in range(2))
    seen = [here.changes()]
    for number in range(200):
        with there.writing():
            there.upsert("meta", ["key"], {"key": "turn", "value": str(number)})
        seen.append(here.changes())
    assert len(set(seen)) == len(seen)
    here.close()
    there.close()
