"""What a row of the chart consists of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one look.

    Attributes:
        text: one or more cells.
        look: a series, "grid", "label", "here" for the label of the axis that is looked at, or "" for air.
    """

    text: str
    look: str = ""


Row = tuple[Run, ...]


def joined(runs: Iterable[Run]) -> Row:
    """Return a row of as few runs as there are looks beside each other."""
    return tuple(
        Run("".join(run.text for run in same), look) for look, same in groupby(runs, key=lambda run: run.look)
    )
