"""What the commands for templates and competence sets share: checking a file, and beginning one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ijtui.content.problems import Problems


def tell(context: click.Context, understood: Callable[[Path], Iterable[str]], file: Path) -> None:
    """Write what was understood of a file, or everything that is wrong with it; then the exit code is 1."""
    from ijtui.cli.output import say
    from ijtui.content.problems import Problems

    try:
        say("\n".join(understood(file)))
    except Problems as problems:
        complain(problems)
        context.exit(1)


def complain(problems: Problems) -> None:
    """Write every error of a template to the standard error, each with its line."""
    from ijtui.words import explain

    for found in problems.found:
        click.echo(explain(found), err=True)


def begin(file: Path, text: str, force: bool) -> None:
    """Write a file of one's own, for its owner's eyes only, and say where it lies."""
    from ijtui.cli.output import say
    from ijtui.minutes.files import write_new

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_new(file, text, force)
    say(str(file))
