"""Pieces beside each other on one row, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

GAP = 3
"""Cells between two pieces."""

Piece = tuple[str, Content]
"""What a click means, and what is drawn."""


def length(pieces: Sequence[Piece]) -> int:
    """Return how many cells the pieces take beside each other."""
    return sum(drawn.cell_length + GAP for _key, drawn in pieces) - GAP


class Row(Widget):
    """A row of pieces.

    A subclass gives them in `pieces` and says in `clicked` what a click does.
    """

    def pieces(self) -> Sequence[Piece]:
        """Return the pieces from left to right."""
        raise NotImplementedError

    def clicked(self, key: str) -> None:
        """Do what a click on that piece does."""
        raise NotImplementedError

    def render(self) -> Content:
        """Draw the pieces with air between them; an ellipsis says that there are more of them."""
        whole = Content(" " * GAP).join([drawn for _key, drawn in self.pieces()])
        return whole.truncate(self.size.width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Find out what was clicked."""
        end = 0
        for key, drawn in self.pieces():
            end += drawn.cell_length + GAP
            if event.x < end:
                self.clicked(key)
                return
