"""A short look into the file: read as it is, on a bare connection, and left again.

Opening it in full would check it, bring it up to date and import the library for that, which takes
longer than the look.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ijtui.data.connection import connect_for_reading, is_empty
from ijtui.data.errors import told_plainly
from ijtui.data.store import Store, dicts
from ijtui.errors import StorageFailed
from ijtui.words import N_

_PATIENCE = 0.5  # seconds: nobody waits at login for another program
_OLDER = N_("{file} is of an older version. Start ijtui once, and it is brought up to date.")


class Glance(Store):
    """The file, for one who only reads a few rows.

    Args:
        path: where the file lies.
        conn: reads it.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self.path = path
        self._conn = conn

    @property
    def read_only(self) -> bool:
        """Whether it can only be read: always."""
        return True

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Return every row of a query.

        Raises:
            StorageFailed: the file can't be read.
        """
        with told_plainly(self.path):
            return dicts(self._conn.execute(sql, values))

    def close(self) -> None:
        """Close the file."""
        self._conn.close()


@contextmanager
def glance(path: Path) -> Iterator[Glance | None]:
    """Open the file for a look, or give None where there is none, or nothing in it yet.

    Raises:
        StorageFailed: it can't be read, or is of another version that can't be read as this one's.
    """
    if not path.exists() or is_empty(path):
        yield None
        return
    with told_plainly(path):
        store = Glance(path, connect_for_reading(path, patience=_PATIENCE))
    try:
        yield store
    except StorageFailed as failed:
        raise _explained(store, failed) from failed
    finally:
        store.close()


def _explained(store: Glance, failed: StorageFailed) -> StorageFailed:
    """Return why it failed: most often the file is of another version, which was not looked at before."""
    from ijtui.data import schema
    from ijtui.data.opening import NEWER

    found = store.rows("PRAGMA user_version")[0]["user_version"]
    if found == schema.NEWEST:
        return failed
    return StorageFailed(_OLDER if found < schema.NEWEST else NEWER, file=store.path)
