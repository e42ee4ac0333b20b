"""The chart on screen: fitted to its box whenever that changes, repainted where it differs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ijtui.widgets.spider.legend import legend
from ijtui.widgets.spider.plot import plot
from ijtui.widgets.spider.run import Row
from ijtui.widgets.spider.series import Trace

SMALLEST = (30, 10)
"""Columns and rows below which a table says more than a chart."""


class Spider(Widget):
    """A radar chart with its legend below."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "spider--before",
        "spider--required",
        "spider--manager",
        "spider--employee",
        "spider--agreed",
        "spider--grid",
        "spider--label",
        "spider--here",
    }

    here: reactive[int] = reactive(-1, repaint=False)
    """The axis that is looked at, or -1."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names: tuple[str, ...] = ()
        self._traces: tuple[Trace, ...] = ()
        self._rows: tuple[Row, ...] = ()

    def show(self, names: Sequence[str], traces: Sequence[Trace]) -> None:
        """Show these lines, each with a level for every one of these axes."""
        self._names, self._traces = tuple(names), tuple(traces)
        self._draw()

    def watch_here(self) -> None:
        """Draw the axis that is looked at."""
        self._draw()

    def on_resize(self) -> None:
        """Draw it to its new size."""
        self._draw()

    def _draw(self) -> None:
        """Draw everything, and paint the rows that have changed."""
        before, self._rows = self._rows, self._drawn()
        for y, (was, row) in enumerate(zip_longest(before, self._rows)):
            if was != row:
                self.refresh(Region(0, y, self.size.width, 1))

    def _drawn(self) -> tuple[Row, ...]:
        width, height = self.size
        if not self._names or not width:
            return ()
        below = legend(self._traces, width)
        chart = plot(self._names, self._traces, width, max(0, height - len(below)), here=self.here)
        used = max((y for y, row in enumerate(chart, 1) if any(run.look for run in row)), default=0)
        return (*chart[: used + 1], *below)

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        segments = [Segment(run.text, self._style(run.look)) for run in self._rows[y]]
        used = sum(cell_len(run.text) for run in self._rows[y])
        return Strip([*segments, Segment(" " * (width - used), self.rich_style)], width)

    def _style(self, look: str) -> Style:
        if not look:
            return self.rich_style
        return self.rich_style + self.get_component_rich_style(f"spider--{look}", partial=True)
