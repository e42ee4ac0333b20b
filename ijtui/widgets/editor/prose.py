"""The editor for Markdown that people write day by day: lists go on, boxes are ticked, words are found."""

from __future__ import annotations

from textual.document._document import Selection
from textual.events import Key

from ijtui.widgets.editor.finding import Found, next_place, places_of
from ijtui.widgets.editor.lists import continued, taken_over, ticked
from ijtui.widgets.editor.widget import Editor


class ProseEditor(Editor):
    """An editor that knows lists; what a key costs in it is what it costs in every other."""

    _begun: tuple[int, str] | None = None
    """The line that enter began last, and how; None once something else is known of it."""

    def on_key(self, event: Key) -> None:
        """Let enter go on with a list, and a sign that is typed all the same stand there once."""
        if self.read_only or not self.selection.is_empty:
            return
        if event.key == "enter" and self._go_on():
            self._after_return = True
        elif not (event.key == "space" and self._begun and self._take_over(*self._begun)):
            return
        event.stop()
        event.prevent_default()

    def _take_over(self, begun_row: int, begun: str) -> bool:
        """Let a sign that was typed take the place of the one that enter wrote; return whether one was."""
        row, column = self.cursor_location
        line = self.document[row]
        here = row == begun_row and column == len(line) and line.startswith(begun)
        if here and not line[len(begun) :].strip():
            return False
        self._begun = None
        begins = taken_over(begun, line[len(begun) :]) if here else None
        if begins is not None:
            self._replace_via_keyboard(begins, (row, 0), (row, column))
        return begins is not None

    def _go_on(self) -> bool:
        """Begin the next item, or end the list at an empty one; return whether there is a list here."""
        row, column = self.cursor_location
        goes_on = continued(self.document[row], column)
        if goes_on is None:
            return False
        if goes_on.ends:
            self._replace_via_keyboard("", (row, 0), (row, goes_on.ends))
        else:
            self._replace_via_keyboard(f"\n{goes_on.begins}", (row, column), (row, column))
            self._begun = row + 1, goes_on.begins
        return True

    def tick(self) -> None:
        """Tick the box of the line where the cursor is, or make one, as one step that can be undone."""
        row, column = self.cursor_location
        before = self.document[row]
        after = ticked(before)
        if not self.read_only and self._in_one_step(after, (row, 0), (row, len(before))) is not None:
            self.move_cursor((row, max(0, column + len(after) - len(before))))

    def find(self, wanted: str, step: int = 1, *, onward: bool = False) -> tuple[int, int]:
        """Select the next place where a text stands; return its number from 1 and how many there are.

        Args:
            wanted: what to look for.
            step: 1 forward, -1 back.
            onward: leave the place that is selected, instead of staying while it fits.
        """
        places = places_of(self.document.lines, wanted)
        if not places:
            return 0, 0
        start, end = sorted(self.selection)
        index = next_place(places, *(end if onward and step > 0 else start), step)
        self._select(places[index])
        return index + 1, len(places)

    def _select(self, place: Found) -> None:
        self.selection = Selection((place.row, place.start), (place.row, place.end))
        self.scroll_cursor_visible(center=True)
