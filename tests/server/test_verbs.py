"""What a command at the door may say: fixed words, none of them a path."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.cli.program import EVERYWHERE, program
from ijtui.errors import BadInput
from ijtui.server.verbs import VERBS, understood


def command_of(verb: str) -> click.Command:
    with click.Context(program) as context:
        found = program.get_command(context, verb)
    assert found is not None
    return found


def params_of(command: click.Command, only: frozenset[str] = frozenset()) -> list[click.Parameter]:
    """Return what a command takes, and those below it, or only some of them."""
    all_below = command.commands if isinstance(command, click.Group) else {}
    below = [under for name, under in all_below.items() if name in only or not only]
    return [*command.params, *(param for under in below for param in params_of(under))]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("minutes 12", ["minutes", "12"]),
        ("minutes 12 --format json", ["minutes", "12", "--format", "json"]),
        ("minutes --format=short 12", ["minutes", "--format=short", "12"]),
        ("list people --json", ["list", "people", "--json"]),
        ("log 'hej du' --tag å", ["log", "hej du", "--tag", "å"]),
        ("log -- --json -o x", ["log", "--", "--json", "-o", "x"]),
        ("today", ["today"]),
        ("figure --report - --year 2026", ["figure", "--report", "-", "--year", "2026"]),
    ],
)
def test_it_is_taken_apart_as_a_shell_would(said: str, words: list[str]) -> None:
    assert understood(said) == words


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "bash",
        "Minutes 12",
        "./minutes 12",
        "session --user bo",
        "--user bo",
        "-- minutes 12",
        "minutes 12 -o /tmp/x",
        "minutes 12 -o/tmp/x",
        "minutes 12 --output=/tmp/x",
        "minutes 12 --out /tmp/x",
        "minutes 12 --form json",
        "minutes 12 --force",
        "minutes --db x 12",
        "list people --language sv",
        "list people -",
        "figure --report x.json",
        "figure --report",
        "figure --report --year -",
        "figure --report=x",
        "figure -",
        "figure --merge -",
        "minutes 12 --report -",
        "log --db x hej",
        "log hej --help",
        "minutes '12",
        "minutes \uff11\uff12",
        "list people\u202e",
        "minutes '1\n2'",
        "demo",
        "backup",
        "restore x",
        "doctor",
        "journal export",
        "calendar --out x",
        "prep import x",
        "template new x",
        "log " + "x" * 70_000,
    ],
)
def test_all_else_is_refused(said: str) -> None:
    with pytest.raises(BadInput):
        understood(said)


@pytest.mark.parametrize("verb", VERBS)
def test_no_option_at_the_door_takes_a_path_or_is_one_for_all_commands(verb: str) -> None:
    params = params_of(command_of(verb), VERBS[verb].below)
    options = {name: option for option in params for name in option.opts}
    let_in = [options[name] for name in VERBS[verb].options]
    common = {option.name for option in EVERYWHERE}
    assert [option.name for option in let_in if option.name in common] == []
    arguments = [param for param in params if isinstance(param, click.Argument)]
    assert [p.name for p in (*let_in, *arguments) if isinstance(p.type, click.Path | click.File)] == []


def test_some_command_has_an_option_that_is_kept_out() -> None:
    kept_out = {
        name
        for verb in VERBS
        for param in params_of(command_of(verb))
        if isinstance(param.type, click.Path)
        for name in param.opts
    }
    assert {"--output", "--db"} <= kept_out


@given(st.lists(st.text(max_size=8), max_size=6).map(" ".join) | st.text(max_size=40))
def test_whatever_comes_is_refused_or_begins_with_a_verb(said: str) -> None:
    try:
        words = understood(said)
    except BadInput:
        return
    assert words[0] in VERBS
    before_the_text = words[: words.index("--")] if "--" in words else words
    options = {word.partition("=")[0] for word in before_the_text if word.startswith("-")}
    verb = VERBS[words[0]]
    assert options <= verb.options | verb.outward | {"-" for _option in options & verb.outward}


def test_a_path_is_no_command(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        understood(str(tmp_path))
