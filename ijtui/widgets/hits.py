"""A list of what was found, with the found words marked in the last column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ijtui.widgets.fit import Column, fitted, widths
from ijtui.widgets.lines import Line, Lines


@dataclass(frozen=True, slots=True)
class HitLine(Line):
    """One line of what was found.

    Attributes:
        marks: where the found words begin and end in the last cell, in characters, from left to right.
    """

    marks: tuple[tuple[int, int], ...] = ()


class Hits(Lines):
    """Shows hits; a found word is bold and underlined, not only coloured."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--found"}

    @property
    def room(self) -> int:
        """How many cells the last column has."""
        return self._sizes(self._columns)[-1]

    def _sizes(self, columns: Sequence[Column]) -> list[int]:
        return widths(columns, max(0, self.scrollable_content_region.width - self._margin))

    def render_line(self, y: int) -> Strip:
        """Draw one row, and the found words in it another way."""
        strip, index = super().render_line(y), y + self.scroll_offset.y
        line = self._lines[index] if index < len(self._lines) else None
        if not isinstance(line, HitLine) or not line.marks:
            return strip
        text, style = strip.text, next(iter(strip)).style or self.rich_style
        begins = len(text) - len(fitted(line.cells[-1], self._sizes(line.columns or self._columns)[-1]))
        found = style + self.get_component_rich_style("hits--found", partial=True)
        pieces = _pieces(text, [(begins + first, begins + last) for first, last in line.marks], style, found)
        return Strip(pieces, strip.cell_length).apply_offsets(0, index)


def _pieces(text: str, marks: Sequence[tuple[int, int]], plain: Style, found: Style) -> Iterator[Segment]:
    at = 0
    for first, last in marks:
        yield Segment(text[at:first], plain)
        yield Segment(text[first:last], found)
        at = last
    yield Segment(text[at:], plain)
