"""Material as the JSON that a concluded conversation keeps, so that nothing that happens later changes it."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from ijtui.domain.goal import GoalKind
from ijtui.domain.material import Item, Material, Source
from ijtui.errors import StorageFailed


def material_to_json(material: Material) -> str:
    """Return the material as one line of JSON; fields that say nothing are left out."""
    data = {
        "first": material.first.isoformat(),
        "last": material.last.isoformat(),
        "items": [_plain(item) for item in material.items],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def material_from_json(text: str) -> Material:
    """Return the material that `material_to_json` wrote.

    Raises:
        StorageFailed: the text is not such material.
    """
    try:
        data = json.loads(text)
        first, last = date.fromisoformat(data["first"]), date.fromisoformat(data["last"])
        material = Material(first, last, tuple(_item(row) for row in data["items"]))
        material.labels()
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise StorageFailed("What this conversation looked back on is damaged. Run ijtui doctor.") from error
    return material


def _plain(item: Item) -> dict[str, Any]:
    said = {field.name: getattr(item, field.name) for field in fields(Item)}
    said = {field.name: said[field.name] for field in fields(Item) if said[field.name] != field.default}
    return said | ({"day": item.day.isoformat()} if item.day else {})


def _item(data: dict[str, Any]) -> Item:
    day = data.get("day")
    known = {**data, "source": Source(data["source"]), "goals": tuple(data.get("goals", ()))}
    known["day"] = date.fromisoformat(day) if day else None
    item = Item(**{"key": "", "text": "", **known})
    if item.source is Source.GOAL:
        GoalKind(item.sort)
    return item
