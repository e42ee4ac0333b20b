"""What holds for every command: exit codes, common options, and sentences instead of tracebacks."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui import __version__
from ijtui.cli.program import program
from ijtui.services.desk import open_desk
from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]


def test_the_version_is_one_line(process: Process) -> None:
    done = process("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"ijtui {__version__}\n".encode(), b"")


def test_every_command_has_help_and_a_first_line_that_fits() -> None:
    context = program.make_context("ijtui", [], resilient_parsing=True)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command
        assert command.help
        assert not command.get_short_help_str(68).endswith("...")


def test_the_common_options_stand_before_the_command_or_after_it(ask: Ask, example: Path) -> None:
    before = ask("--db", example, "--language", "sv", "list", "people")
    after = ask("list", "people", "--language=sv", "--db", example)
    assert before == after
    assert before.code == 0
    assert "Åsa Berg" in before.out


def test_an_option_goes_before_the_variable(ask: Ask, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IJTUI_DB", str(filled.parent / "none.db"))
    assert ask("list", "people").code == 1
    assert ask("list", "people", "--db", filled).code == 0
    monkeypatch.setenv("IJTUI_DB", str(filled))
    assert ask("list", "people").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["mintes"],
        ["--nothing"],
        ["--db"],
        ["--db=", "list", "people"],
        ["--language", "xx"],
        ["list"],
        ["list", "everything"],
        ["list", "people", "actions"],
        ["minutes"],
        ["minutes", "x"],
        ["minutes", "-5"],
        ["minutes", "1.5"],
        ["minutes", "٣"],
        ["minutes", "9223372036854775808"],
        ["minutes", "9" * 5000],
        ["minutes", "1", "--format", "pdf"],
        ["minutes", "1", "--force=yes"],
        ["demo", "x"],
        ["demo", "--db", "x.db"],
        ["demo", "--fill", "x.db", "--today", "yesterday"],
        ["demo", "--fill", "x.db", "--today", "0001-01-01"],
        ["restore"],
        ["template"],
        ["template", "nothing"],
        ["\x1b[31mred\x1b[0m"],
    ],
)
def test_what_cant_be_understood_ends_with_2(ask: Ask, arguments: list[str]) -> None:
    said = ask(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "Usage: ijtui" in said.err or "Error: " in said.err
    assert "\x1b" not in said.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["minutes", "0"], "There is no conversation with number 0."),
        (["minutes", "99"], "There is no conversation with number 99."),
        (["minutes", "9223372036854775807"], "There is no conversation with number 9223372036854775807."),
        (["minutes", "1", "-o", "none/minutes.md"], "There is no folder none."),
        (["minutes", "1", "-o", "."], "is no name for a file"),
        (["minutes", "1", "-o", "ijtui.db"], "ijtui.db exists already."),
        (["restore", "none.db"], "There is no file"),
        (["restore", "note.txt"], "is not an ijtui file"),
        (["restore", "ijtui.db"], "is the file itself"),
        (["demo"], "ijtui needs a terminal"),
        (["demo", "--fill", "ijtui.db"], "ijtui.db exists already."),
        (["demo", "--fill", "note.txt/x.db"], "note.txt"),
        (["template", "show", "none"], "There is no template “none”"),
        (["template", "check", "none.md"], "none.md"),
        ([], "ijtui needs a terminal"),
    ],
)
def test_what_is_refused_ends_with_1_and_a_sentence(
    ask: Ask, filled: Path, arguments: list[str], reason: str
) -> None:
    Path("note.txt").write_text("not a database, not a template" * 40, "utf-8")
    said = ask(*arguments)
    assert (said.code, said.out) == (1, "")
    assert reason in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", [["list", "people"], ["minutes", "1"], ["backup"]])
@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("none.db", "There is no file"),
        ("none/none.db", "There is no file"),
        ("folder.db", "is not an ordinary file"),
        ("link.db", "is not an ordinary file"),
        ("note.txt", "is not an ijtui file"),
        ("open.db", "chmod 600"),
        ("ijtui.db/x.db", "ijtui.db"),
        ("~nobody-at-all/x.db", "There is no file"),
        ("x" * 300, ""),
        ("\udcff.db", "There is no file"),
    ],
)
def test_a_file_that_cant_be_used_is_refused_with_a_sentence(
    ask: Ask, filled: Path, command: list[str], place: str, reason: str
) -> None:
    Path("folder.db").mkdir()
    Path("link.db").symlink_to("ijtui.db")
    Path("note.txt").write_text("not a database" * 100, "utf-8")
    Path("note.txt").chmod(0o600)
    Path("open.db").write_bytes(filled.read_bytes())
    Path("open.db").chmod(0o644)
    said = ask("--db", place, *command)
    assert (said.code, said.out) == (1, "")
    assert reason in said.err
    assert said.err.startswith("ijtui: ")
    assert said.err.count("\n") == 1


def test_a_file_without_an_owner_says_what_to_run(ask: Ask, surroundings: Path) -> None:
    open_desk(surroundings / "ijtui.db").close()
    said = ask("list", "people")
    assert said.code == 1
    assert "has no owner yet. Run ijtui first" in said.err


def test_a_backup_can_be_brought_back(ask: Ask, filled: Path) -> None:
    copy = ask("backup").out.strip()
    assert Path(copy).parent == filled.parent / "backups"
    filled.unlink()
    assert ask("list", "people").code == 1
    assert ask("restore", copy).out == f"{filled} is now as {copy}.\n"
    assert ask("list", "people").code == 0
    assert "What was in it lies in" in ask("restore", copy).out


def test_the_doctor_ends_with_1_and_names_the_command_that_mends_it(ask: Ask, filled: Path) -> None:
    filled.chmod(0o644)
    said = ask("doctor")
    assert said.code == 1
    assert f"chmod 600 {filled}" in said.out
    filled.chmod(0o600)
    ask("backup")
    assert f"chmod 600 {filled}" not in ask("doctor").out
