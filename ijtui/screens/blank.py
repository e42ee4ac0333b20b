"""Nothing at all, while somebody walks by."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ijtui import paths
from ijtui.words import _


class BlankScreen(ModalScreen[None]):
    """An empty screen until esc; no message shows on it either.

    Args:
        why: what stands on it all the same, where nobody has asked for it, or "".
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False, id="blank.leave")]
    CSS_PATH: ClassVar = [paths.style("blank")]

    def __init__(self, why: str = "") -> None:
        super().__init__()
        self._why = why

    def compose(self) -> ComposeResult:
        """Show nothing, or why there is nothing."""
        if self._why:
            yield Static(Content(self._why), id="why")


def hide(app: App[Any]) -> None:
    """Hide what is on screen from whoever passes by a keyboard that nobody sits at."""
    if not isinstance(app.screen, BlankScreen):
        app.push_screen(BlankScreen(_("Nobody has typed anything for a while. esc shows your screen again.")))
