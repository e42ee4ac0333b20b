"""Short texts to start from, with places to fill in (D-F2, D-G3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen, MinLen

PLACE = re.compile(r"‹[^‹›\n]{1,60}›")
"""A place to fill in, its marks included: ‹what›."""


class TemplatePart(StrEnum):
    """What a template is for: a part of feedback (D-F1), a goal, or an agreement."""

    POSITIVE = "positive"
    IMPROVE = "improve"
    SUPPORT = "support"
    GOAL = "goal"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class FeedbackTemplate:
    """A text to insert at the cursor and edit.

    Attributes:
        id: unique within the language.
        title: what the list says: "Bra · utvecklare".
        role: whose work it speaks of: "developer", "general", or an organisation's own.
        language: "sv" or "en".
        body: Markdown with places such as ‹what›.
    """

    id: Annotated[str, MinLen(1), MaxLen(60)]
    title: Annotated[str, MinLen(1), MaxLen(80)]
    role: Annotated[str, MinLen(1), MaxLen(60)]
    part: TemplatePart
    language: Annotated[str, MaxLen(8)]
    body: Annotated[str, MinLen(1), MaxLen(4000)]


def next_place(text: str, after: int = 0) -> tuple[int, int] | None:
    """Return where the first place to fill in at or after an offset begins and ends, or None."""
    match = PLACE.search(text, after)
    return match.span() if match else None
