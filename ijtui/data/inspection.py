"""A look at the file from outside, which changes nothing: what `ijtui doctor` says is found here."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ijtui.data import schema
from ijtui.data.action import Actions
from ijtui.data.competence import Assessments
from ijtui.data.connection import connect_for_reading, is_sound, log_of, number
from ijtui.data.conversation import Conversations
from ijtui.data.draft import Drafts
from ijtui.data.errors import told_plainly
from ijtui.data.feedback import FeedbackRows
from ijtui.data.goal import Goals
from ijtui.data.history import History
from ijtui.data.material import Materials
from ijtui.data.person import People
from ijtui.data.round import Rounds
from ijtui.data.signing import Signatures
from ijtui.data.store import Store
from ijtui.data.text import Texts
from ijtui.domain.conversation import Party
from ijtui.errors import StorageFailed

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "glusterfs"})
_MOUNTS = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a file is like inside.

    Attributes:
        version: steps of the schema that it has.
        newest: steps that this program knows.
        sound: SQLite finds its structure whole.
        orphans: rows that point at something that isn't there.
        unreadable: what the file holds but can't be understood, one sentence each.
    """

    version: int
    newest: int
    sound: bool
    orphans: int = 0
    unreadable: tuple[StorageFailed, ...] = ()


def inspect(path: Path) -> Condition:
    """Read a file through.

    Raises:
        StorageFailed: it is not ours, or can't be read at all.
    """
    with told_plainly(path), closing(connect_for_reading(path)) as db:
        version = number(db, "user_version")
        if not is_sound(db):
            return Condition(version, schema.NEWEST, sound=False)
        orphans = len(db.execute("PRAGMA foreign_key_check").fetchall())
        unreadable = _unreadable(Store(path, db)) if version == schema.NEWEST else ()
        return Condition(version, schema.NEWEST, True, orphans, unreadable)


def size_of_log(path: Path) -> int:
    """Return how many bytes lie in the file's log; some while it is open, or after an abrupt end."""
    log = log_of(path)
    return log.stat().st_size if log.exists() else 0


def sealed_logs(path: Path) -> tuple[Path, ...]:
    """Return the files beside it that SQLite left for reading only, so that nothing can be saved."""
    beside = (log_of(path), path.with_name(f"{path.name}-shm"))
    return tuple(file for file in beside if file.exists() and not file.stat().st_mode & 0o200)


def network_disk(path: Path) -> str:
    """Return the kind of network disk that a file lies on ("nfs"), or "" for a disk of this machine.

    WAL keeps its index in memory that all sessions share, which two machines can't.
    """
    try:
        mounts = [line.split() for line in _MOUNTS.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return ""
    return _kind(path.absolute(), [(mount[1], mount[2]) for mount in mounts if len(mount) > 2])


def _kind(path: Path, mounts: list[tuple[str, str]]) -> str:
    """Return the kind of the innermost mount; a later one hides an earlier one at the same place."""
    where = os.path.realpath(path)
    inside = [
        (len(place), number, kind)
        for number, (place, kind) in enumerate(mounts)
        if where == place or where.startswith(place.rstrip("/") + "/")
    ]
    kind = max(inside)[2] if inside else ""
    return kind if kind in _NETWORK else ""


def _unreadable(store: Store) -> tuple[StorageFailed, ...]:
    """Try to understand every row; one sentence for each that can't be."""
    looks: list[Callable[[], object]] = [People(store).all, People(store).owner, FeedbackRows(store).unheld]
    for conversation in _ids(store, "conversation"):
        looks += _looks_at(store, conversation)
    looks += [partial(Drafts(store).all, person) for person in _ids(store, "person")]
    looks += [Rounds(store).all, *(partial(Rounds(store).members, this) for this in _ids(store, "round"))]
    return tuple(failed for look in looks if (failed := _failing(look)) is not None)


def _looks_at(store: Store, conversation: int) -> list[Callable[[], object]]:
    return [
        partial(Conversations(store).get, conversation),
        partial(Assessments(store).of_conversation, conversation),
        partial(Materials(store).of, conversation),
        partial(Actions(store).of_conversation, conversation),
        partial(Goals(store).of_conversation, conversation),
        partial(FeedbackRows(store).readable, conversation, None),
        partial(History(store).of_conversation, conversation),
        partial(Signatures(store).versions, conversation),
        *(partial(Texts(store).readable, conversation, party, opened=True) for party in Party),
    ]


def _ids(store: Store, table: str) -> list[int]:
    return [row["id"] for row in store.rows(f"SELECT id FROM {table} ORDER BY id")]


def _failing(look: Callable[[], object]) -> StorageFailed | None:
    try:
        look()
    except StorageFailed as failed:
        return failed
    return None
