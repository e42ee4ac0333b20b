"""Help for a place: what it is for and every key that does something there, from the commands themselves."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.help_rows import Rows
from ijtui.screens.place import Place
from ijtui.screens.usual_keys import IN_LISTS, IN_TEXT
from ijtui.widgets.title import Title
from ijtui.words import N_, _


class HelpScreen(Place[None]):
    """Covers the place it helps with; scrolls, and closes with esc.

    Args:
        place: where help is wanted.
    """

    CAN: ClassVar = (
        Command("help.down", "down,j", "scroll_text(1)", N_("Down")),
        Command("help.up", "up,k", "scroll_text(-1)", N_("Up")),
        Command("help.close", "escape,q,f1,question_mark", "close", N_("Close the help"), N_("close")),
    )
    ABOUT = N_("What a place is for, and every key that does something there.")
    CSS_PATH: ClassVar = [paths.style("help")]

    def __init__(self, place: Place[Any]) -> None:
        super().__init__()
        self._place = place
        self._can = tuple(place.commands())  # now: under the help nothing leads to another area or the search

    def heading(self) -> str:
        """Return which place it is about."""
        return _("Help · {place}", place=self._place.called())

    def body(self) -> ComposeResult:
        """Put everything below one another, to be scrolled through."""
        with VerticalScroll(id="help"):
            yield Static(Content(_(self._place.ABOUT)), classes="about")
            yield Static("", classes="keys")

    def on_mount(self) -> None:
        """Let the keys scroll."""
        super().on_mount()
        self.query_one(Title).left = self.heading()
        self.query_one("#help").focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put keys, words and names into columns that fit."""
        self.query_one(".keys", Static).update(self._keys(event.size.width))

    def _keys(self, width: int) -> Content:
        """Return every key that does something, for a window of that width."""
        plain, everywhere = self.house.chosen.ascii, self._place.house.everywhere
        rows = Rows(width, plain)
        possible = [command for command in self._can if self._place.keys_of(command)]
        here = [self._row(rows, command) for command in possible if command not in everywhere]
        always = [self._row(rows, command) for command in possible if command in everywhere]
        parts = (
            rows.part(_("Here"), here),
            rows.part(_("Everywhere"), always),
            rows.part(_("In lists"), [rows.row(keys.split(), _(title)) for keys, title in IN_LISTS]),
            rows.part(_("In text"), [rows.row(keys.split(), _(title)) for keys, title in IN_TEXT]),
            Content(_(_NAMES)).stylize("$quiet"),
        )
        return Content("\n\n").join(parts)

    def _row(self, rows: Rows, command: Command) -> Content:
        return rows.row(self._place.keys_of(command), _(command.title), command.id)

    def action_scroll_text(self, step: int) -> None:
        """Scroll by a row."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


_NAMES = N_(
    "The words beside the keys are the commands' names. In the settings file you can give each of them "
    'another key: under [keys], write for example "conversation.new" = "f5".'
)
