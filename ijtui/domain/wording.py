"""What something said before it was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """How an agreement or a goal read until somebody changed it.

    Attributes:
        version: which of its versions read like this, from 1.
        fields: what stood where, as text; a day in ISO form, "" where nothing stood.
        author: id of the person who changed it into something else.
        at: when that was.
    """

    version: int
    fields: Mapping[str, str]
    author: int
    at: datetime
