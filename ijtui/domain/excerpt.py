"""A piece of a text with the found words marked in it, for one line or a few."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ijtui.domain.journal import folded

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"^\s*(?:[#>*+-]+\s+)+(?:\[[ xX]\]\s+)?", re.MULTILINE)
"""What begins a heading, a quotation, a list or a task in Markdown: on one line it only disturbs."""

Mark = tuple[int, int]
"""Where a found word begins and where it ends, counted in characters."""

_LEAST_BEFORE = 12
"""Characters before the first found word that are always shown: it is read better with what leads to it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a text as one line.

    Attributes:
        marks: the found words, from left to right, none within another.
    """

    text: str
    marks: tuple[Mark, ...] = ()


def excerpt(text: str, sought: Iterable[str], width: int) -> Excerpt:
    """Return at most `width` characters around the first found word, with an ellipsis where something is cut.

    Args:
        text: Markdown of any length; its lines become one.
        sought: folded words and phrases.
        width: at least 1.
    """
    line = " ".join(_SIGNS.sub("", text).split())
    marks = _joined(found_in(line, [_SPACE.sub(" ", word) for word in sought]))
    start = _start(line, marks[0][0] if marks else 0, width)
    cut = "…" if start else ""
    shown = cut + line[start:]
    if len(shown) > width:
        shown = shown[: max(0, width - 1)].rstrip() + "…"
    moved = ((first - start + len(cut), last - start + len(cut)) for first, last in marks)
    end = len(shown) - shown.endswith("…")
    return Excerpt(shown, tuple((first, min(last, end)) for first, last in moved if 0 <= first < end))


def found_in(text: str, sought: Iterable[str]) -> list[Mark]:
    """Return every place where one of these folded words stands, whatever the case of its letters."""
    plain = folded(text)
    places = range(len(text) + 1) if len(plain) == len(text) else _places(text)
    return sorted(
        (places[at], places[at + len(word)])
        for word in sought
        if word
        for at in _all(plain, word)
        if at + len(word) < len(places)
    )


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _places(text: str) -> list[int]:
    """Return for each character of the folded text where it stands in the text; some fold to several."""
    each = ((place, unicodedata.normalize("NFC", letter.casefold())) for place, letter in enumerate(text))
    return [*(place for place, letters in each for _letter in letters), len(text)]


def _joined(marks: list[Mark]) -> list[Mark]:
    """Return the marks without those that lie within another, or begin in it."""
    joined: list[Mark] = []
    for first, last in marks:
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _start(line: str, first: int, width: int) -> int:
    """Return where the excerpt begins: at the start if the word is in sight then, else a little before it."""
    if len(line) <= width or first <= max(_LEAST_BEFORE, width // 2):
        return 0
    wanted = max(0, min(first - max(_LEAST_BEFORE, width // 3), len(line) - width + 1))
    space = line.find(" ", wanted, first)
    return space + 1 if space >= 0 else wanted
