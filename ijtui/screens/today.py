"""The start screen: the next conversations, what is due, and what waits (D-P4)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.errors import IjtuiError
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _

_NEW = Command("conversation.new", "n,ctrl+n", "new", N_("New conversation"), N_("new conversation"))


MANY = 10_000
"""Rows that are always enough."""


class TodayScreen(Area):
    """Three lists in one, so that one key walks through all of it."""

    CAN: ClassVar = (
        Command("list.open", "enter", "choose", N_("Open what is marked"), N_("open")),
        _NEW,
        Command("draft.drop", "x", "drop", N_("Throw away the draft"), N_("throw away")),
    )
    ABOUT = N_(
        "What comes next, what is due and what waits for you. Go up and down with the arrow keys "
        "and open what is marked with enter."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "today"

    _all = False
    """Whether everything is listed, also what does not fit."""

    def heading(self) -> str:
        """Return the program's name."""
        return "ijtui"

    def called(self) -> str:
        """Return what it is called."""
        return _("Today")

    def content(self) -> ComposeResult:
        """One list for all of it."""
        yield Lines(id="today")

    def load(self) -> None:
        """Fetch the day."""
        from ijtui.screens.today_lines import today_lines

        session = self.session
        lines = self.query_one("#today", Lines)
        today = session.desk.today.look(session.me)
        rows = MANY if self._all else lines.size.height
        lines.show(today_lines(today, session.me, session.desk.clock(), rows))

    def on_resize(self) -> None:
        """Show as much as fits, once it is known how much that is."""
        self.call_after_refresh(self.reload)

    @on(Lines.Chosen, "#today")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Go to what was chosen, or show the rest of a list."""
        from ijtui.screens.going import go_to

        if event.key.startswith("more:"):
            self._all = True
            self.reload()
        else:
            go_to(self, event.key.removeprefix("waiting:"))

    @on(Lines.Moved, "#today")
    def show_keys(self) -> None:
        """Show what can be done with the line one is at."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft can be thrown away."""
        if action == "drop":
            return self.is_mounted and self.query_one("#today", Lines).key.startswith("draft:")
        return super().check_action(action, parameters)

    def action_drop(self) -> None:
        """Throw away what was typed into a form and not saved."""
        form = self.query_one("#today", Lines).key.removeprefix("draft:")
        try:
            self.session.desk.drafts.drop(self.session.me, form)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#today", Lines).action_choose()

    def action_new(self) -> None:
        """Book a conversation."""
        from ijtui.screens.going import go_to

        go_to(self, "booking:new")
