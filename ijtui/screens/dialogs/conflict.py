"""Two texts where there should be one: another session saved first. Both are kept; one chooses or joins."""

from __future__ import annotations

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

    def heading(self) -> str:
        """Say what happened."""
        return _("Changed in another session too")

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

    def action_theirs(self) -> None:
        """Take the other text."""
        self.dismiss(self._theirs)

    def action_mine(self) -> None:
        """Keep one's own."""
        self.dismiss(None)

    def action_join(self) -> None:
        """Put one's own below the other."""
        self.dismiss(joined(self._theirs, self._mine))
