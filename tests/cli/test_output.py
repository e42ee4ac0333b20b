"""What comes out: UTF-8 everywhere, nothing that a terminal obeys, and no noise when nobody listens."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.clean import UNSAFE
from ijtui.domain.person import Part, Person
from ijtui.services.desk import open_desk
from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]

LINUX_SETS_THE_SIZE = pytest.mark.skipif(
    not hasattr(fcntl, "F_SETPIPE_SZ"), reason="only Linux lets a pipe be made small enough to be full"
)


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}]
)
@pytest.mark.parametrize("command", [["minutes", "1"], ["list", "people"], ["--language", "sv", "--help"]])
def test_it_is_utf_8_whatever_the_locale_says(
    process: Process, example: Path, env: dict[str, str], command: list[str]
) -> None:
    usual = process("--db", example, *command, env={"LC_ALL": "C.UTF-8"})
    said = process("--db", example, *command, env=env)
    assert (said.returncode, said.stdout) == (0, usual.stdout)
    assert {"å", "ä", "ö"} & set(said.stdout.decode("utf-8"))


def test_errors_are_utf_8_too(process: Process) -> None:
    said = process("--language", "sv", "--db", "finns inte.db", "list", "people", env={"LC_ALL": "C"})
    assert "finns inte.db" in said.stderr.decode("utf-8")


def test_a_reader_that_has_seen_enough_ends_it_without_a_word(example: Path, surroundings: Path) -> None:
    line = f"{sys.executable} -m ijtui --db {example} minutes 1 | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"{line}; echo ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert done.stdout.decode() == "# Utvecklingssamtal: Åsa Berg\n0\n"
    assert done.stderr == b""


@pytest.mark.parametrize("command", [["minutes", "1"], ["list", "actions", "--json"], ["--help"], ["doctor"]])
def test_a_reader_that_is_gone_ends_it_without_a_word(
    process: Process, example: Path, command: list[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process(
            "--db", example, *command, capture_output=False, stdout=writing, stderr=subprocess.PIPE
        )
    finally:
        os.close(writing)
    assert done.returncode == -signal.SIGPIPE
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the machine has no /dev/full")
@pytest.mark.parametrize("command", [["minutes", "1"], ["list", "people"], ["--help"], ["--version"]])
def test_a_full_disk_is_told_in_a_sentence(process: Process, example: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("--db", example, *command, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert "No space left" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_stop_nothing_but_what_needs_them(
    example: Path, surroundings: Path, closed: str
) -> None:
    line = f"{sys.executable} -m ijtui --db {example} minutes 1 {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == (1 if ">&-" in closed.replace("2>&-", "") else 0)
    assert b"Traceback" not in done.stderr


@LINUX_SETS_THE_SIZE
def test_ctrl_c_ends_it_with_130_and_without_a_word(example: Path, surroundings: Path) -> None:
    """A pipe that nobody reads from holds the command in the middle of writing."""
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    line = [sys.executable, "-m", "ijtui", "--db", str(example), "minutes", "1"]
    with subprocess.Popen(line, stdout=writing, stderr=subprocess.PIPE) as running:
        try:
            assert select.select([reading], [], [], 20)[0], "it never began to write"
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=20)
        finally:
            running.kill()
            os.close(reading)
            os.close(writing)
    assert running.returncode == 130
    assert said.strip() == b""


def test_what_people_typed_cant_command_the_terminal(ask: Ask, surroundings: Path) -> None:
    desk = open_desk(surroundings / "ijtui.db")
    owner = desk.people.first_run("Karin", Part.MANAGER)
    desk.people.add(owner, Person("Eve\x1b]0;owned\x07 \u202eReversed", role="[red]\nnext line"))
    desk.store.db.execute("UPDATE person SET unit = char(27) || '[2J' || char(155) || 'x' WHERE id = 2")
    desk.store.db.commit()
    desk.close()
    for arguments in (["list", "people"], ["list", "people", "--json"]):
        said = ask(*arguments)
        assert UNSAFE.search(said.out) is None
        assert "Eve" in said.out
    assert re.search(r"\[red\] next line", ask("list", "people").out)
