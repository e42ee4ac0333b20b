"""`ijtui restore`: back to a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.services.backup import Restored


@click.command(
    help=_(
        "Put a copy of your file in place of the file.\n\n"
        "Close ijtui everywhere first. What is in the file now is kept, and it is said where."
    )
)
@click.argument("copy", metavar=_("FILE"), type=click.Path(path_type=Path))
def restore(copy: Path) -> None:
    """Go back to a copy and say where the former contents lie."""
    from ijtui.cli.output import say
    from ijtui.cli.program import database
    from ijtui.services.backup import restore as bring_back

    file = database()
    say(told_of(file, copy, bring_back(file, copy.absolute())))


def told_of(file: Path, copy: Path, restored: Restored) -> str:
    """Say what the file is now, and where what was there before lies."""
    if restored.kept is None:
        return _("{file} is now as {copy}.", file=file, copy=copy)
    kept = restored.kept
    if restored.damaged:
        return _("{file} is now as {copy}. The damaged file lies in {kept}.", file=file, copy=copy, kept=kept)
    return _("{file} is now as {copy}. What was in it lies in {kept}.", file=file, copy=copy, kept=kept)
