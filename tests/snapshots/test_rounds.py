"""How a round looks."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def to_the_round(visitor: Visitor) -> None:
    """Open the round of the example, and go to the last of the people."""
    await visitor.press("2", "o", "enter")
    await visitor.at("CoverageScreen")
    await visitor.press("end")


def test_a_round_of_ones_own_people(looks_as_before: Look) -> None:
    """Four people under one heading, two booked before two prepared, the last one marked; one rule below."""
    assert looks_as_before("en", to_the_round)
