"""The geometry of a radar chart: one axis a competence, the first straight up, then clockwise (D-K1).

Lengths are in radii: 0 is the centre, 1 the outermost level. x grows to the right and y downwards, as on
a screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

TOP = 4
"""The level at the outer end of an axis."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the chart, in radii from its centre."""

    x: float
    y: float


CENTRE = Point(0.0, 0.0)

Stretch = tuple[Point, Point]
"""A straight line between two points."""


def on_axis(axis: int, axes: int, level: float = TOP) -> Point:
    """Return where that level stands on an axis; what is meant to be straight is exactly so."""
    turn, out = 2 * pi * axis / axes, level / TOP
    return Point(_straight(sin(turn)) * out, _straight(-cos(turn)) * out)


def ring(axes: int, level: float = TOP) -> Iterator[Stretch]:
    """Yield the sides of the polygon through that level on every axis."""
    return outline([level] * axes)


def outline(levels: Sequence[float | None]) -> Iterator[Stretch]:
    """Yield the lines between neighbouring axes.

    A level that is missing is not a zero: the line breaks there.
    """
    axes = len(levels)
    for axis, level in enumerate(levels):
        after = (axis + 1) % axes
        following = levels[after]
        if level is not None and following is not None:
            yield on_axis(axis, axes, level), on_axis(after, axes, following)


def _straight(number: float) -> float:
    return 0.0 if abs(number) < 1e-9 else number
