"""An entry of the journal as it stands in a file: with names where the database has numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated

from annotated_types import Len, MaxLen

from ijtui.domain.journal import EntryKind
from ijtui.domain.text import LONGEST

Name = Annotated[str, MaxLen(2000)]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One entry.

    Attributes:
        uid: by which an entry is known wherever it is.
        quarter: of a reflection, as `2026-Q4`; "" for a note.
        person: name of the one it is about, or "".
        goal: title of the goal it points at, or "".
        line: where it begins in the file, from 1; 0 for one that comes from none.
    """

    uid: Annotated[str, Len(1, 200)]
    day: date
    made: datetime
    changed: datetime
    body: Annotated[str, MaxLen(LONGEST)] = ""
    kind: EntryKind = EntryKind.NOTE
    quarter: Annotated[str, MaxLen(10)] = ""
    person: Name = ""
    shared: bool = False
    goal: Name = ""
    line: int = field(default=0, compare=False)


def facts(leaf: Leaf) -> dict[str, object]:
    """Return everything but the body, as JSON has it."""
    return {
        "uid": leaf.uid,
        "day": leaf.day.isoformat(),
        "kind": leaf.kind.value,
        "quarter": leaf.quarter,
        "person": leaf.person,
        "shared": leaf.shared,
        "goal": leaf.goal,
        "made": leaf.made.isoformat(timespec="milliseconds"),
        "changed": leaf.changed.isoformat(timespec="milliseconds"),
    }
