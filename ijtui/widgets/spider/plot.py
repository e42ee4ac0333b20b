"""The chart as rows of text: grid, lines, markers and names, each with the look it is painted in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ijtui.domain.radar import CENTRE, TOP, on_axis, outline, ring
from ijtui.widgets.spider.braille import Cell, Dot, cell_of, line, signs, spread
from ijtui.widgets.spider.layout import Frame, Label, Layout, laid_out
from ijtui.widgets.spider.run import Row, Run, joined
from ijtui.widgets.spider.series import Trace

_RING, _OUTERMOST = 6.0, 4.0
"""Dots from one dot of a ring to the next: farther than in any line, so that no ring is taken for one."""

_ASIDE = (0, 1, -1, 2, -2, 3, -3, 4)
"""Columns towards the middle of the chart and away where a marker stands if others are in its way."""


Cells = dict[Cell, Run]


def plot(
    names: Sequence[str], traces: Sequence[Trace], width: int, height: int, *, here: int = -1
) -> tuple[Row, ...]:
    """Return a radar chart of exactly that many cells; an empty one where the box is too small for any.

    Args:
        names: of the axes, the first of which goes straight up.
        traces: the lines, each with a level an axis.
        width: of the box, in cells.
        height: of the box, in cells.
        here: the axis that is looked at, or -1.
    """
    layout = laid_out(tuple(names), width, height)
    if layout is None:
        return ((Run(" " * width),),) * height
    back_to_front = sorted(traces, key=lambda trace: trace.depth)
    cells = _grid(layout.frame, len(names))
    cells |= _lines(layout.frame, back_to_front)
    cells |= _markers(layout, back_to_front, width)
    labels = {(label.x, label.y): label for label in layout.labels}
    return tuple(joined(_pieces(cells, labels, y, width, here)) for y in range(height))


def _grid(frame: Frame, axes: int) -> Cells:
    """Return a ring of single dots for each level: one on every axis, and some in between."""
    dots = (
        dot
        for level in range(1, TOP + 1)
        for start, end in ring(axes, level)
        for dot in spread(frame.place(start), frame.place(end), _OUTERMOST if level == TOP else _RING)
    )
    return {cell: Run(sign, "grid") for cell, sign in signs(dots).items()}


def _lines(frame: Frame, traces: Sequence[Trace]) -> Cells:
    """Return every line; where two meet in a cell, the one on top gives it its look."""
    dots: list[Dot] = []
    looks: dict[Cell, str] = {}
    for trace in traces:
        whole = (line(frame.place(start), frame.place(end)) for start, end in outline(trace.levels))
        drawn = list(trace.stroke.drawn(chain.from_iterable(whole)))
        dots += drawn
        looks.update(dict.fromkeys(map(cell_of, drawn), trace.series.value))
    return {cell: Run(sign, looks[cell]) for cell, sign in signs(dots).items()}


def _markers(layout: Layout, traces: Sequence[Trace], width: int) -> Cells:
    """Return a sign at every level; where several are the same, they stand beside each other."""
    taken = {(x, label.y) for label in layout.labels for x in range(label.x, label.x + label.width)}
    middle = layout.frame.cell(CENTRE)[0]
    markers: Cells = {}
    for trace in reversed(traces):
        for x, y in dict.fromkeys(_levels(layout.frame, trace)):
            inward = 1 if x < middle else -1
            beside = ((x + step * inward, y) for step in _ASIDE)
            free = next((cell for cell in beside if cell not in taken and 0 <= cell[0] < width), None)
            if free is not None:
                taken.add(free)
                markers[free] = Run(trace.stroke.marker, trace.series.value)
    return markers


def _levels(frame: Frame, trace: Trace) -> Iterator[Cell]:
    """Yield the cells in which a line's levels lie."""
    for axis, level in enumerate(trace.levels):
        if level is not None:
            yield frame.cell(on_axis(axis, len(trace.levels), level))


def _pieces(
    cells: Mapping[Cell, Run], labels: Mapping[Cell, Label], y: int, width: int, here: int
) -> Iterator[Run]:
    """Yield one row of the box from left to right."""
    x = 0
    while x < width:
        label = labels.get((x, y))
        if label is not None:
            yield Run(label.text, "here" if label.axis == here else "label")
        else:
            yield cells.get((x, y), Run(" "))
        x += label.width if label is not None else 1
