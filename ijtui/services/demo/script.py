"""The texts of the example in one language, by the names that the story uses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from ijtui import paths

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that is said.

    Attributes:
        language: of all of it.
        people: name, role and unit by the person's key.
        places: by key.
        conversations: by key of the conversation, then `notes`, `employee`, `manager` or `private`,
            then by question id.
        goals: title, measure, achievable, serves, support by the goal's key.
        actions: what, other, achieved, reason by the action's key.
        feedback: positive, improve, support by key.
    """

    language: str
    people: Mapping[str, Fields]
    places: Fields
    conversations: Mapping[str, Mapping[str, Fields]]
    goals: Mapping[str, Fields]
    actions: Mapping[str, Fields]
    feedback: Mapping[str, Fields]


def read_script(language: str) -> Script:
    """Return the texts in that language, "sv" or "en"."""
    said = tomllib.loads((paths.CONTENT / language / "demo.toml").read_text("utf-8"))
    return Script(language, **said)
