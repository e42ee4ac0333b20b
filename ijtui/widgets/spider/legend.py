"""What each line of the chart is: a piece of the line, its marker and its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ijtui.widgets.fit import shortened
from ijtui.widgets.spider.braille import ACROSS, DOWN, Dot, signs
from ijtui.widgets.spider.run import Row, Run, joined
from ijtui.widgets.spider.series import Trace

_SAMPLE = 3
"""Cells of line."""

_GAP = "  "


def legend(traces: Sequence[Trace], width: int) -> tuple[Row, ...]:
    """Return the lines' names beside each other, in rows of at most that many cells."""
    rows: list[list[Run]] = []
    used = width
    for trace in traces:
        entry = _entry(trace, width)
        size = sum(cell_len(run.text) for run in entry)
        if rows and used + len(_GAP) + size <= width:
            rows[-1] += [Run(_GAP), *entry]
            used += len(_GAP) + size
        else:
            rows.append(entry)
            used = size
    return tuple(joined(row) for row in rows)


def _entry(trace: Trace, width: int) -> list[Run]:
    look = trace.series.value
    name = shortened(trace.name, max(1, min(width // 2, width - _SAMPLE - 2)))
    return [Run(_sample(trace) + trace.stroke.marker, look), Run(f" {name}", "label")]


def _sample(trace: Trace) -> str:
    """Return a piece of the line, in the middle of its row."""
    drawn = signs(trace.stroke.drawn(_straight()))
    return "".join(drawn.get((x, 0), " ") for x in range(_SAMPLE))


def _straight() -> Iterator[Dot]:
    return ((x, DOWN // 2 - 1) for x in range(_SAMPLE * ACROSS))
