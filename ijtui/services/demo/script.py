"""The texts of the example in one language, by the names that the story uses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
        milestones: title by key.
        check_ins: comment by the goal's key and a number.
        shortfalls: because and next_step by the goal's key.
        journal: body by the entry's key.
        recognition: what was given, by key.
        training: name of the course by key.
        reasons: of the employee and of the manager, where they see a competence differently, by key.
        advancement: note by key.
        rounds: name by key.
    """

    language: str
    people: Mapping[str, Fields]
    places: Fields
    conversations: Mapping[str, Mapping[str, Fields]]
    goals: Mapping[str, Fields]
    actions: Mapping[str, Fields]
    feedback: Mapping[str, Fields]
    milestones: Fields
    check_ins: Fields
    shortfalls: Mapping[str, Fields]
    journal: Fields
    recognition: Fields
    training: Fields
    reasons: Mapping[str, Fields]
    advancement: Fields
    rounds: Fields


def read_script(language: str) -> Script:
    """Return the texts in that language, "sv" or "en"."""
    said: dict[str, dict[str, Any]] = {}
    for name in ("demo.toml", "demo-year.toml"):
        for part, texts in tomllib.loads((paths.CONTENT / language / name).read_text("utf-8")).items():
            said.setdefault(part, {}).update(texts)
    return Script(language, **said)
