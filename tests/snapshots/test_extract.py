"""How an extract for the salary review looks before it is made.

./run test tests/snapshots --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable

from ijtui.screens.person import PersonScreen
from tests.screens.visit import Visitor


async def extract(visitor: Visitor) -> None:
    """Open somebody's page and their extract."""
    visitor.app.push_screen(PersonScreen(2))
    await visitor.at("PersonScreen")
    await visitor.press("x")
    await visitor.at("ExtractScreen")
    await visitor.reads("n makes it")


def test_what_would_leave_stands_there_before_it_is_made(looks_as_before: Callable[..., bool]) -> None:
    """What comes next in one line, then goals with measure and date; no wordings said in confidence."""
    assert looks_as_before("en", extract)
