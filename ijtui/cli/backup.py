"""`ijtui backup`: a copy of the file, now."""

from __future__ import annotations

import click

from ijtui.words import _


@click.command(
    help=_(
        "Copy the file into the folder backups beside it, check the copy, and say where it lies.\n\n"
        "The ten newest copies are kept. Put one back with ijtui restore."
    )
)
def backup() -> None:
    """Copy the file and say where the copy lies."""
    from ijtui.cli.output import say
    from ijtui.cli.program import database
    from ijtui.services.desk import open_desk

    desk = open_desk(database(), create=False)
    try:
        copy = desk.backups.make()
    finally:
        desk.close()
    say(str(copy))
