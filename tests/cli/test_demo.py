"""`ijtui demo`: an example to play with that touches nothing of one's own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]
FIXED = ("--today", "2026-11-21")


def test_the_example_is_written_for_the_owner_alone_and_the_command_to_open_it_is_told(
    ask: Ask, surroundings: Path
) -> None:
    said = ask("demo", "--fill", "example.db", "--language", "en")
    file = surroundings / "example.db"
    assert said.out == f"The example is written. Open it with: ijtui --db {file}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in surroundings.iterdir()] == ["example.db"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_same_command_gives_the_same_rows_and_minutes(
    ask: Ask, surroundings: Path, language: str
) -> None:
    for name in ("first.db", "second.db"):
        assert ask("demo", "--fill", name, *FIXED, "--language", language).code == 0
    commands = [["list", what, "--json"] for what in ("people", "conversations", "actions")]
    commands += [["minutes", str(number), "--format", "json"] for number in range(1, 10)]
    for command in commands:
        first, second = (ask("--db", name, *command) for name in ("first.db", "second.db"))
        assert first == second
        assert first.code == 0


def test_it_speaks_the_language_asked_for(ask: Ask, surroundings: Path) -> None:
    ask("demo", "--fill", "sv.db", *FIXED, "--language", "sv")
    ask("demo", "--fill", "en.db", *FIXED, "--language", "en")
    swedish, english = (ask("minutes", "1", "--db", f"{code}.db").out for code in ("sv", "en"))
    assert all(letter in swedish for letter in "åäö")
    assert "## Arbetsmiljö och hälsa" in swedish
    assert "## Work environment and health" in english


def test_an_own_template_does_not_change_the_example(ask: Ask, surroundings: Path) -> None:
    ask("template", "new", "annual", "--language", "sv")
    own = surroundings / "config" / "agendas" / "annual.sv.md"
    own.write_text(own.read_text("utf-8").replace("**Resultat**", "**Annat**"), "utf-8")
    ask("demo", "--fill", "x.db", *FIXED, "--language", "sv")
    assert "### Resultat" in ask("minutes", "1", "--db", "x.db").out


@pytest.mark.parametrize("there", ["file", "link", "folder"])
def test_nothing_is_replaced(ask: Ask, surroundings: Path, there: str) -> None:
    place = surroundings / "x.db"
    if there == "file":
        place.write_bytes(b"mine")
    elif there == "link":
        place.symlink_to("not there")
    else:
        place.mkdir()
    said = ask("demo", "--fill", "x.db", "--language", "en")
    assert said.code == 1
    assert "exists already" in said.err
    assert there != "file" or place.read_bytes() == b"mine"
    assert not (surroundings / "not there").exists()


def test_a_folder_that_others_can_enter_is_refused_and_left_as_it_was(ask: Ask, surroundings: Path) -> None:
    folder = surroundings / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    assert ask("demo", "--fill", "shared/x.db").code == 1
    assert list(folder.iterdir()) == []


def test_it_opens_in_a_folder_of_its_own_and_is_gone_afterwards(surroundings: Path) -> None:
    elsewhere = surroundings / "tmp"
    elsewhere.mkdir()
    environ = {**os.environ, "TERM": "xterm-256color", "TMPDIR": str(elsewhere)}
    line = ["-m", "ijtui", "--language", "sv", "demo"]
    running = pexpect.spawn(
        sys.executable, line, env=environ, dimensions=(24, 80), timeout=30, encoding="utf-8"
    )
    try:
        running.expect_exact("Åsa Berg")
        folder = next(elsewhere.glob("ijtui-demo-*"))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        running.sendcontrol("q")
        running.expect_exact("Exemplet är borta.")
        running.expect(pexpect.EOF)
    finally:
        running.close()
    assert running.exitstatus == 0
    assert [path for path in surroundings.rglob("*") if path != elsewhere] == []


def test_a_disk_that_fills_up_leaves_nothing_behind(process: Process, surroundings: Path) -> None:
    """The limit on the size of files stands in for the disk: writing past it fails in the same way."""
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    done = process("demo", "--fill", "x.db", preexec_fn=limited)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert list(surroundings.iterdir()) == []


def test_a_whole_municipality_is_only_written_to_a_file(ask: Ask, surroundings: Path) -> None:
    said = ask("demo", "--size", "municipality", "--language", "en")
    assert said.code == 2
    assert "--fill FILE" in said.err
    assert list(surroundings.glob("*.db")) == []


def test_a_municipality_that_is_broken_off_leaves_nothing_behind(surroundings: Path) -> None:
    line = ["-m", "ijtui", "demo", "--size", "municipality", "--fill", "x.db", "--language", "en"]
    running = pexpect.spawn(sys.executable, line, timeout=60, encoding="utf-8")
    try:
        running.expect_exact("Writing ten years of a municipality")
        while not (surroundings / "x.db").exists():
            assert running.isalive()
        running.sendintr()
        running.expect(pexpect.EOF)
    finally:
        running.close()
    assert list(surroundings.glob("x.db*")) == []
