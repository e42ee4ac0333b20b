"""What conversations and assessments were made from, each distinct text once and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from ijtui.data.store import Store


class TemplateCopies:
    """The templates that one file's conversations and assessments keep, as JSON."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def texts(self, copies: Iterable[int]) -> Mapping[int, str]:
        """Return the texts of those copies by their number, with one query."""
        wanted = set(copies)
        marks = ", ".join("?" * len(wanted))
        rows = self._store.rows(f"SELECT id, body FROM template_copy WHERE id IN ({marks})", *wanted)
        return {row["id"]: row["body"] for row in rows}

    def keep(self, text: str) -> int:
        """Store a text inside `writing` unless it is there, and return its number.

        It is looked for by its hash alone: whoever books may not read what others' conversations keep.
        """
        hash_ = sha256(text.encode()).hexdigest()
        found = self._store.rows("SELECT id FROM main.template_copy WHERE hash = ?", hash_)
        return found[0]["id"] if found else self._store.insert("template_copy", {"hash": hash_, "body": text})
