"""The cells around the chart, and which of them the names of the axes have taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ijtui.domain.radar import Point
from ijtui.widgets.spider.braille import Cell, Place, cell_of, line

_NARROW = 1e-6
_CUT = 3
"""How many cells away from the end of its axis a name may stand to keep one more cell of itself."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name might stand.

    Attributes:
        x: the column where it may begin.
        y: its row.
        width: cells it may take.
    """

    x: int
    y: int
    width: int


def straight(end: Point) -> bool:
    """Whether an axis goes straight up or down, so that its name stands in the middle of it."""
    return abs(end.x) < _NARROW


class Room:
    """What is free around a chart in its box.

    Args:
        ends: the outer ends of the axes, in dots.
        width: of the box, in cells.
        height: of the box, in cells.
    """

    def __init__(self, ends: Sequence[Place], width: int, height: int) -> None:
        self._width, self._height = width, height
        self._taken: list[Spot] = []
        self._chart: dict[int, tuple[int, int]] = {}
        for start, end in zip(ends, (*ends[1:], ends[0]), strict=True):
            for x, y in map(cell_of, line(start, end)):
                left, right = self._chart.get(y, (x, x))
                self._chart[y] = min(left, x), max(right, x)

    def take(self, x: int, y: int, width: int) -> None:
        """Let a name stand there."""
        self._taken.append(Spot(x, y, width))

    def best(self, end: Point, cell: Cell, length: int) -> Spot | None:
        """Return where a name stands best: as near as it can be to its axis, and as long as it can be.

        Args:
            end: where the axis ends, in radii.
            cell: the same in cells.
            length: of the name, in cells.
        """
        spots = [
            spot
            for y in self._rows(end, cell[1])
            if (spot := self._beside(end, cell[0], y, length)).width > 0
        ]
        free = [spot for spot in spots if self._is_free(spot)]
        return min(free, key=lambda spot: _cost(spot, cell, length), default=None)

    def _is_free(self, spot: Spot) -> bool:
        """Whether no name stands there or touches it."""
        return not any(
            spot.y == other.y and spot.x <= other.x + other.width and other.x <= spot.x + spot.width
            for other in self._taken
        )

    def _rows(self, end: Point, row: int) -> Iterator[int]:
        """Yield the rows for a name: that of the axis's end, and those away from the middle of the chart."""
        away = 1 if end.y > 0 else -1
        rows = (row + away,) if straight(end) else (row, row + away, row + 2 * away, row - away)
        return (y for y in rows if 0 <= y < self._height)

    def _beside(self, end: Point, column: int, y: int, length: int) -> Spot:
        """Return the spot on a row: outside the chart with a cell of air, or above or below it."""
        if y not in self._chart:
            width = min(length, self._width)
            x = column - width // 2 if straight(end) else column + 1 if end.x > 0 else column - width
            return Spot(max(0, min(x, self._width - width)), y, width)
        left, right = self._chart[y]
        if straight(end):
            return Spot(0, y, 0)
        if end.x > 0:
            width = min(length, self._width - right - 2)
            return Spot(max(right + 2, min(column + 1, self._width - width)), y, width)
        width = min(length, left - 1)
        return Spot(min(left - 1, max(column, width)) - width, y, width)


def _cost(spot: Spot, cell: Cell, length: int) -> int:
    """Return how far away a name would stand, in cells as wide as high, and how much of it would be cut."""
    column, row = cell
    aside = max(0, spot.x - column, column - (spot.x + spot.width - 1))
    return abs(spot.y - row) * 2 + aside + _CUT * (length - spot.width)
