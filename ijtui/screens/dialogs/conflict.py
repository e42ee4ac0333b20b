"""Two texts where there should be one: another session saved first. Both are kept; one chooses or joins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.text import joined
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _

MOMENT = 0.6
"""Seconds in which keys that were meant for the text behind decide nothing."""


class ConflictScreen(Place[str | None]):
    """Shows both texts and closes with the one that holds from now on; None keeps one's own.

    Args:
        theirs: what the other session saved.
        mine: what stands on this screen.
    """

    CAN: ClassVar = (
        Command("conflict.theirs", "1", "theirs", N_("Take the other text"), N_("take the other")),
        Command("conflict.mine", "2,escape", "mine", N_("Keep your text"), N_("keep yours")),
        Command("conflict.join", "3", "join", N_("Join them, the other text first"), N_("join")),
        Command("conflict.turn", "tab", "app.focus_next", N_("Go to the other text"), N_("scroll the other")),
    )
    ABOUT = N_(
        "The same text was changed in another session while you were writing. Nothing is lost: whatever you "
        "choose, both texts are among the earlier versions (ctrl+r)."
    )
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("conflict")]

    def __init__(self, theirs: str, mine: str) -> None:
        super().__init__()
        self._theirs = theirs
        self._mine = mine
        self.listens = False
        """Whether answers are taken."""

    def heading(self) -> str:
        """Say what happened."""
        return _("Two texts")

    def body(self) -> ComposeResult:
        """Put the two texts beside each other, or below where there is no room."""
        about = _("Both texts are kept among the earlier versions, whatever you choose.")
        yield Static(Content(about), classes="quiet")
        with Container(id="texts"):
            yield from self._text(_("1  The other text"), self._theirs)
            yield from self._text(_("2  Your text"), self._mine)

    def _text(self, name: str, text: str) -> ComposeResult:
        with Vertical():
            yield Static(Content(name), classes="heading")
            yield Editor(text, read_only=True)

    def on_mount(self) -> None:
        """Take answers after a moment: this comes up by itself, while somebody is typing."""
        super().on_mount()
        self.set_timer(MOMENT, self._listen)

    def _listen(self) -> None:
        self.listens = True
        self.refresh_bindings()

    def commands(self) -> Iterator[Command]:
        """Yield the answers once they are taken; until then none is promised."""
        return super().commands() if self.listens else iter(())

    def action_theirs(self) -> None:
        """Take the other text."""
        self._decide(self._theirs)

    def action_mine(self) -> None:
        """Keep one's own."""
        self._decide(None)

    def action_join(self) -> None:
        """Put one's own below the other."""
        self._decide(joined(self._theirs, self._mine))

    def _decide(self, text: str | None) -> None:
        """Close with that text; in the first moment a key was meant for the text behind, and does nothing."""
        if self.listens:
            self.dismiss(text)
