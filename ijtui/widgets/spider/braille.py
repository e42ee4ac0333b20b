"""A sheet of dots, two by four in a cell, as far from each other in both directions where cells are high."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from math import floor, hypot

ACROSS, DOWN = 2, 4
"""Dots in a cell."""

Cell = tuple[int, int]
"""Column and row of a cell."""

Dot = tuple[int, int]
"""Column and row of a dot."""

Place = tuple[float, float]
"""A place between dots, in dots from the top left one."""

_BLANK = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot in a braille sign, by row and column."""


def cell_of(dot: Dot) -> Cell:
    """Return the cell in which a dot lies."""
    return dot[0] // ACROSS, dot[1] // DOWN


def nearest(place: Place) -> Dot:
    """Return the dot at a place; halves go the same way on both sides of the centre."""
    return floor(place[0] + 0.5), floor(place[1] + 0.5)


def line(start: Place, end: Place) -> Iterator[Dot]:
    """Yield the dots of a straight line but for the last one, with which the next line begins."""
    across, down = end[0] - start[0], end[1] - start[1]
    steps = max(1, floor(max(abs(across), abs(down)) + 0.5))
    for step in range(steps):
        yield nearest((start[0] + across * step / steps, start[1] + down * step / steps))


def spread(start: Place, end: Place, gap: float) -> Iterator[Dot]:
    """Yield single dots at even distances of about `gap` along a line, but for the last one."""
    across, down = end[0] - start[0], end[1] - start[1]
    steps = max(1, floor(hypot(across, down) / gap + 0.5))
    for step in range(steps):
        yield nearest((start[0] + across * step / steps, start[1] + down * step / steps))


def let_through(dots: Iterable[Dot], pattern: str) -> Iterator[Dot]:
    """Yield the dots that a pattern like "1110" lets through, again and again."""
    return (dot for dot, is_set in zip(dots, cycle(pattern), strict=False) if is_set == "1")


def thickened(dots: Iterable[Dot]) -> Iterator[Dot]:
    """Yield the dots with those to the right of them and below, so that a line is two dots wide."""
    for x, y in dots:
        yield from ((x, y), (x + 1, y), (x, y + 1))


def signs(dots: Iterable[Dot]) -> dict[Cell, str]:
    """Return the braille sign in every cell that has a dot."""
    bits: dict[Cell, int] = {}
    for dot in dots:
        cell = cell_of(dot)
        bits[cell] = bits.get(cell, 0) | _BITS[dot[1] % DOWN][dot[0] % ACROSS]
    return {cell: chr(_BLANK + set_bits) for cell, set_bits in bits.items()}
