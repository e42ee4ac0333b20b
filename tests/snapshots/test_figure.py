"""How the area of the key figure looks."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def figure(visitor: Visitor) -> None:
    """Go to the area, and wait for the first of the years."""
    await visitor.press("6")
    await visitor.at("FigureScreen")
    await visitor.reads("Your own", "2022")


def test_ones_own_figure_and_its_years(looks_as_before: Look) -> None:
    """One's own at the top with its bar and the target's mark in it; five years; how the points stand."""
    assert looks_as_before("en", figure)
