"""The same question, mark or rating across the years, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ijtui.domain.agenda import Kind
from ijtui.domain.assessment import Row
from ijtui.domain.conversation import Mark

MOST = 4000
"""Characters of one year's notes that are shown beside the others; the rest stands in its minutes."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that came up in more than one conversation.

    Attributes:
        key: id of the question or of the competence.
        title: as the newest of the conversations words it.
        times: in how many conversations.
        marked: it was marked as fine, to watch or a risk at least once.
        rated: it is a competence.
    """

    key: str
    title: str
    times: int
    marked: bool = False
    rated: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on one topic in one conversation; only what both may read.

    Attributes:
        notes: the shared notes, at most `MOST` characters of them.
        whole: nothing of them is left out.
        choice: "yes", "no" or "" for a yes-or-no question.
        rating: both ratings, the requirement and what they came to, where it is a competence.
    """

    conversation: int
    kind: Kind
    day: date | None
    notes: str = ""
    whole: bool = True
    mark: Mark | None = None
    choice: str = ""
    rating: Row | None = None
