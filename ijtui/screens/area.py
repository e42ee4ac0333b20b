"""A main area: a place with the row of areas below its title."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import dates
from ijtui.screens.everywhere import AREAS
from ijtui.screens.place import Place
from ijtui.widgets.mode_bar import ModeBar
from ijtui.widgets.title import Title
from ijtui.words import _, spoken


class Area(Place[None]):
    """A screen that a digit goes to.

    A subclass yields its lists from `content`.
    """

    ROAMS = True
    MODE: ClassVar[str] = ""
    """The mode it is."""

    def body(self) -> ComposeResult:
        """Put the row of areas above the content."""
        bar = ModeBar(classes="rule")
        bar.names = tuple((command.id.partition(".")[2], _(command.title)) for command in AREAS)
        bar.here = self.MODE
        yield bar
        yield from self.content()

    def content(self) -> ComposeResult:
        """Yield what is below the row of areas."""
        yield from ()

    @on(ModeBar.Clicked)
    async def go_to_clicked(self, event: ModeBar.Clicked) -> None:
        """Go to the area that was clicked."""
        await self.run_action(f"app.go('{event.mode}')")

    def aside(self) -> str:
        """Show today's date: "lö 21 nov 2026  v. 47"."""
        day = self.session.desk.clock().date()
        return f"{dates.short(day, spoken())} {day.year}  {dates.week(day, spoken())}"

    def on_mount(self) -> None:
        """Show where one is before there is anything else to show."""
        super().on_mount()
        self.query_one(Title).left = self.heading()
