"""The last row: which keys do what, here and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from ijtui.widgets.row import GAP, Piece, Row


@dataclass(frozen=True, slots=True)
class Hint:
    """One key and what it does.

    Attributes:
        key: as it stands on the keyboard ("⏎", "^n", "F1").
        text: one or two words.
        action: the Textual action that a click runs.
    """

    key: str
    text: str
    action: str


class KeyBar(Row):
    """One row of hints, most important first; what does not fit is left out, the last hint never."""

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What to show."""

    @dataclass
    class Clicked(Message):
        """A hint was clicked.

        Attributes:
            action: the Textual action to run.
        """

        action: str

    def pieces(self) -> Sequence[Piece]:
        """Return as many hints as fit on the row."""
        return [(hint.action, _drawn(hint)) for hint in _fitting(self.hints, self.size.width)]

    def clicked(self, key: str) -> None:
        """Ask for the hint's action."""
        self.post_message(self.Clicked(key))


def _drawn(hint: Hint) -> Content:
    return Content.assemble((hint.key, "bold $accent"), f" {hint.text}")


def _fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    sizes = [_drawn(hint).cell_length + GAP for hint in hints]
    chosen = list(range(len(hints)))
    while len(chosen) > 1 and sum(sizes[index] for index in chosen) - GAP > width:
        del chosen[-2]
    return [hints[index] for index in chosen]
