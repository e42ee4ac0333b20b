"""Whom the two let read their signed plan, as rows."""

from __future__ import annotations

from datetime import datetime

from ijtui.data.store import Store


class PassedOn:
    """What was said of passing on in one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def said(self, conversation: int, reader: int) -> frozenset[int]:
        """Return who lets that person read what was signed in that conversation."""
        rows = self._store.rows(
            "SELECT person FROM passed_on WHERE conversation = ? AND reader = ?", conversation, reader
        )
        return frozenset(row["person"] for row in rows)

    def to(self, reader: int) -> tuple[int, ...]:
        """Return the conversations whose two both let that person read what they signed, the latest first."""
        rows = self._store.rows(
            "SELECT conversation FROM passed_on WHERE reader = ?"
            " GROUP BY conversation HAVING count(*) = 2 ORDER BY conversation DESC",
            reader,
        )
        return tuple(row["conversation"] for row in rows)

    def let(self, conversation: int, person: int, reader: int, at: datetime) -> None:
        """Store that one of the two lets that person read it, inside `writing`."""
        row = {
            "conversation": conversation,
            "person": person,
            "reader": reader,
            "at": at.isoformat(timespec="seconds"),
        }
        self._store.upsert("passed_on", ["conversation", "person"], row)

    def keep_back(self, conversation: int, person: int) -> None:
        """Delete that somebody lets another read it, inside `writing`."""
        self._store.db.execute(
            "DELETE FROM main.passed_on WHERE conversation = ? AND person = ?", [conversation, person]
        )
