"""A longer text to read, and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.words import N_


class ReadingScreen(Place[None]):
    """Shows a text; esc closes it.

    Args:
        title: what it is.
        text: all of it, shown as it is.
    """

    CAN: ClassVar = (Command("reading.close", "escape,q,f3", "close", N_("Close"), N_("close")),)
    ABOUT = N_("A text to read. Go through it with the arrow keys, PgUp and PgDn.")
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("reading")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def heading(self) -> str:
        """Return what it is."""
        return self._title

    def body(self) -> ComposeResult:
        """Show the text."""
        yield Editor(self._text, read_only=True)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
