"""A Swedish screen is Swedish all over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.settings import Settings
from tests.house.catalogue import SWEDISH, read
from tests.screens.test_keys import PLACES, go
from tests.screens.visit import Visitor, visit

TEXTUALS_OWN = (
    "Nothing to see here",
    "No matches found",
    "Select",
    "Search",
    "Command palette",
    "Enter a",
    "Invalid",
)
"""What Textual says by itself, in English, where nobody has told it otherwise."""


def english() -> list[str]:
    """Return everything the program says in English that is said otherwise in Swedish, in several words."""
    told = [(message.id, message.string) for message in read(SWEDISH) if message.id]
    return [
        said
        for said, translated in told
        if isinstance(said, str) and said != translated and " " in said and "{" not in said
    ]


@pytest.mark.parametrize("name", [name for name in PLACES if name != "ConfirmScreen"])
def test_nothing_english_is_left_on_a_swedish_screen(demo: Callable[[str], Path], name: str) -> None:
    async def walk(me: Visitor) -> None:
        await go(me, name)
        shown = " ".join(me.text.split())
        assert [said for said in (*english(), *TEXTUALS_OWN) if said in shown] == []
        assert any(letter in shown for letter in "åäö")

    visit(demo("sv"), walk, chosen=Settings(language="sv"), size=(100, 50))
