"""What concluded conversations looked back on, kept as it was."""

from __future__ import annotations

from datetime import date

from ijtui.data.store import Store
from ijtui.domain.material import Material
from ijtui.domain.material_json import material_from_json, material_to_json


class Materials:
    """The kept materials of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, conversation: int) -> Material | None:
        """Return what that conversation looked back on when it was concluded; None before that."""
        found = self._store.all(
            lambda row: material_from_json(row["items"]),
            "SELECT items FROM material WHERE conversation = ?",
            conversation,
        )
        return found[0] if found else None

    def tells_of(self, key: str, person: int) -> bool:
        """Whether what a conversation of that person's has kept holds the thing with that key."""
        found = self._store.rows(
            "SELECT 1 FROM material JOIN conversation ON conversation.id = material.conversation"
            " WHERE ?1 IN (employee, manager) AND instr(items, ?2) LIMIT 1",
            *(person, f'"key":"{key}"'),
        )
        return bool(found)

    def keep(self, conversation: int, material: Material, day: date) -> None:
        """Keep it as it is on that day; what was kept on an earlier day stays."""
        self._store.db.execute(
            "INSERT INTO main.material (conversation, items, kept) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET items = excluded.items WHERE kept = excluded.kept",
            [conversation, material_to_json(material), day.isoformat()],
        )
