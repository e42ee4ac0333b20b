"""The chosen file, open, and who asks for everything on the command line: its owner, or who came in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ijtui.cli.program import database, door
from ijtui.errors import NotFound
from ijtui.words import N_

if TYPE_CHECKING:
    from ijtui.domain.person import Person
    from ijtui.services.desk import Desk

_NOBODYS = N_("{file} has no owner yet. Run ijtui first; it asks who you are.")


@contextmanager
def at_desk() -> Iterator[tuple[Desk, Person]]:
    """Open the file for the block and say whose it is; of a shared one, who came in.

    Raises:
        NotFound: the app has never been started on it.
        NotAllowed: the name at the door has no open account.
        StorageFailed: there is no such file, or it can't be used.
    """
    from ijtui.services.desk import open_desk

    file = database()
    desk = open_desk(file, create=False, door=door())
    try:
        owner = desk.people.me()
        if owner is None:
            raise NotFound(_NOBODYS, file=file)
        yield desk, owner[0]
    finally:
        desk.close()
