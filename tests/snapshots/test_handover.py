"""How handing over looks: who is left, and what goes on of one person."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.visit import Visitor

Look = Callable[..., bool]


async def everybody(me: Visitor) -> None:
    """Name a successor for the first one, and go back to the list."""
    await one(me)
    await me.press("escape")
    await me.reads("nobody has chosen yet", "not begun")


async def one(me: Visitor) -> None:
    """Name a successor for the first one, and tick the shared notes."""
    await me.press("3")
    await me.at("PeopleScreen")
    await me.press("h")
    await me.reads("Those you lead, or have led")
    await me.press("enter")
    await me.reads("Who takes over?")
    await me.press("enter")
    await me.reads("Type to filter")
    await me.press(*"Sara Sten", "enter", "ctrl+s")
    await me.reads("What goes on")
    await me.press("space")
    await me.reads("[x] Shared notes")


def test_everybody_one_leads(looks_as_before: Look) -> None:
    """Four people: the first is on the way to Sara Sten, the others are not begun."""
    assert looks_as_before("en", everybody)


def test_what_goes_on(looks_as_before: Look) -> None:
    """From whom to whom and from when; agreements and notes are ticked, the rest is not."""
    assert looks_as_before("en", one)
