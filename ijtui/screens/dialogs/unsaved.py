"""Quitting while something can't be saved: why, and what one can do about it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saving import Mark
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, explain


class UnsavedScreen(Place[None]):
    """Says what stands in the way of saving; stays, tries again, or quits without.

    Args:
        mark: how the last try went.
    """

    CAN: ClassVar = (
        Command("unsaved.choose", "enter", "choose", N_("Do what is marked"), N_("choose")),
        Command("unsaved.stay", "escape", "stay", N_("Go back; your text is still there"), N_("go back")),
    )
    ABOUT = N_(
        "Something you wrote can't be saved right now. Go back and your text is still there: you can mend "
        "what is wrong, or copy the text to somewhere else. It is saved by itself once that is possible."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("unsaved")]

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark

    def heading(self) -> str:
        """Say what is the matter."""
        return _("Not saved")

    def body(self) -> ComposeResult:
        """Put why above what one can do."""
        why = explain(self._mark.failure) if self._mark.failure else ""
        yield Static(Content(why), classes="why")
        yield Static(Content(_("Your text is still on the screen, but not in the file.")), classes="quiet")
        yield Lines(id="ways")

    def on_mount(self) -> None:
        """Begin at the way that loses nothing."""
        super().on_mount()
        ways = self.query_one("#ways", Lines)
        ways.show(
            (
                Line((_("Go back to the text"),), "stay"),
                Line((_("Try to save again, and quit"),), "again"),
                Line((_("Quit without saving: what is not saved is lost"),), "quit"),
            )
        )
        ways.focus()

    def action_choose(self) -> None:
        """Do what is marked."""
        self.query_one("#ways", Lines).action_choose()

    def action_stay(self) -> None:
        """Go back."""
        self.dismiss(None)

    @on(Lines.Chosen, "#ways")
    async def do_chosen(self, event: Lines.Chosen) -> None:
        """Go back, try again, or quit."""
        if event.key == "stay":
            self.dismiss(None)
        elif event.key == "quit" or self.session.saving.flush():
            self.app.exit(0)
        elif self.session.saving.mark.failure is not None:
            self.refuse(self.session.saving.mark.failure)
