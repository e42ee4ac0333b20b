"""Paper that two write on: it may ask before it is changed by hand, and takes in what another wrote."""

from __future__ import annotations

from collections.abc import Callable

from textual.document._document import EditResult, Location

from ijtui.clean import clean
from ijtui.domain.text import difference
from ijtui.widgets.editor.paper import Paper


class SharedPaper(Paper):
    """Lets itself be changed by hand only where that may be, and from elsewhere without moving the cursor."""

    asks: Callable[[], bool] | None = None
    """Asked before each change by hand; where it says no, nothing is changed."""

    def may_be_changed(self) -> bool:
        """Whether nobody else writes here now."""
        return self.asks is None or self.asks()

    def action_undo(self) -> None:
        """Undo, where the text may be changed."""
        if self.may_be_changed():
            super().action_undo()

    def action_redo(self) -> None:
        """Do again, where the text may be changed."""
        if self.may_be_changed():
            super().action_redo()

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        return super()._replace_via_keyboard(insert, start, end) if self.may_be_changed() else None

    def _delete_via_keyboard(self, start: Location, end: Location) -> EditResult | None:
        return super()._delete_via_keyboard(start, end) if self.may_be_changed() else None

    def adopt(self, text: str) -> None:
        """Show what another wrote, nobody told; one step of undo.

        The cursor stays with the letters that it stands at; at the end of the text it stays at the end.
        """
        before, at_end = self.text, self.cursor_location == self.document.end
        start, end, instead = difference(before, clean(text))
        self.history.checkpoint()
        with self.prevent(self.Changed):
            self.replace(instead, _place(before, start), _place(before, end), maintain_selection_offset=True)
        self.history.checkpoint()
        if at_end:
            self.move_cursor(self.document.end)


def _place(text: str, index: int) -> Location:
    """Return line and column of a letter."""
    before = text[:index]
    return before.count("\n"), index - before.rfind("\n") - 1
