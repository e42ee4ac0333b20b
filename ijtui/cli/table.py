"""Columns of plain text that line up, also with letters that are two cells wide or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from ijtui.clean import clean_line

_GAP = "  "


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the head and the rows as lines, each column as wide as what it holds; the last is not padded."""
    return "\n".join(columns([head, *rows]))


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines, each column as wide as what it holds; the last is not padded."""
    lines = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip_longest(*lines, fillvalue="")]
    return [_line(cells, widths) for cells in lines]


def width(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    return sum(_cells(letter) for letter in text)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
