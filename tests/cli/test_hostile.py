"""Odd surroundings and lines that nobody would write: a sentence, never a traceback."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize("command", [[], ["demo"]])
def test_a_terminal_without_a_screen_is_refused(process: Process, command: list[str]) -> None:
    ours, theirs = pty.openpty()
    try:
        done = process(
            *command, env={"TERM": "dumb"}, capture_output=False, stdin=theirs, stdout=theirs, stderr=theirs
        )
        said = os.read(ours, 4096).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 1
    assert "TERM=dumb" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": ""},
        {"IJTUI_CONFIG": "/dev/null"},
        {"IJTUI_CONFIG": "~nobody-at-all"},
        {"IJTUI_CONFIG": "x" * 5000},
        {"COLUMNS": "none"},
        {"LC_ALL": "nowhere.KLINGON"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_odd_surroundings_stop_nothing(process: Process, example: Path, env: dict[str, str]) -> None:
    done = process("--db", example, "list", "people", env=env)
    assert done.returncode == 0, done.stderr.decode()
    assert "Åsa Berg" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_a_folder_that_is_gone_stops_with_a_sentence(surroundings: Path) -> None:
    folder = surroundings / "gone"
    folder.mkdir()
    command = f"{sys.executable} -m ijtui --db x.db list people"
    done = subprocess.run(
        ["sh", "-c", f"cd {folder}; rmdir {folder}; {command}"], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


NAMES = st.sampled_from(
    ["list", "minutes", "backup", "restore", "doctor", "demo", "template", "show", "check"]
)
OPTIONS = st.sampled_from(
    [
        "--db",
        "--language",
        "-o",
        "--force",
        "--format",
        "--fill",
        "--today",
        "--json",
        "--help",
        "--",
        "-",
        "-h",
    ]
)
VALUES = st.sampled_from(
    [
        "people",
        "actions",
        "1",
        "sv",
        "json",
        "ijtui.db",
        ".",
        "..",
        "/",
        "/dev/null",
        "/dev/full",
        "~",
        "%s{x}",
    ]
)
JUNK = (st.text(max_size=12).map(str.encode) | st.binary(max_size=12)).map(
    lambda junk: os.fsdecode(junk.replace(b"\0", b""))  # as a process is given its arguments
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, arguments=st.lists(NAMES | OPTIONS | VALUES | JUNK, max_size=4))
def test_no_line_ends_in_a_traceback(ask: Ask, filled: Path, name: str, arguments: list[str]) -> None:
    said = ask(name, *arguments)
    assert said.code in (0, 1, 2)
    assert said.out or said.err or said.code == 0
