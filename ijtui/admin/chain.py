"""`ijtui-admin chain`: whether the history is whole, and its last link, to be kept out of reach."""

from __future__ import annotations

import click

from ijtui.words import N_, _, ngettext

_BROKEN = N_(
    "The history doesn't hold together from line {line} on: lines were changed, taken out or put in. "
    "Compare it with a copy: ijtui-admin backup keeps them in {folder}."
)
_CUT = N_(
    "The history holds together, but {head} is not in it: lines were cut off, or all of it was written anew. "
    "Compare it with a copy: ijtui-admin backup keeps them in {folder}."
)


@click.command(
    help=_(
        "Read the history through and print its last link.\n\n"
        "Each line is bound to the one before it, so no line can be changed unseen. What is cut off at the"
        " end is seen only by whoever has kept a link: keep what this prints outside the server, once a week,"
        " and give it back with --known."
    )
)
@click.option("--known", metavar=_("LINK"), default="", help=_("A link that was kept; it has to be there."))
def chain(known: str) -> None:
    """Say how many lines hold together, and print the last link."""
    from ijtui import paths
    from ijtui.admin.identity import as_account
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.errors import RuleBroken
    from ijtui.services.chain import read_through

    server = setup().with_file()
    database = server.places.database
    with as_account(server):
        found = read_through(database, known.strip().lower())
    if found is None:
        say(_("The file is of an older version, without a chain; it gets one when it is opened next."))
        return
    if found.broken is not None:
        raise RuleBroken(_BROKEN, line=found.broken, folder=paths.backups(database))
    if found.known is False:
        raise RuleBroken(_CUT, head=known, folder=paths.backups(database))
    say(ngettext("{number} line holds together.", "{number} lines hold together.", found.lines))
    if found.head:
        say(found.head)
