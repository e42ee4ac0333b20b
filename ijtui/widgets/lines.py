"""A list where each thing is one line: headings, columns, and a mark for where one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ijtui.widgets.fit import Column, in_columns

Look = Literal["plain", "heading", "muted", "warning"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list.

    Attributes:
        cells: plain text, one a column; a heading has one that takes the whole line.
        key: what is chosen with it; "" for a line that can't be chosen.
        look: how it is drawn.
        mark: one sign in the margin ("!"), or "".
        columns: how wide its cells are, where they differ from the list's own.
    """

    cells: tuple[str, ...]
    key: str = ""
    look: Look = "plain"
    mark: str = ""
    columns: tuple[Column, ...] = ()


EMPTY = Line(("",))
"""A line of air."""


class Lines(ScrollView, can_focus=True):
    """Shows lines and tells which one is chosen.

    The current line is marked by `>` and by weight, never by colour alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="list.up"),
        Binding("down", "move(1)", show=False, id="list.down"),
        Binding("home,g", "end(0)", show=False, id="list.first"),
        Binding("end,G", "end(-1)", show=False, id="list.last"),
        Binding("pageup", "page(-1)", show=False, id="list.page_up"),
        Binding("pagedown", "page(1)", show=False, id="list.page_down"),
        Binding("enter", "choose", show=False, id="list.choose"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--muted",
        "lines--warning",
        "lines--current",
    }

    at: reactive[int] = reactive(-1, repaint=False)
    """Index of the current line, -1 while there is none to choose."""

    @dataclass
    class OfLine(Message):
        """Something happened to a line.

        Attributes:
            lines: the list.
            key: the line's key.
        """

        lines: Lines
        key: str

        @property
        def control(self) -> Lines:
            """The list, for `@on` selectors."""
            return self.lines

    class Chosen(OfLine):
        """A line was chosen with enter or a click."""

    class Moved(OfLine):
        """Another line became the current one."""

    def __init__(
        self, *columns: Column, id: str | None = None, classes: str | None = None, marked: bool = True
    ) -> None:
        """Make an empty list.

        Args:
            columns: how wide each cell is; none for one cell that takes all.
            id: the widget's id.
            classes: its style classes.
            marked: whether to leave room for the mark of the current line.
        """
        super().__init__(id=id, classes=classes)
        self._columns = columns or (Column(),)
        self._lines: tuple[Line, ...] = ()
        self._margin = 3 if marked else 0
        self._own_style = Style()

    @property
    def key(self) -> str:
        """The current line's key, or ""."""
        return self._lines[self.at].key if 0 <= self.at < len(self._lines) else ""

    def show(self, lines: Sequence[Line], at: str | None = None) -> None:
        """Show these lines and stay at the line one was at, or go to the one with the key `at`."""
        wanted, before = at if at is not None else self.key, self.at
        self._lines = tuple(lines)
        self.virtual_size = Size(self.size.width, len(self._lines))
        if (
            not self.size and not self.styles.auto_dimensions
        ):  # known before there is a layout: saves a second
            self.show_vertical_scrollbar = len(self._lines) > self.screen.size.height
        self.set_reactive(Lines.at, self._index_of(wanted, before))
        self.refresh(layout=self.styles.auto_dimensions)
        self._follow()

    def _index_of(self, key: str, near: int) -> int:
        choosable = [index for index, line in enumerate(self._lines) if line.key]
        same = [index for index in choosable if key and self._lines[index].key == key]
        if same or not choosable:
            return same[0] if same else -1
        return min(choosable, key=lambda index: abs(index - near))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one row a line."""
        return len(self._lines)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows; what they have in common is found out once."""
        self._own_style = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= len(self._lines):
            return Strip.blank(width, self._own_style)
        line, style = self._lines[index], self._style_of(index)
        margin = self._margin_of(index)
        text = margin + in_columns(line.cells, line.columns or self._columns, width - len(margin))
        return Strip([Segment(text, style)], width).apply_offsets(0, index)

    def _margin_of(self, index: int) -> str:
        """Return the mark of the current line and the line's own; headings stand outside the margin.

        A list that is as high as its lines stands among others, so it is marked only while one is in it.
        """
        line = self._lines[index]
        if line.look == "heading":
            return ""
        here = index == self.at and (self.has_focus or not self.styles.auto_dimensions)
        return f"{'>' if here else ' '}{line.mark:1} "[: self._margin]

    def _style_of(self, index: int) -> Style:
        line, style = self._lines[index], self._own_style
        if line.look != "plain":
            style += self.get_component_rich_style(f"lines--{line.look}", partial=True)
        if index == self.at and (self.has_focus or not self.can_focus):
            style += self.get_component_rich_style("lines--current", partial=True)
        return style

    def watch_at(self, before: int, now: int) -> None:
        """Repaint the two lines, keep the current one in sight, and tell."""
        for index in (before, now):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))
        self._follow()
        if self.key:
            self.post_message(self.Moved(self, self.key))

    def _follow(self) -> None:
        """Bring the current line in sight, and a heading right above it; it has no place without a size."""
        if self.at < 0 or not self.is_attached or not self.size.height:
            return
        top = self.at - (self.at > 0 and not self._lines[self.at - 1].key and self.size.height > 1)
        self.scroll_to_region(Region(0, top, 1, self.at - top + 1), animate=False, force=True)
        parent = self.parent
        if self.has_focus and self.styles.auto_dimensions and isinstance(parent, ScrollableContainer):
            row = Region(0, self.virtual_region.y + self.at - self.scroll_offset.y, 1, 1)
            parent.scroll_to_region(row, animate=False)

    def _on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, len(self._lines))
        if not self.styles.auto_dimensions:  # among others it is they who are scrolled
            self._follow()

    def on_focus(self) -> None:
        """Show the mark's weight."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the mark's weight away."""
        self.refresh()

    def action_move(self, step: int) -> None:
        """Go to the next line that can be chosen; where there is none, what is around the list goes on."""
        if not self.move(step):
            raise SkipAction

    def move(self, step: int) -> bool:
        """Go to the next line that can be chosen, and return whether there is one."""
        index = self.at + step
        while 0 <= index < len(self._lines) and not self._lines[index].key:
            index += step
        found = 0 <= index < len(self._lines)
        if found:
            self.at = index
        return found

    def action_end(self, which: int) -> None:
        """Go to the first or the last line that can be chosen."""
        choosable = [index for index, line in enumerate(self._lines) if line.key]
        if choosable:
            self.at = choosable[which]

    def action_page(self, step: int) -> None:
        """Go a screenful up or down."""
        wanted = self.at + step * max(1, self.size.height - 1)
        choosable = [index for index, line in enumerate(self._lines) if line.key]
        if choosable:
            self.at = min(choosable, key=lambda index: abs(index - wanted))

    def action_choose(self) -> None:
        """Choose the current line."""
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked line; a click on the current one chooses it."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._lines) and self._lines[index].key:
            if index == self.at:
                self.action_choose()
            self.at = index
