"""Text into columns: measured in cells, cut with an ellipsis, never wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from ijtui.clean import UNSAFE_IN_A_LINE


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    Attributes:
        width: cells; 0 for a column that shares what is left.
        right: whether the text stands to the right.
    """

    width: int = 0
    right: bool = False


def widths(columns: Sequence[Column], width: int) -> list[int]:
    """Return how many cells each column gets of `width`, one cell between two of them.

    Columns without a width share what the others leave, the first of them taking the remainder. Where
    nothing is left they get none, and the widest of the others give up what is lacking.
    """
    given = [column.width for column in columns]
    sharing = [index for index, column in enumerate(columns) if not column.width]
    left = width - sum(given) - (len(columns) - 1)
    for order, index in enumerate(sharing):
        given[index] = max(0, left // len(sharing) + (left % len(sharing) if order == 0 else 0))
    while sum(given) + sum(1 for size in given if size) - 1 > width and max(given):
        given[given.index(max(given))] -= 1
    return given


def in_columns(cells: Sequence[str], columns: Sequence[Column], width: int) -> str:
    """Return one row of exactly `width` cells: each text in its column, or a single one in all of it."""
    if len(cells) == 1:
        return fitted(cells[0], width)
    sized = zip(cells, columns, _widths_again(tuple(columns), width), strict=False)
    return fitted(
        " ".join(fitted(cell, size, right=column.right) for cell, column, size in sized if size), width
    )


@lru_cache(maxsize=64)
def _widths_again(columns: tuple[Column, ...], width: int) -> Sequence[int]:
    """Return the widths that the rows of a list have in common."""
    return widths(columns, width)


def shortened(text: str, width: int) -> str:
    """Return the text in at most `width` cells, with an ellipsis where something was cut.

    What no line may hold is left out: Textual measures a text before it drops that, and then trips over it.
    """
    if UNSAFE_IN_A_LINE.search(text):
        text = UNSAFE_IN_A_LINE.sub("", text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Return the text in exactly `width` cells: cut with an ellipsis, or padded."""
    if len(text) <= width and text.isascii() and text.isprintable():  # most cells of most lists
        return text.rjust(width) if right else text.ljust(width)
    short = shortened(text, width)
    padding = " " * max(0, width - cell_len(short))
    return padding + short if right else short + padding
