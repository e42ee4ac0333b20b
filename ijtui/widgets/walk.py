"""Rows and lists below one another that the arrow keys go through as if they were one list."""

from __future__ import annotations

from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from ijtui.widgets.heading import Heading, Onward
from ijtui.widgets.lines import Lines


class Walk(VerticalScroll, can_focus=False):
    """Holds headings, lists and the row that leads on; texts in between keep their keys to themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "walk(-1)", show=False, id="question.up"),
        Binding("down,j", "walk(1)", show=False, id="question.down"),
        Binding("home,g", "end(0)", show=False, id="question.first"),
        Binding("end,G", "end(-1)", show=False, id="question.last"),
    ]

    def _rows(self) -> list[Widget]:
        """Return what one can go to; a list with nothing to choose is passed over."""
        inside = (row for row in self.screen.focus_chain if self in row.ancestors)
        rows = [row for row in inside if isinstance(row, Heading | Lines | Onward)]
        return [row for row in rows if not isinstance(row, Lines) or row.key]

    def action_walk(self, step: int) -> None:
        """Go to the row before or after; beyond the first and the last there is only text to scroll to."""
        rows, focused = self._rows(), self.screen.focused
        if focused not in rows:
            raise SkipAction
        index = rows.index(focused) + step
        if 0 <= index < len(rows):
            self._enter(rows[index], from_below=step < 0)
        else:
            raise SkipAction

    def action_end(self, which: int) -> None:
        """Go to the first or the last row."""
        rows = self._rows()
        if rows:
            self._enter(rows[which], from_below=which < 0)

    def _enter(self, row: Widget, *, from_below: bool) -> None:
        if isinstance(row, Lines):
            row.action_end(-1 if from_below else 0)
        row.focus()
