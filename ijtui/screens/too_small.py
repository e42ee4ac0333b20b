"""What stands in a window that is too small: how large it has to be, and that nothing is lost."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from ijtui import paths
from ijtui.words import _

SMALLEST = Size(60, 18)
"""Columns and rows below which nothing useful can be shown."""


def fits(size: Size) -> bool:
    """Whether a window of that size can show the screens."""
    return size.width >= SMALLEST.width and size.height >= SMALLEST.height


def mind(app: App[Any], size: Size) -> None:
    """Say so where the window is too small; what is typed stays behind the message."""
    if not fits(size) and not isinstance(app.screen, TooSmallScreen):
        app.push_screen(TooSmallScreen())


class TooSmallScreen(ModalScreen[None]):
    """Takes every key but the one that quits, and goes by itself once the window is large enough."""

    CSS_PATH: ClassVar = [paths.style("blank")]

    _gone = False
    """Whether it has been dismissed: it may be told twice that the window has grown."""

    def compose(self) -> ComposeResult:
        """Say it in a few words: there is room for no more."""
        yield Static("", id="size")

    def on_resize(self, event: events.Resize) -> None:
        """Say what is lacking now, or go."""
        self._look(event.size)

    def on_screen_resume(self) -> None:
        """Look again: the window may have grown while another screen stood above."""
        self._look(self.app.size)

    def _look(self, size: Size) -> None:
        if fits(size):
            if self.app.screen is self and not self._gone:
                self._gone = True
                self.dismiss()
            return
        words = _(
            "The window is too small: {width}×{height}. ijtui needs {columns}×{rows}. "
            "What you wrote is kept. Make the window larger, or quit with ctrl+q.",
            width=size.width,
            height=size.height,
            columns=SMALLEST.width,
            rows=SMALLEST.height,
        )
        self.query_one("#size", Static).update(Content(words))
