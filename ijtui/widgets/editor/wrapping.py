"""The wrapped view of a text, brought up to date only where an edit reached.

The stock view wraps the whole paragraph again at every key, cuts all of it up to find the
cursor, and counts all rows of the text whenever somebody asks for its height. Here a key
costs the same in a note of one line and in a paragraph of 100 kB.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from textual._cells import cell_len
from textual._wrap import compute_wrap_offsets
from textual.document._document import DocumentBase, Location
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import expand_tabs_inline
from textual.geometry import Offset

_ROWS_AT_A_TIME = 8
"""How many rows of a paragraph are wrapped before looking whether the rest is as it was."""

_UNEVEN = "\t\u200d\ufe0f"
"""Characters whose width depends on their neighbours: tab, joiner, variation selector."""


def rewrap(old: str, breaks: list[int], new: str, width: int, tab_width: int) -> list[int]:
    """Return where a changed paragraph breaks, reusing the breaks it had.

    A row depends only on where it starts and what follows. So the rows before the changed
    word stay, and the rest is as it was from the first row that starts where an old one did.

    Args:
        old: the paragraph as it was wrapped last.
        breaks: where it broke: columns in code points, ascending.
        new: the paragraph as it is.
        width: cells in a row, at least 1.
        tab_width: cells of a tab at most.

    Returns:
        The same as `compute_wrap_offsets(new, width, tab_width)`.
    """
    if width < 2 or any(character in text for character in _UNEVEN for text in (old, new)):
        return compute_wrap_offsets(new, width, tab_width)
    before = _common_start(old, new)
    changed_end, shift = len(new) - _common_end(old, new, before), len(new) - len(old)
    fresh = breaks[: _rows_kept(breaks, new[:before])]
    rows = _ROWS_AT_A_TIME
    while True:
        start = fresh[-1] if fresh else 0
        end = max(start, changed_end) + rows * width
        for column in compute_wrap_offsets(new[start:end], width, tab_width):
            fresh.append(start + column)
            if start + column >= changed_end and (rest := _find(breaks, start + column - shift)) is not None:
                return fresh + [column + shift for column in breaks[rest + 1 :]]
        if end >= len(new):
            return fresh
        rows *= 2


def _common_start(one: str, other: str) -> int:
    """How many characters the two have in common from the start; halving, so mostly in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str, before: int) -> int:
    """How many characters the two have in common at the end, not counting the first `before`."""
    low, high = 0, min(len(one), len(other)) - before
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _last_word(text: str) -> int:
    """The column where the last word starts; 0 where there is none."""
    words = text.rstrip().rsplit(None, 1)
    return len(text.rstrip()) - len(words[-1]) if words else 0


def _rows_kept(breaks: list[int], unchanged: str) -> int:
    """How many breaks stay when what follows `unchanged` changes.

    The last unchanged word may have become longer or shorter; where it opens a row it may
    even move up, so then the row above is wrapped again too.
    """
    word = _last_word(unchanged)
    row = bisect_right(breaks, word)
    return row - 1 if row and breaks[row - 1] == word else row


def _find(breaks: list[int], column: int) -> int | None:
    """The index of that break, or None where there is no such break."""
    index = bisect_left(breaks, column)
    return index if index < len(breaks) and breaks[index] == column else None


class WrappedText(WrappedDocument):
    """A wrapped document that knows its lines as they were, and so what an edit changed."""

    def __init__(self, document: DocumentBase, width: int = 0, tab_width: int = 4) -> None:
        self._lines: list[str] = []
        super().__init__(document, width, tab_width)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap all lines to `width` cells, 0 for no wrapping; nothing is done where all is as it was."""
        as_it_was = (self._width, self._tab_width, self._lines) == (width, tab_width, self.document.lines)
        if not as_it_was:
            super().wrap(width, tab_width)
            self._lines = list(self.document.lines)

    @property
    def height(self) -> int:
        """How many rows the wrapped text has."""
        return len(self._offset_to_line_info)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Bring the wrapping up to date after an edit from `start`, given where it ended and ends."""
        lines, row = self.document.lines, start[0]
        within_a_line = row == old_end[0] == new_end[0] and len(lines) == len(self._lines)
        if self._width and within_a_line and "\t" not in lines[row] and "\t" not in self._lines[row]:
            self._wrap_line(row)
        else:
            super().wrap_range(start, old_end, new_end)
        self._lines = list(lines)

    def _wrap_line(self, row: int) -> None:
        """Wrap one line that changed within itself, and move the rows below it."""
        new = self.document.lines[row]
        breaks = rewrap(self._lines[row], self._wrap_offsets[row], new, self._width, self._tab_width)
        first = self._line_index_to_offsets[row][0]
        had, has = len(self._wrap_offsets[row]) + 1, len(breaks) + 1
        self._wrap_offsets[row] = breaks
        self._tab_width_cache[row] = [0] if new else []
        if had == has:
            return
        self._offset_to_line_info[first : first + had] = [(row, section) for section in range(has)]
        self._line_index_to_offsets[row] = list(range(first, first + has))
        for below, rows in enumerate(self._line_index_to_offsets[row + 1 :], row + 1):
            self._line_index_to_offsets[below] = [offset + has - had for offset in rows]

    def row(self, index: int) -> tuple[int, int, int]:
        """Return the line that a row of the wrapped text shows, and from and to which column."""
        line, section = self._offset_to_line_info[index]
        return line, *self._section(line, section)

    def _section(self, line: int, section: int) -> tuple[int, int]:
        """From and to which column of a line one of its rows goes."""
        breaks = self._wrap_offsets[line]
        return (
            breaks[section - 1] if section else 0,
            breaks[section] if section < len(breaks) else len(self.document[line]),
        )

    def tabs(self, line: int, start: int, end: int) -> tuple[int, ...]:
        """Return how many cells each tab between two columns of a line takes."""
        text = self.document[line]
        before, within = text.count("\t", 0, start), text.count("\t", start, end)
        return tuple(self._tab_width_cache[line][before : before + within]) if within else ()

    def get_sections(self, line_index: int) -> list[str]:
        """Return the line cut up into its rows."""
        line = self.document[line_index]
        return [line[start:end] for start, end in pairwise([0, *self._wrap_offsets[line_index], len(line)])]

    def location_to_offset(self, location: Location) -> Offset:
        """Return where in the wrapped text a location is: cells from the left, rows from the top.

        A location beyond the text counts as its nearest: while an undo shortens the text, the
        stock text area asks for the cursor where it was, and would end the program.
        """
        row, column = min(location[0], len(self._wrap_offsets) - 1), location[1]
        section = bisect_right(self.get_offsets(row), column)
        start, end = self._section(row, section)
        before = self.document[row][start : min(column, end)]
        return Offset(
            cell_len(expand_tabs_inline(before, self._tab_width)),
            self._line_index_to_offsets[row][section],
        )
