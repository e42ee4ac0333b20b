"""The start screen: the next conversations, what is due, and what waits (D-P4)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.widgets.lines import Lines
from ijtui.words import N_

_NEW = Command("conversation.new", "n,ctrl+n", "new", N_("New conversation"), N_("new conversation"))


class TodayScreen(Area):
    """Three lists in one, so that one key walks through all of it."""

    CAN: ClassVar = (
        Command("list.open", "enter", "choose", N_("Open what is marked"), N_("open")),
        _NEW,
    )
    ABOUT = N_(
        "What comes next, what is due and what waits for you. Go up and down with the arrow keys "
        "and open what is marked with enter."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "today"

    def heading(self) -> str:
        """Return the program's name."""
        return "ijtui"

    def content(self) -> ComposeResult:
        """One list for all of it."""
        yield Lines(id="today")

    def load(self) -> None:
        """Fetch the day."""
        from ijtui.screens.today_lines import today_lines

        session = self.session
        today = session.desk.today.look(session.me)
        self.query_one("#today", Lines).show(today_lines(today, session.me, session.desk.clock()))

    @on(Lines.Chosen, "#today")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Go to what was chosen."""
        from ijtui.screens.going import go_to

        go_to(self, event.key.removeprefix("waiting:"))

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#today", Lines).action_choose()

    def action_new(self) -> None:
        """Book a conversation."""
        from ijtui.screens.going import go_to

        go_to(self, "booking:new")
