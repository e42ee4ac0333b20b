"""The history as a chain: each line is bound to the one before it, so that none can be changed unseen.

What is changed, taken out or put in between is found. What is cut off at the end is not, unless the last
hash is kept elsewhere; that is what it is printed for. Whoever owns the file can write all of it anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ijtui.data.connection import connect_for_reading, number
from ijtui.data.errors import told_plainly
from ijtui.data.store import Row, Store
from ijtui.domain.canonical import canonical

_BOUND = ("id", "who", "verb", "subject", "conversation", "at")
_AT_A_TIME = 2000

_LAST = "SELECT id, hash FROM main.history ORDER BY id DESC LIMIT 1"
_FROM = f"SELECT {', '.join(_BOUND)}, hash FROM history WHERE id > ? ORDER BY id LIMIT {_AT_A_TIME}"
_HAS_CHAIN = "SELECT 1 FROM pragma_table_info('history') WHERE name = 'hash'"


@dataclass(frozen=True, slots=True)
class Chain:
    """What was found when the history was read through.

    Attributes:
        lines: how many were read and fit.
        head: the hash of the last line that fits, to be kept elsewhere; "" where there is none.
        broken: number of the first line that does not fit what stands before it, or None.
        known: whether a hash that was asked for is that of a line that fits; None where none was.
    """

    lines: int
    head: str
    broken: int | None = None
    known: bool | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every line fits, and the hash that was asked for is there."""
        return self.broken is None and self.known is not False


def link(previous: str, row: Row) -> str:
    """Return the hash of a line: of the hash before it and of what it says.

    This is what stands in every file, so it stays as it is.
    """
    said = canonical({name: row[name] for name in _BOUND})
    return hashlib.sha256(previous.encode() + said).hexdigest()


def add(store: Store, *rows: Row) -> None:
    """Store lines at the end of the chain, inside `writing`, where no other session can come between."""
    last: Row = next(iter(store.rows(_LAST)), {"id": 0, "hash": ""})
    for row in rows:
        line = {**row, "id": last["id"] + 1}
        last = {**line, "hash": link(last["hash"], line)}
        store.insert("history", last)


def read_through(path: Path, kept: str = "") -> Chain | None:
    """Read the whole history of a file, which is opened for reading and not changed.

    Args:
        path: the database file.
        kept: a hash that was kept elsewhere and must be found again, or "".

    Returns:
        What was found, or None where the file is of an earlier version without a chain.

    Raises:
        StorageFailed: it is not ours, or can't be read.
    """
    with told_plainly(path), closing(connect_for_reading(path)) as db:
        store = Store(path, db)
        if not number(db, "user_version") or not store.rows(_HAS_CHAIN):
            return None
        return _followed(_lines(store), kept)


def _followed(lines: Iterator[Row], kept: str) -> Chain:
    count, head, known = 0, "", None if not kept else False
    for line in lines:
        if not _fits(line, head):
            return Chain(count, head, broken=line["id"], known=known)
        count, head = count + 1, line["hash"]
        known = known or (head == kept if kept else None)
    return Chain(count, head, known=known)


def _fits(line: Row, head: str) -> bool:
    """Whether a line is bound to the one before it; one that says what can't be written was never ours."""
    try:
        return bool(line["hash"] == link(head, line))
    except (TypeError, ValueError):
        return False


def _lines(store: Store) -> Iterator[Row]:
    """Yield every line, some thousand at a time, so that no long reading is left open."""
    last = -1
    while rows := store.rows(_FROM, last):
        yield from rows
        last = rows[-1]["id"]
