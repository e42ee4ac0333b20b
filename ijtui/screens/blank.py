"""Nothing at all, while somebody walks by."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from ijtui import paths


class BlankScreen(ModalScreen[None]):
    """An empty screen until esc; no message shows on it either."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False, id="blank.leave")]
    CSS_PATH: ClassVar = [paths.style("blank")]
