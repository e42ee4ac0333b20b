"""The measure of all things here: a Textual app with one text area and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea

READY = "all is painted"
"""What is on the screen once the app has painted itself; not at the cursor, which is drawn apart."""


class Bare(App[None]):
    """One stock text area."""

    def compose(self) -> ComposeResult:
        """Fill the screen with it."""
        area = TextArea(f"Bare: {READY}")
        area.cursor_blink = False
        yield area


if __name__ == "__main__":
    Bare().run()
