"""A difference between two versions of a template, by its parts and not by its lines.

A question and a competence are the same as long as their id is: last year's answers are found by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Thing(StrEnum):
    """What has changed."""

    WHOLE = "whole"
    STATION = "station"
    QUESTION = "question"
    TASK = "task"
    COMPETENCE = "competence"


class Sort(StrEnum):
    """What has become of it."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"  # another id: what was said under the old one is not found any more
    TITLE = "title"
    TEXT = "text"
    HINT = "hint"
    TIME = "time"
    WHO = "who"
    ASK = "ask"
    SECTION = "section"
    LEVEL = "level"
    REQUIRED = "required"
    KIND = "kind"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Attributes:
        name: the title of what has changed, as it is now, or was where it is gone.
        where: title of the station that it is in; "" for what is in none.
        before: what stood there, or "".
        after: what stands there now, or "".
    """

    thing: Thing
    sort: Sort
    name: str
    where: str = ""
    before: str = ""
    after: str = ""

    @property
    def loses_answers(self) -> bool:
        """Whether what was said under the old id is no longer found beside the new."""
        return self.sort is Sort.RENAMED
