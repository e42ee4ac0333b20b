"""On which line each thing in a TOML text stands, which `tomllib` doesn't tell.

Made for texts that `tomllib` has read, so that nothing has to be checked twice.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ijtui.content.assembly import Lines

_TOKEN = re.compile(
    r"""
    (?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')
    |(?P<pass>\#[^\n]*|[^\S\n]+)
    |(?P<end>\n)
    |(?P<open>[\[{])
    |(?P<close>[\]}])
    |(?P<comma>,)
    |(?P<other>[^\s\"'\#\[\]{},]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_KEY = re.compile(r"""(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^="'\n])+""")
"""What stands before the sign of equality, which may be part of a quoted key."""


def places(text: str) -> Lines:
    """Return the line of every table, key and element of a list, from 1.

    A place is the path to a thing: ("competence", 0, "levels", 3) is the fourth level of the first table
    [[competence]]; ("competence",) is where the first of them stands. What stands inside of an element has
    no place of its own.
    """
    found: dict[tuple[int | str, ...], int] = {}
    counts: dict[tuple[int | str, ...], int] = {}
    table: tuple[int | str, ...] = ()
    for line, head, elements in _statements(text):
        if head.startswith("["):
            table = _table(head, counts)
            found.setdefault(table, line)
            if head.startswith("[["):
                found.setdefault(table[:-1], line)
            continue
        place = (*table, *_path(f"{head} = 0"))
        found[place] = line
        found |= {(*place, number): element for number, element in enumerate(elements)}
    return found


def _statements(text: str) -> Iterator[tuple[int, str, list[int]]]:
    """Yield of every statement its line, what names it, and the lines of the elements of its list."""
    rows = text.split("\n")
    line, depth, first, elements, awaited = 1, 0, 0, list[int](), False
    for token in _TOKEN.finditer(text + "\n"):
        kind = token.lastgroup
        if kind not in ("pass", "end"):
            first = first or line
            if awaited and depth == 1 and kind != "close":
                elements.append(line)
                awaited = False
        if kind == "open":
            depth += 1
            awaited = awaited or depth == 1
        elif kind == "close":
            depth -= 1
        elif kind == "comma" and depth == 1:
            awaited = True
        elif kind == "end" and depth == 0 and first:
            yield first, _head(rows[first - 1]), elements
            first, elements, awaited = 0, [], False
        line += token[0].count("\n")


def _head(row: str) -> str:
    """Return what names a statement: a table's header, or a key."""
    row = row.strip()
    found = None if row.startswith("[") else _KEY.match(row)
    return found[0].strip() if found else row


def _table(header: str, counts: dict[tuple[int | str, ...], int]) -> tuple[int | str, ...]:
    """Return the place of a table, one of several of the same name by its number."""
    place: tuple[int | str, ...] = ()
    *above, name = _path(header)
    for part in above:
        place = (*place, part)
        place = (*place, counts[place]) if place in counts else place
    place = (*place, name)
    if not header.startswith("[["):
        return place
    counts[place] = counts.get(place, -1) + 1
    return (*place, counts[place])


def _path(statement: str) -> list[str]:
    """Return the dotted path that one line sets or opens."""
    inner: object = tomllib.loads(statement)
    path = []
    while isinstance(inner, dict) and inner:
        [(part, inner)] = inner.items()
        path.append(part)
        inner = inner[0] if isinstance(inner, list) and inner else inner
    return path
