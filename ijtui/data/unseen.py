"""Whether something waits to be seen by somebody; it is asked at every start, so it imports little."""

from __future__ import annotations

from ijtui.data.store import Store


def has_unseen_extract(store: Store, person: int) -> bool:
    """Whether there is an extract for the salary review that its employee has not seen."""
    return bool(
        store.rows(
            "SELECT 1 FROM extract WHERE person = ? AND seen IS NULL AND body <> '' LIMIT 1",
            person,
        )
    )
