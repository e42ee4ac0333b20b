"""Paper to write on: a text area that repaints only the rows an edit or the cursor touched.

The stock text area asks for all of itself at every key and every move, and does work that
grows with the text. Here each visible row is compared with what was last drawn in its place,
and only those that differ are asked for (notes of what things cost: a key was 14 kB and is 0.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual._text_area_theme import TextAreaTheme
from textual.document._document import Document, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import TextArea

from ijtui.widgets.editor.rows import Row, Span, drawn
from ijtui.widgets.editor.wrapping import WrappedText


class Paper(TextArea):
    """Plain text without a blinking cursor.

    What belongs to program text is not drawn: line numbers, suggestions, colouring, and
    matching brackets.
    """

    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)
    virtual_size: Reactive[Size] = reactive(Size(0, 0), repaint=False)

    wrapped_document: WrappedText

    class SelectionChanged(TextArea.SelectionChanged, bubble=False):
        """The cursor or the selection moved; at every key, so it does not rise through the screen."""

    def __init__(self, text: str, *, read_only: bool, id: str | None, classes: str | None) -> None:
        self._drawn: dict[int, Row | None] = {}
        self._inked: tuple[TextAreaTheme, Style] | None = None
        super().__init__(text, read_only=read_only, highlight_cursor_line=False, id=id, classes=classes)
        self.set_reactive(TextArea.cursor_blink, False)

    def _set_document(self, text: str, language: str | None) -> None:
        """Show another text, plain and wrapped our way."""
        self.document = Document(text)
        self.wrapped_document = WrappedText(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def wrap_anew(self) -> None:
        """Wrap to the width there is now; after scrolling Textual may tell nobody of a new one."""
        self._rewrap_and_refresh_virtual_size()

    def _rewrap_and_refresh_virtual_size(self) -> None:
        """Wrap to the width there is now; rows that come out otherwise are drawn again."""
        super()._rewrap_and_refresh_virtual_size()
        self._show_cursor()
        self._ask_for_changed_rows()

    def _show_cursor(self) -> None:
        """Scroll to the cursor again: when it moved, the row it moved to was not there yet."""
        if self.is_mounted and self.size:
            self.scroll_cursor_visible()

    def _build_highlight_map(self) -> None:
        """Nothing is coloured, and rows already drawn stay true."""

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Return None: prose has no brackets to match, and the search may read all of it."""
        return None

    def watch_selection(self) -> None:
        """Every move of the cursor ends up here, and so does every edit."""
        self._ask_for_changed_rows()

    def _ask_for_changed_rows(self) -> None:
        """Ask for those rows that no longer look as they were drawn."""
        top = self.scroll_offset.y
        for y, row in enumerate(self._rows(0, self.scrollable_content_region.height)):
            if row != self._drawn.get(y):
                self.refresh_line(top + y)

    def watch_virtual_size(self, before: Size, now: Size) -> None:
        """Let the screen lay itself out again where another number of rows may change our height."""
        shown = self.scrollable_content_region.height
        scrolls = min(before.height, now.height) > shown
        has_room = before.height < shown >= now.height
        height = self.styles.height
        is_fixed = height is not None and not height.is_auto
        if is_fixed or before.height == now.height or (shown and (scrolls or has_room)):
            self._scroll_update(now)
            self._show_cursor()
        else:
            self.refresh(repaint=False, layout=True)
            if self.is_mounted:
                self.call_after_refresh(self._show_cursor)

    def notify_style_update(self) -> None:
        """Forget how the styles looked."""
        self._inked = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows, looking up the styles only when they may have changed."""
        inked = self._theme, self.rich_style
        if self._inked is None or self._inked[0] is not inked[0] or self._inked[1] != inked[1]:
            self._theme.apply_css(self)
            self._line_cache.clear()
            self._inked = inked
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row, `y` cells below the top, or show it again as it was drawn before."""
        (row,) = self._rows(y, y + 1)
        self._drawn[y] = row
        if row is None:
            return super().render_line(y)
        strip = self._line_cache.get(row)
        if strip is None:
            strip = self._line_cache[row] = drawn(row, self._theme, self.app.console)
        return strip

    def _rows(self, first: int, last: int) -> Iterator[Row | None]:
        """What stands from the `first` to before the `last` visible row now.

        None stands for a row that the stock text area draws: an empty text that shows its hint.
        """
        left, top = self.scroll_offset
        blank = Row(self.scrollable_content_region.width, 0 if self.soft_wrap else left)
        shows_hint = bool(self.placeholder) and self._is_empty
        for index in range(top + first, top + last):
            yield None if shows_hint else self._row(index, blank)

    def _row(self, index: int, blank: Row) -> Row:
        """What stands in a row of the wrapped text, given what a row beyond the text looks like."""
        view = self.wrapped_document
        if index >= view.height:
            return blank
        line, start, end = view.row(index)
        text = self.document[line]
        is_last = end == len(text)
        cursor_line, cursor = self.selection.end
        here = cursor_line == line
        return Row(
            blank.width,
            blank.left,
            text[start:end] + " " if is_last else text[start:end],
            view.tabs(line, start, end),
            self._selected(line, start, end),
            not text and not here and self._reaches(line),
            cursor - start if here and start <= cursor < end + is_last and self._draw_cursor else None,
            here and self.highlight_cursor_line and self._has_cursor,
        )

    def _selected(self, line: int, start: int, end: int) -> Span | None:
        """Which part of a row is selected, counted from the row's start."""
        if not self._reaches(line):
            return None
        top, bottom = sorted(self.selection)
        first = max(start, top[1] if line == top[0] else 0)
        last = min(end, bottom[1] if line == bottom[0] else end)
        return (first - start, last - start) if first < last else None

    def _reaches(self, line: int) -> bool:
        """Something is selected, and the selection starts, ends or passes in that line."""
        (first, _), (last, _) = sorted(self.selection)
        return first <= line <= last and not self.selection.is_empty

    @property
    def _is_empty(self) -> bool:
        """Nothing is written."""
        return self.document.line_count == 1 and not self.document[0]
