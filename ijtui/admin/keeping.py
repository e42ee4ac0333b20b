"""`ijtui-admin weed` and `ijtui-admin hold`: what is kept how long in the shared file, by root alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ijtui.cli.hold import hold_commands
from ijtui.cli.weed import weeding_command

if TYPE_CHECKING:
    from ijtui.cli.keeping import Keeper


@contextmanager
def _shared_file() -> Iterator[Keeper]:
    """Open the shared file as the service account; the receipt names who has become root."""
    # What the account may not be able to read is imported before it is the account.
    import ijtui.cli.output
    import ijtui.cli.table
    import ijtui.content.source
    import ijtui.minutes.weeding
    import ijtui.services.weeding  # noqa: F401 - see above
    from ijtui.admin.identity import as_account
    from ijtui.admin.setup import setup
    from ijtui.cli.keeping import Keeper
    from ijtui.services.desk import open_desk

    server = setup().with_file()
    with as_account(server):
        desk = open_desk(server.places.database, create=False)
        try:
            yield Keeper(desk, os.environ.get("SUDO_USER") or "root")
        finally:
            desk.close()


weed = weeding_command(_shared_file)
hold = hold_commands(_shared_file)
