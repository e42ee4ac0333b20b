"""Changes single values in a small TOML text and leaves every other character of it alone.

For flat files of strings and booleans that people edit by hand: their comments, order and spacing stay.
A name is the dotted path of a value: `theme`, `keys.new`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

_VALUE = re.compile(
    r"""(?P<before>\s*[^=]+=\s*)(?P<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#]+)(?P<after>\s*(?:\#.*)?)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something.

    Attributes:
        index: counted from 0.
        table: name of the table it stands in; "" above the first header.
        name: dotted path of the value; "" for a header.
    """

    index: int
    table: str
    name: str = ""


def line_of(text: str, name: str) -> int:
    """Return the line, from 1, where that value or table is set; 0 where it isn't."""
    return next((line.index + 1 for line in _lines(text) if name in (line.name or line.table, line.name)), 0)


def with_value(text: str, name: str, value: str | bool, comment: str = "") -> str:
    """Return the text where `name` has that value.

    Args:
        text: TOML that can be read.
        name: dotted path; what stands before the first dot is the table.
        value: one line, without quotation marks and backslashes.
        comment: goes above the line, or above its table, when that is new.
    """
    said = f'"{value}"' if isinstance(value, str) else str(value).lower()
    rows = text.split("\n")
    index = line_of(text, name) - 1
    if index < 0:
        return _with_new_line(text, name, said, comment)
    rows[index] = _VALUE.sub(lambda found: found["before"] + said + found["after"], rows[index], count=1)
    return "\n".join(rows)


def without_value(text: str, name: str) -> str:
    """Return the text without the line that sets `name`."""
    rows = text.split("\n")
    index = line_of(text, name) - 1
    return "\n".join(rows[:index] + rows[index + 1 :]) if index >= 0 else text


def _with_new_line(text: str, name: str, said: str, comment: str) -> str:
    table, _, key = name.partition(".") if "." in name else ("", "", name)
    shown = key if re.fullmatch(r"[\w-]+", key, re.ASCII) else f'"{key}"'
    remark = [f"# {comment}"] if comment else []
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.replace("\r\n", "\n").rstrip().split("\n") if text.strip() else []
    last = max((line.index for line in _lines(text) if line.table == table), default=None)
    if last is not None:
        at, new = last + 1, [*([] if table else remark), f"{shown} = {said}"]
    elif table:
        at, new = len(rows), [*([""] if rows else []), *remark, f"[{table}]", f"{shown} = {said}"]
    else:
        at, new = 0, [*remark, f"{shown} = {said}", *([""] if rows else [])]
    rows[at:at] = new
    return end.join(rows) + end


def _lines(text: str) -> Iterator[_Line]:
    table = ""
    for index, row in enumerate(text.split("\n")):
        path = _path(row)
        if path and row.lstrip().startswith("["):
            table = path
            yield _Line(index, table)
        elif path:
            yield _Line(index, table, f"{table}.{path}" if table else path)


def _path(row: str) -> str:
    """Return the dotted path of what that row alone says, or "" where it says nothing by itself."""
    try:
        inner: object = tomllib.loads(row.rstrip("\r"))
    except tomllib.TOMLDecodeError:
        return ""
    parts = []
    while isinstance(inner, dict) and len(inner) == 1:
        [(part, inner)] = inner.items()
        parts.append(part)
    return ".".join(parts)
