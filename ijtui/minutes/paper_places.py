"""Where in a form that came back its own lines stand: by its comments, else by its headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ijtui.minutes.paper import END, MARK, WORD, Face, words_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a part of the form begins.

    Attributes:
        start: the first letter of its line.
        after: what follows the comment; at a heading, its first letter.
        what: id of the question, HEAD or END; anything else is none of this form's.
        base: the version that the comment tells, or None.
        depth: how many signs of quotation stand before it.
    """

    start: int
    after: int
    what: str
    base: int | None = None
    depth: int = 0


class Words:
    """The words of a text with their places, to look for a sentence whatever became of its lines.

    Args:
        text: all of it.
    """

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self._said = [match[0].casefold() for match in found]
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]

    def next_at(self, place: int) -> int:
        """Return the number of the first word that begins at that place or after it."""
        return bisect_right(self._starts, place - 1)

    def follows(self, wanted: Sequence[str], place: int) -> int | None:
        """Return where these words end if they are the next ones from a place on, or None."""
        at = self.next_at(place)
        if not wanted or self._said[at : at + len(wanted)] != list(wanted):
            return None
        return self._ends[at + len(wanted) - 1]

    def first(self, place: int) -> int | None:
        """Return where the first word from a place on begins, or None."""
        at = self.next_at(place)
        return self._starts[at] if at < len(self._starts) else None


def anchors(text: str, face: Face) -> list[Anchor]:
    """Return where each part of the form begins, in the text's order."""
    marked = list(_marked(text))
    there = {anchor.what for anchor in marked}
    found = [*marked, *_by_heading(text, face, there)]
    return sorted(found, key=lambda anchor: (anchor.start, anchor.after))


def _marked(text: str) -> Iterator[Anchor]:
    for match in MARK.finditer(text):
        base = match["version"]
        depth = match["quoted"].count(">")
        yield Anchor(match.start(), match.end(), match["what"], int(base) if base else 0, depth)


def _by_heading(text: str, face: Face, there: set[str]) -> Iterator[Anchor]:
    """Yield the headings of questions whose comments are lost, and the last line where that is."""
    words = Words(text)
    wanted = {
        asked.question.id: words_of(face.heading(asked))
        for asked in face.paper.asked
        if asked.question.id not in there
    }
    if END not in there:
        wanted[END] = words_of(face.end)
    for line in re.finditer(r"^([> \t]*)(?:[#*_][#*_ \t]*)?(?=\w)", text, re.MULTILINE):
        for what, said in wanted.items():
            end = words.follows(said, line.end())
            if end is not None and words.first(line.end()) == line.end() and _ends_line(text, end):
                yield Anchor(line.start(), line.start(), what, None, line[1].count(">"))


def _ends_line(text: str, place: int) -> bool:
    """Whether nothing but marks follows on the line."""
    end = text.find("\n", place)
    return WORD.search(text, place, end if end >= 0 else len(text)) is None
