"""Tables for a spreadsheet: what a person wrote stays words there, and never becomes a formula.

A cell that begins with `=`, `+`, `-` or `@` is calculated when the file is opened, whoever wrote it. Such a
one gets an apostrophe in front, which `plain` takes away again, so that a list that was written and read
back says the same. Semicolons part the cells, for a comma is a decimal sign in Swedish; the byte order mark
is what spreadsheets know UTF-8 by.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from ijtui.clean import clean_line

SEPARATOR = ";"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark."""

Cell = str | int | None
"""Words, a count, or nothing."""

_SIGNS = "=+\\-@＝＋－＠"  # the wide ones are calculated in East Asian settings
_CALCULATED = re.compile(f"'*\\s*[{_SIGNS}]")
_MARKED = re.compile(f"'+\\s*[{_SIGNS}]")


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a whole file: UTF-8 with its mark, a line of headings, one line a row (RFC 4180).

    Args:
        headings: of the columns.
        rows: each with as many cells; numbers are written as numbers, words on one line.
    """
    written = io.StringIO(newline="")
    lines = csv.writer(written, delimiter=SEPARATOR)
    lines.writerow([words(heading) for heading in headings])
    lines.writerows([words(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return (MARK + written.getvalue()).encode()


def words(text: str) -> str:
    """Return what stands in a cell for a text, which no spreadsheet calculates."""
    line = clean_line(text)
    return f"'{line}" if _CALCULATED.match(line) else line


def plain(cell: str) -> str:
    """Return the text that a cell stands for: `plain(words(text))` is the text on one line."""
    return cell[1:] if _MARKED.match(cell) else cell
