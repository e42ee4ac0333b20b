"""Places to fill in: what stands between ‹ and › in a template, on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Location = tuple[int, int]
"""Line and column, both from 0."""

PLACE = re.compile("‹[^‹›\n]*›")
"""Matches one place, its marks included."""


class Place(NamedTuple):
    """Where a place to fill in starts and ends."""

    start: Location
    end: Location


def places(lines: Sequence[str], start: Location, end: Location) -> list[Place]:
    """Return the places that lie wholly between two locations of a text, in reading order."""
    found = [
        Place((row, match.start()), (row, match.end()))
        for row in range(start[0], min(end[0] + 1, len(lines)))
        for match in PLACE.finditer(lines[row])
    ]
    return [place for place in found if start <= place.start and place.end <= end]


class Passage(NamedTuple):
    """An inserted template, found again however the text within it has changed.

    Its start is counted from the start of the text and its end from the end, so what is
    written in between moves neither.

    Attributes:
        start: where it starts.
        lines_after: how many lines come after the one it ends in.
        columns_after: how many characters come after it on that line.
    """

    start: Location
    lines_after: int
    columns_after: int

    @classmethod
    def between(cls, lines: Sequence[str], start: Location, end: Location) -> Passage:
        """Return the passage that lies between two locations of a text."""
        return cls(start, len(lines) - 1 - end[0], len(lines[end[0]]) - end[1])

    def end(self, lines: Sequence[str]) -> Location:
        """Return where it ends now."""
        row = max(0, len(lines) - 1 - self.lines_after)
        return row, max(0, len(lines[row]) - self.columns_after)

    def places(self, lines: Sequence[str]) -> list[Place]:
        """Return the places still to fill in."""
        return places(lines, self.start, self.end(lines))


@dataclass
class Filling:
    """The filling in of one template: where the next place is, and when there is none.

    Attributes:
        passage: the inserted template.
        came_round: the search has once started again from the top; it does so only once,
            so that a place somebody leaves empty keeps nobody in the field.
    """

    passage: Passage
    came_round: bool = False

    def next(self, lines: Sequence[str], after: Location) -> Place | None:
        """Return the next place to fill in at or after a location, or None where the search is over."""
        left = self.passage.places(lines)
        ahead = [place for place in left if place.start >= after]
        if ahead or self.came_round:
            return ahead[0] if ahead else None
        self.came_round = True
        return left[0] if left else None
