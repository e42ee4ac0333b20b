"""A long text that two people write and read: every save is a new version, nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Protocol

from annotated_types import MaxLen

from ijtui.domain.conversation import Party

LONGEST = 200_000
"""Characters in one text; more is refused with a sentence, never cut."""

KEPT_APART = timedelta(minutes=5)
"""While somebody types, an earlier version is kept this often, however often it is saved."""

MUCH = 80
"""Characters, about a line: before more than this is taken away, what stood there is kept."""


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


class Written(Protocol):
    """What is written and saved in versions: a text of a conversation, an entry of a journal."""

    @property
    def body(self) -> str:
        """All of it."""
        ...

    @property
    def version(self) -> int:
        """0 where nobody has written anything yet."""
        ...

    @property
    def author(self) -> int:
        """Id of the person who saved this version."""
        ...

    @property
    def changed(self) -> datetime | None:
        """When this version was saved."""
        ...


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


def is_worth_keeping(before: Written, after: Written, since: datetime, taken: int) -> bool:
    """Whether a text that is about to be replaced becomes an earlier version.

    An hour of typing gives about a dozen; between two of them no more than a line is gone for good.

    Args:
        before: what is stored.
        after: what takes its place.
        since: when an earlier version was last kept, or the text was begun.
        taken: characters taken away since then, by this save too.
    """
    if not before.body.strip():
        return False
    if before.author != after.author or after.changed is None:
        return True
    return taken > MUCH or after.changed - since >= KEPT_APART


def taken_away(before: str, after: str) -> int:
    """How many characters of `before` are gone: those between the common beginning and the common end."""
    start, end, _instead = difference(before, after)
    return end - start


def difference(before: str, after: str) -> tuple[int, int, str]:
    """Return from where to where `before` is another text than `after`, and what stands there instead."""
    start = _in_common(before, after)
    end = _in_common(before[start:][::-1], after[start:][::-1])
    return start, len(before) - end, after[start : len(after) - end]


def _in_common(one: str, other: str) -> int:
    """Return the length of the common beginning; compares slices, for texts may be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def joined(theirs: str, mine: str) -> str:
    """Return both texts in one, theirs first; the lines they begin and end with alike stand there once."""
    if not theirs.strip() or not mine.strip():
        return mine if mine.strip() else theirs
    first, second = theirs.rstrip().split("\n"), mine.rstrip().split("\n")
    start = _lines_in_common(first, second)
    end = _lines_in_common(first[start:][::-1], second[start:][::-1])
    differing = [lines[start : len(lines) - end] for lines in (first, second)]
    between = [""] if all(any(map(str.strip, lines)) for lines in differing) else []
    return "\n".join([*first[:start], *differing[0], *between, *differing[1], *first[len(first) - end :]])


def _lines_in_common(one: list[str], other: list[str]) -> int:
    """Return with how many lines both begin."""
    pairs = zip(one, other, strict=False)
    return next(
        (number for number, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other))
    )
