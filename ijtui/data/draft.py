"""Unsaved forms, so that what was typed into one outlives the program."""

from __future__ import annotations

import json
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.draft import Draft


class Drafts:
    """The drafts of one file, each its writer's alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, person: int) -> tuple[Draft, ...]:
        """Return that person's drafts, newest first."""
        return self._store.all(_draft, "SELECT * FROM draft WHERE person = ? ORDER BY at DESC, form", person)

    def put(self, person: int, draft: Draft) -> None:
        """Store a draft in place of the earlier one of the same form."""
        row = {
            "person": person,
            "form": draft.form,
            "fields": json.dumps(dict(draft.fields), ensure_ascii=False),
            "at": draft.at.isoformat(timespec="milliseconds"),
        }
        self._store.upsert("draft", ["person", "form"], row)

    def remove(self, person: int, form: str) -> None:
        """Delete a draft; one that is not there is gone already."""
        self._store.db.execute("DELETE FROM main.draft WHERE person = ? AND form = ?", [person, form])


def _draft(row: Row) -> Draft:
    return Draft(row["form"], json.loads(row["fields"]), datetime.fromisoformat(row["at"]))
