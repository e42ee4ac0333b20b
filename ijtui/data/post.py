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

    def exist(self) -> bool:
        """Whether it is written down in this file who works where."""
        return bool(self._store.rows("SELECT person FROM post LIMIT 1"))

    def due(self, day: date) -> tuple[Post, ...]:
        """Return what was planned for that day or one before it and stands on no person yet, by first day."""
        wanted = "SELECT * FROM post WHERE planned AND since <= ? ORDER BY since, id"
        return self._store.all(_post, wanted, day.isoformat())

    def add(self, post: Post, *, planned: bool = False) -> Post:
        """Store a new one inside `writing`.

        Args:
            post: without a number.
            planned: its first day is still to come, and the person doesn't say it yet.
        """
        return replace(post, id=self._store.insert("post", {**_row(post), "planned": planned}))

    def change(self, post: Post, *, planned: bool = False) -> Post:
        """Store a changed one inside `writing`."""
        row = {**_row(post), "planned": planned}
        columns = ", ".join(f"{column} = ?" for column in row)
        self._store.db.execute(f"UPDATE main.post SET {columns} WHERE id = ?", [*row.values(), post.id])
        return post

    def end(self, post: Post, until: date) -> Post:
        """Store the last day of one inside `writing`."""
        self._store.db.execute("UPDATE main.post SET until = ? WHERE id = ?", [until.isoformat(), post.id])
        return replace(post, until=until)

    def begun(self, post: Post) -> None:
        """Store inside `writing` that a planned one stands on its person from now on."""
        self._store.db.execute("UPDATE main.post SET planned = 0 WHERE id = ?", [post.id])

    def remove(self, post: Post) -> None:
        """Take one away inside `writing`, for what was planned and does not come about."""
        self._store.db.execute("DELETE FROM main.post WHERE id = ?", [post.id])


def _post(row: Row) -> Post:
    until = row["until"]
    days = {"since": date.fromisoformat(row["since"]), "until": date.fromisoformat(until) if until else None}
    said = {name: value for name, value in row.items() if name != "planned"}
    return Post(**{**said, **days})


def _row(post: Post) -> dict[str, object]:
    return {
        "person": post.person,
        "unit": post.unit,
        "manager": post.manager,
        "role": post.role,
        "since": post.since.isoformat(),
        "until": post.until.isoformat() if post.until else None,
    }
