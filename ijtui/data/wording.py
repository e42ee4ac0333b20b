"""Earlier wordings as rows, only ever added to."""

from __future__ import annotations

import json
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.wording import Wording


class Wordings:
    """What things said before they were changed.

    Args:
        store: the open file.
        thing: what kind of thing: "action" or "goal".
    """

    def __init__(self, store: Store, thing: str) -> None:
        self._store = store
        self._thing = thing

    def keep(self, number: int, wording: Wording) -> None:
        """Store how the thing with that number read until now, inside `writing`."""
        row = {
            "thing": self._thing,
            "number": number,
            "version": wording.version,
            "fields": json.dumps(dict(wording.fields), ensure_ascii=False),
            "author": wording.author,
            "at": wording.at.isoformat(timespec="seconds"),
        }
        self._store.upsert("wording", ["thing", "number", "version"], row)

    def of(self, number: int) -> tuple[Wording, ...]:
        """Return how that thing read earlier, the newest first."""
        return self._store.all(
            _wording,
            "SELECT * FROM wording WHERE thing = ? AND number = ? ORDER BY version DESC",
            self._thing,
            number,
        )

    def forget(self, number: int) -> None:
        """Delete the earlier wordings of a thing that is removed, inside `writing`."""
        self._store.db.execute(
            "DELETE FROM main.wording WHERE thing = ? AND number = ?", [self._thing, number]
        )


def _wording(row: Row) -> Wording:
    return Wording(
        row["version"], json.loads(row["fields"]), row["author"], datetime.fromisoformat(row["at"])
    )
