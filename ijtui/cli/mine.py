"""`ijtui mine`: everything about oneself, for oneself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ijtui.cli.to_file import FORCE, OUTPUT, is_file
from ijtui.words import _

_FORMATS = ("md", "json")


@click.command(
    short_help=_("Write everything about you, or by you."),
    help=_(
        "Write everything about you, or by you: shared and private.\n\n"
        "Your conversations, preparations and notes, goals, agreements, feedback, journal, drafts, earlier"
        " versions, and who opened or exported what. What others keep sealed is not in it."
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=_("md to read (the usual one), json with everything, for programs."),
)
@OUTPUT
@FORCE
def mine(form: str, output: Path | None, force: bool) -> None:
    """Write one's own data, piece by piece."""
    from ijtui.cli.output import hand_out

    with _pieces(form) as pieces:
        if is_file(output):
            from ijtui.minutes.files import write_new

            write_new(output, pieces, force)
        else:
            for piece in pieces:
                hand_out(piece.encode("utf-8", "replace"))


@contextmanager
def _pieces(form: str) -> Iterator[Iterator[str]]:
    """Give what is to be written, while the file is open."""
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.mine import as_json, as_markdown
    from ijtui.words import spoken

    with at_desk() as (desk, owner):
        portions, at = desk.mine.of(owner), desk.clock()
        if form == "json":
            yield as_json(portions, owner.name, at)
        else:
            yield as_markdown(portions, owner.name, at, spoken())
