"""Help for a place: what it is for and every key that does something there, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.screens.command import Command, key_sign
from ijtui.screens.place import Place
from ijtui.screens.usual_keys import IN_LISTS, IN_TEXT
from ijtui.widgets.fit import fitted
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

    def heading(self) -> str:
        """Return which place it is about."""
        return _("Help · {place}", place=self._place.called())

    def body(self) -> ComposeResult:
        """Put everything below one another, to be scrolled through."""
        with VerticalScroll(id="help"):
            yield Static(Content(_(self._place.ABOUT)), classes="about")
            yield Static(self._keys(), classes="keys")

    def on_mount(self) -> None:
        """Let the keys scroll."""
        super().on_mount()
        self.query_one(Title).left = self.heading()
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        everywhere = self._place.house.everywhere
        possible = [command for command in self._place.commands() if self._place.keys_of(command)]
        parts = (
            (_("Here"), self._rows(command for command in possible if command not in everywhere)),
            (_("Everywhere"), self._rows(command for command in possible if command in everywhere)),
            (_("In lists"), _told(IN_LISTS)),
            (_("In text"), _told(IN_TEXT)),
        )
        told = Content("\n\n").join(_part(title, rows) for title, rows in parts)
        last = _(
            "The words at the right are the commands' names. In the settings file you can give each of them "
            'another key: under [keys], write for example "conversation.new" = "f5".'
        )
        return Content.assemble(told, "\n\n", (last, "$quiet"))

    def _rows(self, commands: Iterable[Command]) -> Iterator[Content]:
        plain = self._place.house.chosen.ascii
        for command in commands:
            keys = "  ".join(key_sign(key, plain=plain) for key in self._place.keys_of(command))
            yield Content.assemble(_row(keys, _(command.title)), (command.id, "$quiet"))

    def action_scroll_text(self, step: int) -> None:
        """Scroll by a row."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


_KEYS, _TITLE = 16, 42
"""Cells for the keys and for what they do."""


def _row(keys: str, title: str) -> Content:
    spare = " " if cell_len(title) >= _TITLE else ""
    shown = title if spare else fitted(title, _TITLE)
    return Content.assemble((fitted(keys, _KEYS), "bold"), shown, spare)


def _told(keys: Iterable[tuple[str, str]]) -> Iterator[Content]:
    return (_row(signs, _(title)) for signs, title in keys)


def _part(title: str, rows: Iterable[Content]) -> Content:
    return Content("\n").join([Content(title).stylize("bold $accent"), *rows])
