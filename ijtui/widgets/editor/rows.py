"""One row of an editor's picture: what it depends on, and how it is drawn.

Two rows that are equal look equal, so a row is drawn again only where it differs from
what stands there, and a drawn row can be kept and shown wherever an equal one is due.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Text
from textual._text_area_theme import TextAreaTheme
from textual.expand_tabs import expand_text_tabs_from_widths
from textual.strip import Strip

Span = tuple[int, int]
"""From and to which column, in code points from the start of the row."""


class Row(NamedTuple):
    """Everything that the picture of one row depends on, but the style sheet.

    Attributes:
        width: cells to fill.
        left: cells that are scrolled out of sight to the left, where rows are not wrapped.
        text: what stands in the row, and at the end of a paragraph a space for the cursor.
        tabs: cells of each tab in the text.
        selected: which part is selected.
        hollow: an empty line within a selection, which shows as half a cell.
        cursor: the column that the cursor stands at.
        marked: the row belongs to the line that is lifted because the cursor is in it.
    """

    width: int
    left: int = 0
    text: str = ""
    tabs: tuple[int, ...] = ()
    selected: Span | None = None
    hollow: bool = False
    cursor: int | None = None
    marked: bool = False


def drawn(row: Row, theme: TextAreaTheme, console: Console) -> Strip:
    """Return the row as it looks in that theme, exactly `row.width` cells wide."""
    text = Text(row.text, end="", no_wrap=True)
    lifted = theme.cursor_line_style if row.marked else None
    if lifted:
        text.stylize(lifted)
    if row.hollow and theme.selection_style:
        text.plain = "▌"
        text.stylize(Style(color=theme.selection_style.bgcolor))
    elif row.selected and theme.selection_style:
        text.stylize(theme.selection_style, *row.selected)
    if row.cursor is not None and theme.cursor_style:
        text.stylize(theme.cursor_style, row.cursor, row.cursor + 1)
    text = expand_text_tabs_from_widths(text, list(row.tabs))
    strip = Strip(text.render(console), text.cell_len).extend_cell_length(row.left + row.width, lifted)
    strip = strip.crop(row.left, row.left + row.width)
    return strip.apply_style(theme.base_style) if theme.base_style else strip
