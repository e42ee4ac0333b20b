"""How the organisation's templates look."""

from __future__ import annotations

from collections.abc import Callable

from ijtui.widgets.editor import Editor
from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def begun(visitor: Visitor) -> None:
    """Begin the organisation's own annual agenda."""
    await visitor.press("2", "t", "n")
    await visitor.at("Pick")
    await visitor.press("enter")
    await visitor.at("NameForm")
    await visitor.press("ctrl+s")
    await visitor.reads("20 questions")
    await visitor.until(lambda: isinstance(visitor.screen.focused, Editor))


async def beside(visitor: Visitor) -> None:
    """Look at it when what it becomes stands beside it."""
    await begun(visitor)
    await visitor.reads("1 Since last time")
    await visitor.press("down")
    await visitor.pilot.pause()


async def wrong(visitor: Visitor) -> None:
    """Write a language that there is not."""
    await begun(visitor)
    await visitor.press("ctrl+home", "down", "down", "down", "end", "x")
    await visitor.reads("line 4", "saved ")


def test_a_template_with_an_error(looks_as_before: Look) -> None:
    """The Markdown alone; below it, as a warning, line 4 and what is expected there; F8 leads there."""
    assert looks_as_before("en", wrong)


def test_a_template_and_what_it_becomes(looks_as_before: Look) -> None:
    """The Markdown on the left, the agenda as one goes through it on the right, a rule between them."""
    assert looks_as_before("en", beside, (120, 40))
