"""The ways to the places of which pictures are taken, from the start screen of the example."""

from __future__ import annotations

from ijtui.words import _
from tests.screens.visit import Visitor


async def today(_visitor: Visitor) -> None:
    """Stay on the start screen."""


async def talk(visitor: Visitor) -> None:
    """Enter the conversation with Omar, which is at its second station."""
    await visitor.press("down", "enter")
    await visitor.reads(_("both of you see this"))


async def plan(visitor: Visitor) -> None:
    """Go on to the plan."""
    await talk(visitor)
    await visitor.press("escape", "4")
    await visitor.reads(_("Before you sign"))


async def preparation(visitor: Visitor) -> None:
    """Open the preparation of the conversation with Jonas at its third question, not answered yet."""
    await visitor.press("enter")
    await visitor.reads("Jonas Öberg", _("Before the conversation"))
    await visitor.press("tab", "tab", "tab")
    await visitor.reads(_("only you see this until you open it"))


async def goals(visitor: Visitor) -> None:
    """Go to the area of goals."""
    await visitor.press("4")
    await visitor.reads(_("Goals · going on"), "Omar Haddad")


async def goal(visitor: Visitor) -> None:
    """Open the goal about the financing plan, the second of Lina's."""
    await goals(visitor)
    await visitor.press("down", "down", "enter")
    await visitor.reads(_("Check-ins"))


async def minutes(visitor: Visitor) -> None:
    """Preview the minutes in the middle of the conversation."""
    await talk(visitor)
    await visitor.press("f2")
    await visitor.reads("Omar Haddad", "## ")


async def template(visitor: Visitor) -> None:
    """Look for a template at the cursor."""
    await talk(visitor)
    await visitor.press("ctrl+t")
    await visitor.reads(_("Templates"))


async def presentation(visitor: Visitor) -> None:
    """Show the first question of the second station."""
    await talk(visitor)
    await visitor.press("escape", "up", "up", "enter", "f9")
    await visitor.reads(_("SHOWING – shared"))


async def search(visitor: Visitor) -> None:
    """Look for a word from the start screen, and go to the second place where it stands."""
    await visitor.press("slash")
    await visitor.at("SearchScreen")
    await visitor.type("supervision")
    await visitor.until(lambda: visitor.row("supervision ") and "…" not in visitor.row(_("Year")))
    await visitor.press("down")
