"""What one looks for, and what is found: words in what the reader may read (D-J5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ijtui.domain.agenda import Kind
from ijtui.domain.journal import folded

MOST = 200
"""Hits that are shown; whoever finds more than this has to say more of what they look for."""

BEFORE, PIECE = 200, 640
"""Characters of a text that a hit carries: so many before the first word that was found, so many in all."""

_TYPED = re.compile(r'"([^"]*)"?|(\S+)')
_QUOTES = str.maketrans("“”„«»", '"""""')
_TAG = re.compile(r"#\w[\w/-]*")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for: all of it has to be there.

    Attributes:
        words: words and phrases, folded, the longest first: the longest is the rarest.
        tags: what tags begin with, folded, without `#`.
        person: id of the one whom it concerns, or None for anybody.
        year: or None for any.
    """

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    person: int | None = None
    year: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for yet."""
        return not self.words and not self.tags

    @property
    def sought(self) -> tuple[str, ...]:
        """What is marked where it is found."""
        return (*self.words, *(f"#{tag}" for tag in self.tags))

    def narrows(self, other: Query) -> bool:
        """Whether whatever this one finds, the other finds, too: then nothing there is nothing here."""
        within = all(any(word in longer for longer in self.sought) for word in other.sought)
        return within and other.person in (None, self.person) and other.year in (None, self.year)

    def fits(self, text: str, day: date, *people: int | None) -> bool:
        """Whether everything that is looked for stands in a text of that day that concerns these people."""
        if self.year not in (None, day.year) or (self.person is not None and self.person not in people):
            return False
        plain = folded(text)
        return all(word in plain for word in self.sought)

    def piece(self, text: str) -> str:
        """Return what a hit carries of a text in which the first word stands."""
        start = max(0, folded(text).find(self.sought[0]) - BEFORE)
        return text[start : start + PIECE]

    def finds(self, hit: Hit) -> bool:
        """Whether what was found for another query is found for this one, too, as far as its piece shows."""
        return not self.is_empty and self.fits(hit.text, hit.day, hit.person)


def read_query(typed: str, person: int | None = None, year: int | None = None) -> Query:
    """Return what was typed into the search box as a query.

    Words are parted by spaces; what stands in quotation marks is one phrase, also while the second mark
    has not been typed; a word that begins with `#` is a tag, and finds the longer ones that begin so, too.
    """
    words, tags = set(), set()
    for phrase, word in _TYPED.findall(folded(typed).translate(_QUOTES)):
        if _TAG.fullmatch(word):
            tags.add(word.removeprefix("#"))
        elif phrase.strip() or word:
            words.add(phrase or word)
    return Query(tuple(sorted(words, key=_rarest_first)), tuple(sorted(tags)), person, year)


def _rarest_first(word: str) -> tuple[int, str]:
    return -len(word), word


class Where(StrEnum):
    """What something was found in; also the word before the colon of where it leads."""

    ENTRY = "entry"
    CONVERSATION = "conversation"
    ACTION = "action"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where everything that was looked for stands.

    Attributes:
        number: id of the entry, conversation, action or goal.
        day: what it is sorted by: the day an entry is about, a conversation was, a promise was made.
        text: a piece of it around the first word that was found.
        person: id of the other one it concerns, or None.
        about: title of the question in a conversation, or "".
        kind: of the conversation; None for anything else.
    """

    where: Where
    number: int
    day: date
    text: str
    person: int | None = None
    about: str = ""
    kind: Kind | None = None

    @property
    def key(self) -> str:
        """Where it leads: "entry:12"."""
        return f"{self.where}:{self.number}"


@dataclass(frozen=True, slots=True)
class Found:
    """What there is, newest first.

    Attributes:
        more: there is more than is listed.
    """

    hits: tuple[Hit, ...] = ()
    more: bool = False


def newest(hits: list[Hit]) -> Found:
    """Return the newest of these, no more than are shown."""
    ordered = sorted(hits, key=lambda hit: (hit.day, hit.where, hit.number), reverse=True)
    return Found(tuple(ordered[:MOST]), len(ordered) > MOST)
