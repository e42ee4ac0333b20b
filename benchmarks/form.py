"""A form of twenty questions, one of them open, as Textual has it or as we have it."""

from __future__ import annotations

import argparse
import gc
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static, TextArea

QUESTIONS = 20
PARAGRAPH = (
    "Vi hjälps åt, men beslut tas i korridoren och når mig sent. Jag hör sällan invändningar på "
    "mötena, och undrar hur vi kan bjuda in dem. Beslut skrivs i kanalen samma dag. Vi provar en "
    "runda runt bordet i januari och ser om det hjälper, och följer upp när våren är slut."
)


def text_of(size: int, paragraphs: bool = True) -> str:
    """Return about `size` characters of prose, in paragraphs or as a single one."""
    joint = "\n" if paragraphs else " "
    return joint.join([PARAGRAPH] * (size // len(PARAGRAPH) + 1))[:size]


class Form(App[None]):
    """Twenty headings; under the third stands the open editor and fills what is left.

    Args:
        widget: "stock" or "ours".
        text: what stands in the open editor.
    """

    CSS = """
    Static { height: 1; }
    .answer { display: none; height: 1fr; border: none; }
    .answer.open { display: block; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    def __init__(self, widget: str, text: str) -> None:
        super().__init__()
        self._widget, self._text = widget, text

    def get_default_screen(self) -> Screen[None]:
        """Paint it the way that belongs to the editor."""
        screen = super().get_default_screen()
        if self._widget == "ours":
            from ijtui.widgets.compositor import RowCompositor

            screen._compositor = RowCompositor()
        return screen

    def compose(self) -> ComposeResult:
        """Mount all questions, as they are when each has been visited."""
        for number in range(1, QUESTIONS + 1):
            is_open = number == 3
            yield Static(f"( ) {number} Samarbete och återkoppling")
            yield self._editor(self._text if is_open else PARAGRAPH, "answer open" if is_open else "answer")

    def _editor(self, text: str, classes: str) -> TextArea:
        """One editor of the kind that is measured."""
        if self._widget == "stock":
            stock = TextArea(text, classes=classes)
            stock.cursor_blink = False
            return stock
        from ijtui.widgets.editor import Editor

        return Editor(text, classes=classes)

    def on_mount(self) -> None:
        """Put the cursor where the text ends, and let the collector forget what stays, with either editor."""
        editor = self.query_one(".open", TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()
        self.call_after_refresh(gc.freeze)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("widget", choices=["stock", "ours"])
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--one-paragraph", action="store_true")
    given = parser.parse_args()
    Form(given.widget, text_of(given.size, not given.one_paragraph)).run()
