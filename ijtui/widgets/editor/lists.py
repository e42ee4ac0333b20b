"""Lists in Markdown: what enter does in an item, and ticking one off. Plain text in, plain text out."""

from __future__ import annotations

import re
from typing import NamedTuple

_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\](?:[ \t]+|$))?")
_SIGN = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])")


class Continued(NamedTuple):
    """What enter does in an item of a list.

    Attributes:
        begins: how the next line begins, or "" where the item is empty and so ends the list.
        ends: the column up to which an empty item's sign is taken away; 0 for one that has words.
    """

    begins: str
    ends: int = 0


def continued(line: str, column: int) -> Continued | None:
    """Return what enter does at a column of a line, or None where it only breaks the line."""
    item = _ITEM.match(line)
    if item is None or column < item.end():
        return None
    if not line[item.end() :].strip():
        return Continued("", len(line))
    indent, sign, number, after, gap, box = item.groups()
    sign = sign or f"{int(number) + 1}{after}"
    return Continued(f"{indent}{sign}{gap}{'[ ] ' if box else ''}")


def taken_over(begun: str, typed: str) -> str | None:
    """Return how a line begins where somebody types a sign of their own behind the one that enter wrote.

    A paste that the terminal does not mark as one comes with its signs, and so do habits.

    Args:
        begun: what enter wrote.
        typed: what stands behind it, before the space that follows.

    Returns:
        None where it is no sign.
    """
    sign = _SIGN.fullmatch(typed)
    if sign is None:
        return None
    indent = "" if sign[1] else begun[: len(begun) - len(begun.lstrip(" \t"))]
    return f"{indent}{typed} "


def ticked(line: str) -> str:
    """Return the line with its box ticked, or no longer; a line without one gets a box to tick."""
    item = _ITEM.match(line)
    if item is None:
        words = line.lstrip(" \t")
        return f"{line[: len(line) - len(words)]}- [ ] {words}"
    if item[6] is None:
        return f"{line[: item.end()]}[ ] {line[item.end() :]}"
    box = item.start(6)
    return f"{line[: box + 1]}{' ' if line[box + 1] in 'xX' else 'x'}{line[box + 2 :]}"
