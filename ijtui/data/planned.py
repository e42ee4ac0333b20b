"""Whether a planned post's day has come: asked at every start, so it costs one look into an index."""

from __future__ import annotations

from datetime import date

from ijtui.data.store import Store


def is_due(store: Store, day: date) -> bool:
    """Whether somebody's planned post begins on that day or has begun, and the person doesn't say so yet."""
    return bool(store.rows("SELECT 1 FROM post WHERE planned AND since <= ? LIMIT 1", day.isoformat()))
