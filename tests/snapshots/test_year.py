"""How a person's years look, and one question across them."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def years(visitor: Visitor) -> None:
    """Go to Åsa's years, the last in the list but for oneself."""
    await visitor.press("3")
    await visitor.reads("Åsa Berg")
    await visitor.press("end", "up", "y")
    await visitor.at("YearScreen")
    await visitor.until(lambda: visitor.screen.focused is not None)


async def compared(visitor: Visitor) -> None:
    """Compare what was said on workload."""
    await _pick(visitor, "workload")
    await visitor.reads("Balance and workload · Åsa Berg")


async def rated(visitor: Visitor) -> None:
    """Compare the ratings of a competence."""
    await _pick(visitor, "code")
    await visitor.reads("Code · Åsa Berg")


async def _pick(visitor: Visitor, typed: str) -> None:
    await years(visitor)
    await visitor.press("c")
    await visitor.at("Pick")
    await visitor.until(lambda: visitor.screen.focused is not None)
    await visitor.type(typed)
    await visitor.press("enter")
    await visitor.at("YearsApartScreen")
    await visitor.until(lambda: visitor.screen.focused is not None)


def test_years(looks_as_before: Look) -> None:
    """The latest year on top, one line a quarter, numbers under their headings, what was missed in words."""
    assert looks_as_before("en", years)


def test_one_question_in_two_years(looks_as_before: Look) -> None:
    """The marks in a row from the first year on; below it both conversations' notes beside each other."""
    assert looks_as_before("en", compared, (120, 40))


def test_ratings_through_the_years(looks_as_before: Look) -> None:
    """A table: a conversation a line, both ratings, what they agreed on and the requirement, in words."""
    assert looks_as_before("en", rated)
