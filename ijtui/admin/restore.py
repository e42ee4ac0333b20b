"""`ijtui-admin restore`: the shared file back to a copy, and who comes in again by that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.admin.setup import Setup
    from ijtui.services.backup import Restored


@click.command(
    help=_(
        "Put a copy in place of the shared file.\n\n"
        "Nobody may have it open. What is in it now is kept, and it is said where. Who may come in lies in"
        " the file, too: whoever has ended since the copy was made is named, to be ended again."
    )
)
@click.argument("copy", metavar=_("FILE"), type=click.Path(path_type=Path))
def restore(copy: Path) -> None:
    """Go back to a copy and say what became of what was there."""
    from ijtui.admin.advice import admin
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.cli.restore import told_of

    server, copy = setup().installed(), copy.absolute()
    before = _open_logins(server)
    restored = _brought_back(server, copy)
    say(told_of(server.places.database, copy, restored))
    again = sorted(_open_logins(server) - before)
    if again and before:
        say(_("Through the copy these can come in again. End whoever should not:"))
        for login in again:
            say(f"    {admin('person', 'end', login)}")


def _brought_back(server: Setup, copy: Path) -> Restored:
    from ijtui.admin.copies import carried_in
    from ijtui.admin.identity import as_account
    from ijtui.errors import StorageFailed
    from ijtui.services.backup import restore as bring_back

    with carried_in(server, copy) as within, as_account(server):
        try:
            return bring_back(server.places.database, within)
        except StorageFailed as failed:
            named = {name: copy if value == within else value for name, value in failed.values.items()}
            raise StorageFailed(failed.message, **named) from failed


def _open_logins(server: Setup) -> frozenset[str]:
    """Return who comes in now; nobody where the file is missing or can't be read."""
    from ijtui.admin.identity import as_account
    from ijtui.services.account_file import logins_in

    with as_account(server):
        return logins_in(server.places.database)
