"""One question with two answers; esc is the careful one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_


class ConfirmScreen(Place[bool]):
    """Asks, and closes with whether the answer was yes.

    Args:
        question: one or two sentences.
        yes: what is done then.
        no: what happens otherwise; the cursor begins here.
    """

    CAN: ClassVar = (
        Command("confirm.choose", "enter", "choose", N_("Answer with what is marked"), N_("choose")),
        Command("confirm.no", "escape", "no", N_("Change nothing"), N_("close")),
    )
    ABOUT = N_("Go to your answer with the arrow keys and press enter. Esc changes nothing.")
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("confirm")]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._answers = (Line((no,), "no"), Line((yes,), "yes"))

    def body(self) -> ComposeResult:
        """Put the question above its answers."""
        yield Static(Content(self._question), id="question")
        yield Lines(id="answers")

    def on_mount(self) -> None:
        """Begin at the careful answer."""
        super().on_mount()
        answers = self.query_one("#answers", Lines)
        answers.show(self._answers, at="no")
        answers.focus()

    def action_choose(self) -> None:
        """Answer with what is marked."""
        self.query_one("#answers", Lines).action_choose()

    @on(Lines.Chosen, "#answers")
    def answer(self, event: Lines.Chosen) -> None:
        """Close with the answer."""
        self.dismiss(event.key == "yes")

    def action_no(self) -> None:
        """Close without changing anything."""
        self.dismiss(False)
