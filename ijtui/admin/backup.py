"""`ijtui-admin backup`: a copy of the shared file, now, also while people are at it."""

from __future__ import annotations

from pathlib import Path

import click

from ijtui.words import _

_KEPT = 30


@click.command(
    help=_(
        "Make a copy of the shared file, while people go on working.\n\n"
        "It is checked, and lies in the folder backups beside the file, where the ten newest are kept. With"
        " --to it lies in a folder of root's as well, on another disk if there is one, out of reach of the"
        " program."
    )
)
@click.option("--to", metavar=_("FOLDER"), type=click.Path(path_type=Path), help=_("Also put it there."))
@click.option(
    "--keep",
    metavar=_("NUMBER"),
    type=click.IntRange(1),
    default=_KEPT,
    help=_("Keep so many in that folder, 30 if not said."),
)
def backup(to: Path | None, keep: int) -> None:
    """Copy the file and say where the copy lies."""
    from ijtui.admin.copies import carry_out
    from ijtui.admin.identity import as_account
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say

    server = setup().with_file()
    with as_account(server):
        copy = _made(server.places.database)
    say(str(carry_out(server, copy, to.absolute(), keep) if to else copy))


def _made(database: Path) -> Path:
    from ijtui.services.desk import open_desk

    desk = open_desk(database, create=False)
    try:
        return desk.backups.make()
    finally:
        desk.close()
