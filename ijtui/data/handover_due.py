"""Whether the day of some handover has come: asked whenever a file is opened, so it asks for nothing else."""

from __future__ import annotations

from datetime import date

from ijtui.data.store import Store


def is_any(store: Store) -> bool:
    """Whether there is a handover that the asker may know of."""
    return bool(store.rows("SELECT 1 FROM handover LIMIT 1"))


def is_any_due(store: Store, today: date) -> bool:
    """Whether a handover that has not taken place could by now."""
    sql = "SELECT 1 FROM handover WHERE state = 'open' AND day <= ? LIMIT 1"
    return bool(store.rows(sql, today.isoformat()))
