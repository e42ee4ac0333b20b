"""The row of main areas, each with its digit; the one where one is carries `>` and weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from ijtui.widgets.row import Piece, Row


class ModeBar(Row):
    """One row: "> 1 Today   2 Conversations   3 People"."""

    names: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Pairs of mode and what it is called, in the order of their digits."""

    here: reactive[str] = reactive("")
    """The mode where one is."""

    @dataclass
    class Clicked(Message):
        """A mode was clicked.

        Attributes:
            mode: which.
        """

        mode: str

    def pieces(self) -> Sequence[Piece]:
        """Return the modes with their digits."""
        return [(mode, self._drawn(digit, mode, name)) for digit, (mode, name) in enumerate(self.names, 1)]

    def _drawn(self, digit: int, mode: str, name: str) -> Content:
        at = mode == self.here
        return Content(f"{'>' if at else ' '}{digit} {name}").stylize("bold" if at else "$quiet")

    def clicked(self, key: str) -> None:
        """Ask to go there."""
        self.post_message(self.Clicked(key))
