"""The accounts of a shared file, opened for the administrator, or only looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ijtui.clock import Clock, wall_clock
from ijtui.data.opening import open_store
from ijtui.errors import StorageFailed
from ijtui.services.account import AccountService


@contextmanager
def open_accounts(path: Path, clock: Clock = wall_clock) -> Iterator[AccountService]:
    """Open a shared file, or make it, for the administrator; closed after the block.

    Raises:
        StorageFailed: it can't be used.
    """
    store = open_store(path)
    try:
        yield AccountService(store, clock)
    finally:
        store.close()


def logins_in(path: Path, clock: Clock = wall_clock) -> frozenset[str]:
    """Return the names by which somebody comes in today; none where there is no file, or none to be read."""
    return _looked_up(path, clock, AccountService.open_logins)


def left_over_in(path: Path, clock: Clock = wall_clock) -> frozenset[str]:
    """Return the names that are left of accounts that are over; none where no file can be read."""
    return _looked_up(path, clock, AccountService.left_over)


def _looked_up(path: Path, clock: Clock, look: Callable[[AccountService], frozenset[str]]) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    try:
        with open_accounts(path, clock) as accounts:
            return look(accounts)
    except StorageFailed:
        return frozenset()
