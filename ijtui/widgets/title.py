"""The first row: where one is, and at the right whether everything is saved."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ijtui.widgets.fit import shortened


class Title(Widget):
    """One row with a bold text at the left and a quiet one at the right; the right one is never cut."""

    left: reactive[str] = reactive("")
    """Where one is."""

    right: reactive[str] = reactive("")
    """What is always to be seen: the date, or when it was saved."""

    warns: reactive[bool] = reactive(False)
    """Whether the right text says that something is wrong."""

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self.set_reactive(Title.left, left)
        self.set_reactive(Title.right, right)

    def render(self) -> Content:
        """Put both on one row."""
        width = self.size.width
        right = shortened(self.right, width)
        left = shortened(self.left, max(0, width - cell_len(right) - 2))
        air = " " * max(0, width - cell_len(left) - cell_len(right))
        quiet = "bold $warning" if self.warns else "$quiet"
        return Content.assemble((left, "bold"), air, (right, quiet))
