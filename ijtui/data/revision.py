"""Earlier versions: which a save leaves behind, and how they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.text import Revision, Written, is_worth_keeping, taken_away


@dataclass(frozen=True, slots=True)
class Succession:
    """What becomes of a text when another takes its place.

    Attributes:
        earlier: the version to keep, or None.
        kept: when an earlier version was last kept.
        taken: characters taken away since then.
    """

    earlier: Revision | None
    kept: datetime
    taken: int

    @property
    def columns(self) -> dict[str, object]:
        """The columns beside the new text."""
        return {"kept": moment(self.kept), "taken": self.taken}


def succession(row: Row, before: Written, after: Written, revision: str, *, decided: bool) -> Succession:
    """Return what becomes of the text in a row (with `kept`, `taken`, `changed`) when `after` is stored.

    Args:
        row: as it is stored.
        before: the same as a text.
        after: what takes its place.
        revision: random id for the earlier version.
        decided: somebody chose the new one instead, so the earlier is kept in any case.
    """
    since, now = at(row["kept"]), after.changed or at(row["kept"])
    taken = row["taken"] + taken_away(before.body, after.body)
    if decided or is_worth_keeping(before, after, since, taken):
        earlier = Revision(revision, before.version, before.body, before.author, at(row["changed"]))
        return Succession(earlier, now, 0)
    if not before.body.strip():
        return Succession(None, now, 0)
    return Succession(None, since, taken)


class Revisions:
    """The earlier versions in one table.

    Args:
        store: the open file.
        table: "revision" or "entry_revision".
        of: the column that says of what.
    """

    def __init__(self, store: Store, table: str, of: str) -> None:
        self._store = store
        self._table = table
        self._of = of

    def keep(self, number: int, revision: Revision) -> None:
        """Store an earlier version of that row inside `writing`; a repeated id is the same one."""
        values = {
            "id": revision.id,
            self._of: number,
            "version": revision.version,
            "body": revision.body,
            "author": revision.author,
            "at": moment(revision.at),
            "lost": int(revision.lost),
        }
        self._store.upsert(self._table, ["id"], values)

    def all(self, number: int) -> tuple[Revision, ...]:
        """Return the earlier versions of that row, newest first."""
        return self._store.all(
            _revision,
            f"SELECT * FROM {self._table} WHERE {self._of} = ? ORDER BY at DESC, rowid DESC",
            number,
        )


def _revision(row: Row) -> Revision:
    return Revision(
        id=row["id"],
        version=row["version"],
        body=row["body"],
        author=row["author"],
        at=at(row["at"]),
        lost=bool(row["lost"]),
    )


def at(stored: str) -> datetime:
    """Return a stored moment."""
    return datetime.fromisoformat(stored)


def moment(when: datetime | None) -> str:
    """Return a moment as it is stored, to the millisecond."""
    return when.isoformat(timespec="milliseconds") if when else ""
