"""A long text that two people write and read: every save is a new version, nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.conversation import Party

LONGEST = 200_000
"""Characters in one text; more is refused with a sentence, never cut."""


class TextKind(StrEnum):
    """What a text is, which decides who may see it."""

    PREPARATION = "preparation"  # the writer's until they open it (D-P2)
    SHARED = "shared"  # both see it while it is written (D-M1)
    PRIVATE = "private"  # the writer's for ever


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text: one a conversation, question, kind and party.

    Attributes:
        party: whose it is; for shared notes, which belong to both, None.
    """

    conversation: int
    question: str
    kind: TextKind
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands now.

    Attributes:
        version: 0 for a text that nobody has written yet.
        author: id of the person who saved this version, 0 for nobody.
        on_paper: entered by one party for the other, who brought it on paper.
    """

    key: TextKey
    body: Annotated[str, MaxLen(LONGEST)] = ""
    version: int = 0
    author: int = 0
    changed: datetime | None = None
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One earlier version of a text.

    Attributes:
        id: random, made by the writer, so that a repeated save is one revision.
        lost: this one came too late to become the text and was kept beside it.
    """

    id: str
    version: int
    body: str
    author: int
    at: datetime
    lost: bool = False
