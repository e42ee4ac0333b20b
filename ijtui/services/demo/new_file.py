"""A new file to fill, which is gone again if that fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ijtui.clock import Clock, wall_clock
from ijtui.errors import BadInput
from ijtui.services.desk import Desk, open_desk
from ijtui.words import N_

_EXISTS = N_("{file} exists already. Choose a new name; the example never replaces a file.")


@contextmanager
def new_file(path: Path, new_id: Callable[[], str], clock: Clock = wall_clock) -> Iterator[Desk]:
    """Make a file for the block to fill, and leave nothing behind where that fails.

    Args:
        path: the new file.
        new_id: instead of chance.
        clock: instead of the wall's.

    Raises:
        BadInput: there is something of that name already.
        StorageFailed: the file can't be made.
    """
    if os.path.lexists(path):
        raise BadInput(_EXISTS, file=path)
    try:
        with closing(open_desk(path, clock=clock, new_id=new_id)) as desk:
            yield desk
    except BaseException:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                path.with_name(path.name + ending).unlink()
        raise
