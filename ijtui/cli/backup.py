"""`ijtui backup`: a copy of the file, now."""

from __future__ import annotations

import click

from ijtui.words import _


@click.command(
    help=_(
        "Make a copy of your file now.\n\n"
        "It is checked, and lies in the folder backups beside the file."
        " The ten newest copies are kept. Put one back with ijtui restore."
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
