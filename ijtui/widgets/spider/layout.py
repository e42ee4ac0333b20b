"""Where the chart and the names of its axes find room in a box: as large as leaves the names readable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from ijtui.domain.radar import Point, on_axis
from ijtui.widgets.fit import shortened
from ijtui.widgets.spider.braille import ACROSS, DOWN, Cell, Place, cell_of, nearest
from ijtui.widgets.spider.room import Room, Spot, straight

_SMALLEST = 6.0
"""Radius in dots below which nothing can be told apart."""

_ENOUGH = 14
"""Cells of a name that are worth showing at the cost of the chart."""

_DEAR = 45
"""What the names may lose on average where the chart is worth nothing: two of them cut by a little are better
than one that can't be read."""

_LOST = 150
"""What it costs that a name finds no room at all."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the chart stands.

    Attributes:
        centre: in dots.
        radius: of the outermost level, in dots.
    """

    centre: Place
    radius: float

    def place(self, point: Point) -> Place:
        """Return a point of the chart in dots."""
        return self.centre[0] + point.x * self.radius, self.centre[1] + point.y * self.radius

    def cell(self, point: Point) -> Cell:
        """Return the cell in which a point of the chart lies."""
        return cell_of(nearest(self.place(point)))


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an axis where it stands.

    Attributes:
        axis: which.
        x: the column where it begins.
        y: its row.
        text: shortened to what there is room for.
        width: cells that it takes.
    """

    axis: int
    x: int
    y: int
    text: str
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart that fits its box.

    Attributes:
        frame: where it stands.
        labels: the names that found room.
    """

    frame: Frame
    labels: tuple[Label, ...]


@lru_cache(maxsize=8)
def laid_out(names: tuple[str, ...], width: int, height: int) -> Layout | None:
    """Return the best way to put a chart into a box, which depends on no level; None where it is too small.

    Args:
        names: of the axes; three or more.
        width: of the box, in cells.
        height: of the box, in cells.
    """
    wanted = tuple(shortened(name.strip(), width) for name in names)
    best, most = None, float("-inf")
    for frame in _frames(len(names), width, height):
        if frame.radius <= most:
            break  # a smaller one is worth no more, however readable its names are
        layout = Layout(frame, tuple(_labels(wanted, frame, width, height)))
        worth = _worth(layout, wanted)
        if worth > most:
            best, most = layout, worth
    return best


def _frames(axes: int, width: int, height: int) -> Iterator[Frame]:
    """Yield frames that leave a row for a name above, and below where an axis goes straight down."""
    low = max(on_axis(axis, axes).y for axis in range(axes))
    rows = height - (1 if axes % 2 else 2)
    across = (width - 1) // 2 * ACROSS + 0.5
    radius = min((rows * DOWN - 2) / (1 + low), across - 0.5)
    while radius >= _SMALLEST:
        yield Frame((across, DOWN + radius), radius)
        radius -= 1


def _worth(layout: Layout, wanted: Sequence[str]) -> float:
    """Return how good a layout is: its radius, less what is cut off the names."""
    shown = {label.axis: label.width for label in layout.labels}
    lost = sum(_loss(min(_ENOUGH, cell_len(name)), shown.get(axis, 0)) for axis, name in enumerate(wanted))
    return layout.frame.radius * (1 - lost / len(wanted) / _DEAR)


def _loss(size: int, shown: int) -> float:
    """Return what it costs to show only some cells of a name: more where it is short."""
    if not shown:
        return _LOST if size else 0
    return max(0, size - shown) ** 2 * _ENOUGH / size


def _labels(names: Sequence[str], frame: Frame, width: int, height: int) -> Iterator[Label]:
    """Yield the names where they fit, those with the least choice first."""
    ends = [on_axis(axis, len(names)) for axis in range(len(names))]
    room = Room([frame.place(end) for end in ends], width, height)
    for axis in sorted(range(len(names)), key=lambda axis: (not straight(ends[axis]), -abs(ends[axis].x))):
        spot = room.best(ends[axis], frame.cell(ends[axis]), cell_len(names[axis]))
        label = _label(axis, names[axis], ends[axis], spot) if spot is not None else None
        if label is not None:
            room.take(label.x, label.y, label.width)
            yield label


def _label(axis: int, name: str, end: Point, spot: Spot) -> Label | None:
    """Return the name as it fits the spot, at the side of it that is nearest to its axis."""
    text = shortened(name, spot.width)
    width = cell_len(text)
    if width == 0 or text == "…":
        return None
    spare = spot.width - width
    aside = spare // 2 if straight(end) else spare if end.x < 0 else 0
    return Label(axis, spot.x + aside, spot.y, text, width)
