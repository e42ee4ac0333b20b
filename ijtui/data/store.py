"""The open file: reading rows, and writing them in transactions that are stored whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ijtui.data.errors import DAMAGED, failure, told_plainly
from ijtui.data.log_file import LogFile
from ijtui.errors import BadInput, Conflict, StorageFailed
from ijtui.words import N_

if TYPE_CHECKING:
    from sqlite3 import Connection, Cursor

Thing = TypeVar("Thing")
Row = Mapping[str, Any]

_LARGEST = 2**63 - 1  # what SQLite can hold; people may ask for any number
CHANGED = N_("This was changed in another session meanwhile. Look at it again, then save.")
_MOVED = N_("{file} was moved or replaced while it was open. Put it back, or close ijtui and start again.")


class Store:
    """An open file.

    Args:
        path: where the file lies.
        db: the connection, already checked and migrated.
        to_write: connects anew for writing, where `db` can only read.
    """

    def __init__(self, path: Path, db: Connection, to_write: Callable[[], Connection] | None = None) -> None:
        self.path = path
        self.db = db
        self.guarded: tuple[int, bool] | None = None
        self._to_write = to_write
        self._log = LogFile(path.with_name(f"{path.name}-wal"))
        self._version = 0
        self._opened = _identity(path)

    @property
    def read_only(self) -> bool:
        """Whether the file could only be opened for reading; every save tries to change that."""
        return self._to_write is not None

    def guard(self, person: int, hr: bool = False) -> None:
        """Let nothing be read or written from now on but what is that person's; 0 for nobody.

        Args:
            person: id of who asks.
            hr: whether they count for the organisation.

        Raises:
            StorageFailed: the file can't be read.
        """
        from ijtui.data import wall  # only a shared file has one

        with told_plainly(self.path):
            wall.put_up(self.db, person, hr=hr)
        self.guarded = person, hr

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Return every row of a query at once; a half-read one would hold a transaction open.

        Raises:
            StorageFailed: the file can't be read.
        """
        with told_plainly(self.path):
            return dicts(self.db.execute(sql, values))

    def all(self, make: Callable[[Row], Thing], sql: str, *values: object) -> tuple[Thing, ...]:
        """Return what `make` makes of every row of a query.

        Raises:
            StorageFailed: the file can't be read, or holds something that can't be.
        """
        with self.understood():
            return tuple(make(row) for row in self.rows(sql, *values))

    def find(self, make: Callable[[Row], Thing], table: str, number: int) -> Thing | None:
        """Return what `make` makes of the row with that id, or None where there is none.

        Raises:
            StorageFailed: the file can't be read, or holds something that can't be.
        """
        if not 0 < number <= _LARGEST:
            return None
        return next(iter(self.all(make, f"SELECT * FROM {table} WHERE id = ?", number)), None)

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Say that the file is damaged where a value in it can't be what the block makes of it.

        Raises:
            StorageFailed: a value is not one that was ever stored.
        """
        try:
            yield
        except (ValueError, KeyError, TypeError, BadInput) as error:
            raise failure(DAMAGED, self.path) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run the block as one transaction under the write lock; all of it is stored, or none.

        Blocks may nest: an inner one that fails takes back its own part, the outermost one commits.
        When the commit itself fails it is unknown whether the block is stored: read before trying again.

        Raises:
            StorageFailed: locked, full, read-only, moved or damaged.
            Conflict: a row that one of these points at has been removed.
        """
        with told_plainly(self.path):
            if self.db.in_transaction:
                with self._inner():
                    yield
                return
            self._make_sure_it_can_be_written()
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise

    @contextmanager
    def _inner(self) -> Iterator[None]:
        """Run the block as a part of a transaction that can be taken back alone."""
        self.db.execute("SAVEPOINT inner_block")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:  # a full disk has taken back all of it already
                self.db.execute("ROLLBACK TO inner_block")
                self.db.execute("RELEASE inner_block")
            raise
        self.db.execute("RELEASE inner_block")

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Add one row inside `writing` and return its id."""
        return int(self.db.execute(insertion(table, values), list(values.values())).lastrowid or 0)

    def update(
        self, table: str, row: int, version: int, values: Mapping[str, object], get: Callable[[int], object]
    ) -> int:
        """Change one row inside `writing` if nobody changed it since, and return its new version.

        Args:
            table: where the row is.
            row: its id.
            version: the one that the change was made on top of.
            values: by column.
            get: returns what is stored now; called where that is another version.

        Raises:
            Conflict: its version is no longer the one given.
            NotFound: it is gone (raised by `get`).
        """
        columns = ", ".join(f"{column} = ?" for column in values)
        cursor = self.db.execute(
            f"UPDATE main.{table} SET {columns}, version = version + 1 WHERE id = ? AND version = ?",
            [*values.values(), row, version],
        )
        if cursor.rowcount != 1:
            raise Conflict(CHANGED, theirs=get(row))
        return version + 1

    def delete(self, table: str, row: int, version: int, get: Callable[[int], object]) -> None:
        """Delete one row inside `writing` if nobody changed it since.

        Raises:
            Conflict: its version is no longer the one given.
            NotFound: it is gone already (raised by `get`).
        """
        cursor = self.db.execute(f"DELETE FROM main.{table} WHERE id = ? AND version = ?", [row, version])
        if cursor.rowcount != 1:
            raise Conflict(CHANGED, theirs=get(row))

    def upsert(self, table: str, keys: Sequence[str], values: Mapping[str, object]) -> None:
        """Add or replace the row with these keys inside `writing`."""
        others = [f"{column} = excluded.{column}" for column in values if column not in keys]
        then = f"UPDATE SET {', '.join(others)}" if others else "NOTHING"
        taken = f" ON CONFLICT ({', '.join(keys)}) DO {then}"
        self.db.execute(insertion(table, values) + taken, list(values.values()))

    def changes(self) -> int:
        """Return a number that grows when another session has written to the file."""
        if not self._log.is_untouched():
            with told_plainly(self.path):
                self._version = int(self.db.execute("PRAGMA data_version").fetchone()[0])
        return self._version

    def close(self) -> None:
        """Close the file; the write-ahead log goes with the last session."""
        self.db.close()

    def _make_sure_it_can_be_written(self) -> None:
        """Connect anew where the file could only be read, and notice a file that is no longer there.

        What is written into a file that was moved or replaced would be gone with the session.
        """
        if self._to_write is not None:
            db = self._to_write()
            self.db.close()
            self.db, self._to_write, self._opened = db, None, _identity(self.path)
            if self.guarded is not None:
                self.guard(*self.guarded)
        elif _identity(self.path) != self._opened:
            raise StorageFailed(_MOVED, file=self.path)


def dicts(found: Cursor) -> list[dict[str, Any]]:
    """Return every row that a query finds, by column."""
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found]


def insertion(table: str, values: Collection[str]) -> str:
    """Return what adds a row; like all that writes it names `main`, where views may stand in front of it."""
    return f"INSERT INTO main.{table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file lies there: device and number, or None."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
