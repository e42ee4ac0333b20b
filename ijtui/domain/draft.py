"""What was typed into a form and not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one form as they stood when it was left.

    Attributes:
        form: which form, with the id of what it edits ("goal:new:12", "person:3").
        fields: what was typed, by field name.
    """

    form: str
    fields: Mapping[str, str]
    at: datetime
