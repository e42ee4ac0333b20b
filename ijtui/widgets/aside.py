"""A list beside what one writes: told apart by a line, with all of the marked one below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ijtui.widgets.lines import Line, Lines


class Aside(Vertical):
    """Shows lines, and under them what the marked one says in full; hidden until it is asked for."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.display = False
        self._full: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Put the list above the text."""
        yield Lines(id=f"{self.id}-list", classes="list")
        yield Static("", classes="full")

    @property
    def lines(self) -> Lines:
        """The list."""
        return self.query_one(Lines)

    def show(self, lines: Sequence[Line], full: Mapping[str, str]) -> None:
        """Show these lines; `full` holds by key what each says."""
        self._full = full
        self.lines.show(lines)
        self._show_full()

    @on(Lines.Moved)
    def _show_full(self) -> None:
        self.query_one(".full", Static).update(Content(self._full.get(self.lines.key, "")))
