"""What concluded conversations looked back on, kept as it was."""

from __future__ import annotations

from ijtui.data.store import Store
from ijtui.domain.material import Material
from ijtui.domain.material_json import material_from_json, material_to_json


class Materials:
    """The kept materials of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, conversation: int) -> Material | None:
        """Return what that conversation looked back on when it was first concluded; None before that."""
        found = self._store.all(
            lambda row: material_from_json(row["items"]),
            "SELECT items FROM material WHERE conversation = ?",
            conversation,
        )
        return found[0] if found else None

    def keep(self, conversation: int, material: Material) -> None:
        """Keep it, unless it is kept already."""
        self._store.db.execute(
            "INSERT OR IGNORE INTO material (conversation, items) VALUES (?, ?)",
            [conversation, material_to_json(material)],
        )
