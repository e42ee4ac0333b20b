"""Short texts to start from, with places to fill in (D-F2, D-G3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen, MinLen

from ijtui.domain.conversation import Conversation

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for a template for.

    Attributes:
        language: "sv" or "en": what is written there.
        role: of the person it is about, in their own words ("systemutvecklare"), or "".
        part: what the text is, or None where it can be anything.
    """

    language: str
    role: str = ""
    part: TemplatePart | None = None


def wanted_in(conversation: Conversation, part: TemplatePart | None = None) -> Wanted:
    """Return what fits in a text of that conversation: in its agenda's language, about its employee."""
    return Wanted(conversation.agenda.language, conversation.employee.role, part)


def best_first(templates: Iterable[FeedbackTemplate], wanted: Wanted) -> tuple[FeedbackTemplate, ...]:
    """Return the templates with those for the wanted part first, and within a part those for the role."""
    return tuple(
        sorted(templates, key=lambda found: (found.part is not wanted.part, _distance(found, wanted.role)))
    )


def _distance(template: FeedbackTemplate, role: str) -> int:
    """Return 0 where it speaks of that role, 1 where it suits every role, 2 where it speaks of another."""
    if template.role == "general":
        return 1
    titled = template.title.partition("·")[2].partition(":")[0]
    spoken_of = (template.role.replace("-", " "), titled)
    mine = role.casefold()
    return 0 if any(name.strip() and name.strip().casefold() in mine for name in spoken_of) else 2
