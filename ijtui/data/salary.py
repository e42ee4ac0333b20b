"""Extracts for the salary review as rows; one whose words were weeded is not found any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain import salary_text
from ijtui.domain.salary import Extract
from ijtui.domain.signature import Method
from ijtui.errors import NotFound
from ijtui.words import N_

NO_EXTRACT = N_("There is no extract with number {number}.")


class Extracts:
    """The extracts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, number: int) -> Extract:
        """Return that extract.

        Raises:
            NotFound: there is none.
        """
        found = self._store.find(_extract, "(SELECT * FROM extract WHERE body <> '')", number)
        if found is None:
            raise NotFound(NO_EXTRACT, number=number)
        return found

    def newest(self, person: int, manager: int, year: int) -> Extract | None:
        """Return the newest one that those two have of that year, or None."""
        found = self._store.all(
            _extract,
            "SELECT * FROM extract WHERE person = ? AND manager = ? AND year = ? AND body <> ''"
            " ORDER BY id DESC LIMIT 1",
            person,
            manager,
            year,
        )
        return next(iter(found), None)

    def unseen_by(self, person: int) -> tuple[Extract, ...]:
        """Return the newest one of each year and manager that somebody has not seen, the latest first."""
        return self._store.all(
            _extract,
            "SELECT * FROM extract WHERE person = ? AND seen IS NULL AND body <> '' AND id IN"
            " (SELECT max(id) FROM extract GROUP BY person, manager, year) ORDER BY id DESC",
            person,
        )

    def of_hash(self, hash_: str) -> Extract | None:
        """Return the one with that hash, or None."""
        found = self._store.all(_extract, "SELECT * FROM extract WHERE hash = ? AND body <> ''", hash_)
        return next(iter(found), None)

    def add(self, extract: Extract) -> Extract:
        """Store a new one inside `writing`."""
        row = {
            "person": extract.person,
            "manager": extract.manager,
            "year": extract.text.year,
            "body": extract.text.body().decode(),
            "hash": extract.hash,
            "author": extract.author,
            "made": _moment(extract.made),
        }
        return replace(extract, id=self._store.insert("extract", row))

    def change(self, extract: Extract) -> Extract:
        """Store inside `writing` that it was seen, or has left."""
        values = [
            _moment(extract.seen) if extract.seen else None,
            extract.comment,
            extract.method.value if extract.method else None,
            extract.initials,
            _moment(extract.taken) if extract.taken else None,
            extract.id,
        ]
        self._store.db.execute(
            "UPDATE main.extract SET seen = ?, comment = ?, method = ?, initials = ?, taken = ? WHERE id = ?",
            values,
        )
        return extract


def _extract(row: Row) -> Extract:
    """Return a stored extract.

    Raises:
        ValueError: its text is not the one that the hash belongs to.
    """
    text = salary_text.read(row["body"])
    if text.hash() != row["hash"]:
        raise ValueError(row["hash"])
    return Extract(
        text=text,
        hash=row["hash"],
        person=row["person"],
        manager=row["manager"],
        author=row["author"],
        made=datetime.fromisoformat(row["made"]),
        seen=datetime.fromisoformat(row["seen"]) if row["seen"] else None,
        comment=row["comment"],
        method=Method(row["method"]) if row["method"] else None,
        initials=row["initials"],
        taken=datetime.fromisoformat(row["taken"]) if row["taken"] else None,
        id=row["id"],
    )


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
