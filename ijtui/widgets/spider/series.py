"""The lines of the chart, and how each is told apart without colour: by its stroke and by its marker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ijtui.domain.assessment import Series
from ijtui.widgets.spider.braille import Dot, let_through, thickened


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn.

    Attributes:
        marker: the sign at each level.
        pattern: which of its dots are set, again and again: "1" is solid, "1110" dashed, "10" dotted.
        wide: whether it is two dots thick.
    """

    marker: str
    pattern: str
    wide: bool = False

    def drawn(self, dots: Iterable[Dot]) -> Iterator[Dot]:
        """Yield those of a line's dots that are set."""
        set_dots = let_through(dots, self.pattern)
        return thickened(set_dots) if self.wide else set_dots


STROKES = {
    Series.BEFORE: Stroke("·", "1000"),
    Series.REQUIRED: Stroke("+", "10"),
    Series.MANAGER: Stroke("x", "1111000"),
    Series.EMPLOYEE: Stroke("o", "1"),
    Series.AGREED: Stroke("■", "1", wide=True),
}
"""In the order in which they are drawn, so that the last one stands on top."""

_DEPTH = tuple(STROKES)


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of the chart.

    Attributes:
        series: whose levels.
        name: for the legend.
        levels: one an axis, 0 to 4; None for what is not rated.
    """

    series: Series
    name: str
    levels: tuple[int | None, ...]

    @property
    def stroke(self) -> Stroke:
        """How it is drawn."""
        return STROKES[self.series]

    @property
    def depth(self) -> int:
        """Where it stands among the others, from behind to the front."""
        return _DEPTH.index(self.series)
