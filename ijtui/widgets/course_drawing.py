"""The drawing of a course: how far by when, in dots of braille or in plain signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len

from ijtui.widgets.fit import fitted
from ijtui.widgets.spider.braille import ACROSS, DOWN, Cell, Dot, cell_of, let_through, line, signs

MARGIN = 6
"""Cells at the left, for the per cent."""

_EVERY_THIRD = "100"
_PLAN_SIGN, _LINE_SIGN = ".", "*"
_MARKED = (100, 50, 0)


@dataclass(frozen=True, slots=True)
class Point:
    """Something known.

    Attributes:
        at: when, from 0 for the beginning of what is drawn to 1 for its end.
        per_cent: how far, 0 to 100.
        sign: what is drawn there, one cell.
        plain: the same where only plain signs are to be used.
    """

    at: float
    per_cent: int
    sign: str
    plain: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A quarter's beginning.

    Attributes:
        at: when, 0 to 1.
        names: what it may be called, the longest first; the first that has room is shown.
    """

    at: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """What is drawn.

    Attributes:
        points: from the earliest to the latest.
        plan: when an even pace begins at 0 and when it is at 100 per cent, or None.
        marks: what stands below it.
        today: when that is, or None where it is not on the drawing.
    """

    points: tuple[Point, ...] = ()
    plan: tuple[float, float] | None = None
    marks: tuple[Mark, ...] = ()
    today: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one look: "line", "point", "plan", "axis" or "" for air."""

    text: str
    look: str = ""


def drawn(curve: Curve, width: int, height: int, *, plain: bool = False) -> list[list[Run]]:
    """Return that many rows of at most that many cells; none where there is no room for a drawing."""
    across, down = width - MARGIN, height - 2
    if across < 4 or down < 2:
        return []
    cells = (_plain_cells if plain else _cells)(curve, across, down)
    rows = [[Run(_scale(y, down), "axis"), *_row(cells, y, across)] for y in range(down)]
    return [*rows, [Run(_axis(curve, across), "axis")], [Run(_names(curve.marks, across), "axis")]]


def _row(cells: dict[Cell, Run], y: int, across: int) -> Iterator[Run]:
    last = max((x for x, row in cells if row == y), default=-1)
    for x in range(min(last + 1, across)):
        yield cells.get((x, y), Run(" "))


def _scale(y: int, down: int) -> str:
    """Return what stands at the left of a row: the per cent, where a mark falls into it, and the axis."""
    here = [number for number in _MARKED if round((100 - number) / 100 * (down - 1)) == y]
    return f"{here[0]:>3} ┤ " if here else "    │ "


def _axis(curve: Curve, across: int) -> str:
    row = ["─"] * across
    for mark in curve.marks:
        row[_column(mark.at, across)] = "┴"
    if curve.today is not None:
        row[_column(curve.today, across)] = "┃"
    return "    └─" + "".join(row)


def _names(marks: Sequence[Mark], across: int) -> str:
    """Return the names below the axis, each where its mark is; one without room is left out."""
    row = ""
    ends = [*(_column(mark.at, across) for mark in marks[1:]), across]
    for mark, end in zip(marks, ends, strict=False):
        begin = _column(mark.at, across)
        name = next((name for name in mark.names if cell_len(name) < end - begin), "")
        if begin >= cell_len(row) and name:
            row = fitted(row, begin) + name
    return " " * MARGIN + row


def _column(at: float, across: int) -> int:
    return round(at * (across - 1))


def _cells(curve: Curve, across: int, down: int) -> dict[Cell, Run]:
    """Return what stands in which cell: the plan below the line, and the points on top."""
    plan, walked, points = _walked(curve, across * ACROSS, down * DOWN)
    inked = {cell_of(dot) for dot in walked}
    dots = signs([*let_through(plan, _EVERY_THIRD), *walked])
    found = {cell: Run(sign, "line" if cell in inked else "plan") for cell, sign in dots.items()}
    return found | {cell_of(dot): Run(point.sign, "point") for dot, point in points}


def _plain_cells(curve: Curve, across: int, down: int) -> dict[Cell, Run]:
    """Return the same in plain signs, one of them a cell."""
    plan, walked, points = _walked(curve, across, down)
    found = {cell: Run(_PLAN_SIGN, "plan") for cell in plan} | {
        cell: Run(_LINE_SIGN, "line") for cell in walked
    }
    return found | {cell: Run(point.plain, "point") for cell, point in points}


def _walked(curve: Curve, wide: int, high: int) -> tuple[list[Dot], list[Dot], list[tuple[Dot, Point]]]:
    """Return the dots of the plan and of the line, and each point with its own, on a sheet of that size."""

    def dot(at: float, per_cent: float) -> Dot:
        return round(at * (wide - 1)), round((100 - per_cent) / 100 * (high - 1))

    plan = [step for one, two in pairwise(_in_sight(curve.plan)) for step in line(dot(*one), dot(*two))]
    points = [(dot(point.at, point.per_cent), point) for point in curve.points]
    walked = [step for (one, _), (two, _) in pairwise(points) for step in line(one, two)]
    return plan, walked, points


def _in_sight(plan: tuple[float, float] | None) -> list[tuple[float, float]]:
    """Return when and how far the part of an even pace that is on the drawing begins and ends."""
    if plan is None or plan[1] <= plan[0]:
        return []
    begins, ends = plan
    shown = [at for at in (max(0.0, begins), min(1.0, ends)) if begins <= at <= ends]
    return [(at, 100 * (at - begins) / (ends - begins)) for at in shown]
