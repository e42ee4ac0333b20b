"""A share of a hundred as a bar of one row, with a mark where it was to be."""

from __future__ import annotations

_SIGNS = ("━", "─", "┃")
_PLAIN_SIGNS = ("#", ".", "|")


def bar(per_cent: int | None, width: int, target: int | None = None, *, plain: bool = False) -> str:
    """Return a bar of exactly `width` cells; empty where there is nothing to share.

    All is only drawn of all, and nothing of nothing.

    Args:
        per_cent: how much, 0 to 100, or None.
        width: cells.
        target: how much it was to be, which takes the cell where that would end, or None.
        plain: whether only signs are used that every font has.

    >>> bar(50, 10, 90, plain=True)
    '#####...|.'
    >>> bar(1, 4, plain=True), bar(99, 4, plain=True), bar(None, 4)
    ('#...', '###.', '    ')
    """
    if per_cent is None:
        return " " * width
    full, rest, mark = _PLAIN_SIGNS if plain else _SIGNS
    cells = [full] * _cells(per_cent, width)
    cells += [rest] * (width - len(cells))
    if target is not None:
        cells[max(0, _cells(target, width) - 1)] = mark
    return "".join(cells)


def _cells(per_cent: int, width: int) -> int:
    if per_cent in (0, 100):
        return width if per_cent else 0
    return min(width - 1, max(1, (per_cent * width + 50) // 100))
