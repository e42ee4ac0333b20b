"""The last row: which keys do what, here and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 3


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


class KeyBar(Widget):
    """One row of hints, most important first; what does not fit is left out, the last hint never."""

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What to show."""

    def render(self) -> Content:
        """Put as many as fit on the row."""
        parts: list[Content | str] = []
        for hint in _fitting(self.hints, self.size.width):
            key = Content(hint.key).stylize("bold $accent")
            shown = Content.assemble(key, f" {hint.text}")
            parts += [
                shown.stylize(f"@click=screen.run('{hint.action}')") if hint.action else shown,
                " " * _GAP,
            ]
        return Content.assemble(*parts[:-1])


def _fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    sizes = [cell_len(f"{hint.key} {hint.text}") + _GAP for hint in hints]
    chosen = list(range(len(hints)))
    while len(chosen) > 1 and sum(sizes[index] for index in chosen) - _GAP > width:
        del chosen[-2]
    return [hints[index] for index in chosen]
