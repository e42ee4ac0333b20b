"""Who has worked where under whom, as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.post import Post


class Posts:
    """The posts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Post, ...]:
        """Return every post there ever was, by person and first day."""
        return self._store.all(_post, "SELECT * FROM post ORDER BY person, since, id")

    def of_person(self, person: int) -> tuple[Post, ...]:
        """Return where somebody has worked, the first one first."""
        return self._store.all(_post, "SELECT * FROM post WHERE person = ? ORDER BY since, id", person)

    def add(self, post: Post) -> Post:
        """Store a new one inside `writing`."""
        return replace(post, id=self._store.insert("post", _row(post)))

    def end(self, post: Post, until: date) -> Post:
        """Store the last day of one inside `writing`."""
        self._store.db.execute("UPDATE main.post SET until = ? WHERE id = ?", [until.isoformat(), post.id])
        return replace(post, until=until)


def _post(row: Row) -> Post:
    until = row["until"]
    days = {"since": date.fromisoformat(row["since"]), "until": date.fromisoformat(until) if until else None}
    return Post(**{**row, **days})


def _row(post: Post) -> dict[str, object]:
    return {
        "person": post.person,
        "unit": post.unit,
        "manager": post.manager,
        "role": post.role,
        "since": post.since.isoformat(),
        "until": post.until.isoformat() if post.until else None,
    }
