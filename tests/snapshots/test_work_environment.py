"""How the marks of the work environment look when they are counted."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def counted(visitor: Visitor) -> None:
    """Go from the key figure to the work environment of the year before."""
    await visitor.press("6")
    await visitor.at("FigureScreen")
    await visitor.press("w")
    await visitor.at("EnvironmentScreen")
    await visitor.press("left")
    await visitor.reads("Work environment 2025", "Balance and workload")


def test_the_work_environment_of_a_year(looks_as_before: Look) -> None:
    """A question a line with its counts, nothing where there is none; `!` where a risk waits, `*` for few."""
    assert looks_as_before("en", counted)
