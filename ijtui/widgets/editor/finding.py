"""Finding words in a text: without the difference of capitals, in any letters, in any form of writing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Found(NamedTuple):
    """Where a text was found.

    Attributes:
        row: the line, from 0.
        start: the column where it begins.
        end: the column behind it.
    """

    row: int
    start: int
    end: int


def places_of(lines: Sequence[str], wanted: str) -> list[Found]:
    """Return every place of a text in the lines, in reading order, none lapping over another."""
    needle = _folded(wanted)
    if not needle:
        return []
    return [
        Found(row, *span) for row, line in enumerate(lines) for span in _spans(line, _folded(line), needle)
    ]


def next_place(places: Sequence[Found], row: int, column: int, step: int) -> int:
    """Return the index of the next place from a location, going round at the ends.

    Args:
        places: at least one, in reading order.
        row: the line one is at.
        column: the column one is at.
        step: 1 for the next one, there or later; -1 for the one before.
    """
    if step > 0:
        later = (index for index, place in enumerate(places) if (place.row, place.start) >= (row, column))
        return next(later, 0)
    earlier = [index for index, place in enumerate(places) if (place.row, place.start) < (row, column)]
    return earlier[-1] if earlier else len(places) - 1


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _spans(line: str, folded: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield from and to which column of a line the needle stands."""
    columns = _columns(line, folded)
    at = folded.find(needle)
    while at >= 0:
        yield columns[at], columns[at + len(needle) - 1] + 1
        at = folded.find(needle, at + len(needle))


def _columns(line: str, folded: str) -> Sequence[int]:
    """Return which column of the line each folded character comes from; one may become several (ß, ss)."""
    if len(line) == len(folded):
        return range(len(line))
    columns = [column for column, character in enumerate(line) for _part in _folded(character)]
    return columns if len(columns) == len(folded) else [min(at, len(line) - 1) for at in range(len(folded))]
