"""What holds for every one of root's commands: help, exit codes, and sentences instead of tracebacks."""

from __future__ import annotations

import click
import pytest

from ijtui import __version__
from ijtui.admin import run
from ijtui.admin.program import program


def test_every_command_has_help_and_a_first_line_that_fits() -> None:
    context = program.make_context("ijtui-admin", [], resilient_parsing=True)
    commands = [(name, program.get_command(context, name)) for name in program.list_commands(context)]
    under = [item for _name, one in commands if isinstance(one, click.Group) for item in one.commands.items()]
    assert len(under) == 9
    for name, command in (*commands, *under):
        assert command, name
        assert command.help, name
        assert not command.get_short_help_str(68).endswith("..."), name


def test_the_version_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"ijtui-admin {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["instal"],
        ["person"],
        ["person", "add", "anna"],
        ["key", "add", "anna"],
        ["key", "add", "anna", "/nowhere/key.pub"],
        ["backup", "--keep", "0"],
        ["backup", "--keep", "many"],
        ["restore"],
        ["--language", "xx", "doctor"],
    ],
)
def test_what_is_not_understood_ends_with_2(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert "ijtui-admin" in said.err
