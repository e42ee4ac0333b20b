"""The row of main areas, each with its digit; the one where one is carries `>` and weight."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class ModeBar(Widget):
    """One row: "> 1 Today   2 Conversations   3 People"."""

    names: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Pairs of mode and what it is called, in the order of their digits."""

    here: reactive[str] = reactive("")
    """The mode where one is."""

    def render(self) -> Content:
        """Draw the row."""
        parts: list[Content | str] = []
        for digit, (mode, name) in enumerate(self.names, 1):
            at = mode == self.here
            text = Content(f"{digit} {name}").stylize("bold" if at else "$quiet")
            parts += [">" if at else " ", text.stylize(f"@click=app.go('{mode}')"), "  "]
        return Content.assemble(*parts)
