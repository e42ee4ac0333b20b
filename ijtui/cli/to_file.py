"""Where a command writes: to a new file of one's own, or to the standard output."""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard

import click

from ijtui.words import _

OUTPUT = click.option(
    "-o",
    "--output",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, allow_dash=True),
    help=_("Write to this file, for your eyes only, instead of the standard output."),
)
FORCE = click.option("--force", is_flag=True, help=_("Replace the file if there is one."))


def is_file(output: Path | None) -> TypeGuard[Path]:
    """Whether a file was given, and not the standard output."""
    return output is not None and output != Path("-")


def put(text: str, output: Path | None, *, force: bool) -> None:
    """Write a text where it was wanted.

    Raises:
        BadInput: there is such a file, and it is not to be replaced.
        StorageFailed: it can't be written.
    """
    if is_file(output):
        from ijtui.minutes.files import write_new

        write_new(output, text, force)
    else:
        from ijtui.cli.output import say

        say(text)
