"""A competence set as the JSON that an assessment keeps of the set it was made from.

Read for every assessment, so the standard library alone does it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from ijtui.domain.competence import LEVELS, Competence, Profile
from ijtui.errors import StorageFailed


def profile_to_json(profile: Profile) -> str:
    """Return the set as one line of JSON; equal sets give equal text (keys sorted)."""
    return json.dumps(profile, default=_as_object, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=64)
def profile_from_json(text: str) -> Profile:
    """Return the set that `profile_to_json` wrote; most assessments were made from the same few.

    Raises:
        StorageFailed: the text is not such a set.
    """
    try:
        return profile_from_data(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StorageFailed(
            "The competence set that these ratings were made with is damaged. Run ijtui doctor."
        ) from error


def profile_from_data(data: dict[str, Any]) -> Profile:
    """Return the set that lies in plain data of the same shape, lists and dictionaries by field name.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: the data has another shape.
    """
    return Profile(
        id=data["id"],
        title=data["title"],
        language=data["language"],
        competences=tuple(_competence(row) for row in data["competences"]),
        roles=tuple(data["roles"]),
        version=data.get("version", 0),
    )


def _competence(data: dict[str, Any]) -> Competence:
    none, limited, basic, good, very_good = data["levels"]
    if data["required"] not in LEVELS:
        raise ValueError(data["required"])
    return Competence(data["id"], data["title"], (none, limited, basic, good, very_good), data["required"])


def _as_object(value: Any) -> dict[str, Any]:
    """Return a part by field name; without the number that only a set of the organisation has."""
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: part for name, part in said.items() if name != "version" or part}
