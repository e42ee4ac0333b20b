"""Everything that is about a person or by them, in portions that are small however much there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows of one kind.

    Attributes:
        table: what they are: the name of the table they lie in.
        rows: by column; whoever is meant is an object with `id` and `name`.
        conversation: id of the one they belong to, or None.
    """

    table: str
    rows: tuple[Mapping[str, object], ...]
    conversation: int | None = None
