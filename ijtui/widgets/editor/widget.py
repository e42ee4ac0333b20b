"""The editor: what people write on the paper, what is refused, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.document._document import EditResult, Location, Selection
from textual.document._edit import Edit
from textual.events import Key
from textual.geometry import Offset
from textual.message import Message

from ijtui.clean import clean
from ijtui.domain.text import LONGEST
from ijtui.widgets.editor.places import Filling, Passage
from ijtui.widgets.editor.shared_paper import SharedPaper
from ijtui.widgets.editor.sight import keep_in_sight


@dataclass
class FromEditor(Message):
    """What an editor says of itself.

    Attributes:
        editor: which; ask it for its `text` only when you need it, for that takes time.
    """

    editor: Editor

    @property
    def control(self) -> Editor:
        """The editor, for `@on(Editor.Edited, selector)`."""
        return self.editor


class Editor(SharedPaper):
    """Plain text over several lines: cleaned as it comes in, and saved by whoever listens.

    Args:
        text: what stands in it from the start.
        placeholder: said while it is empty; taken literally.
        read_only: may be read, walked in and copied from only.
        limit: the most characters it takes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "text_start", show=False, id="editor.start"),
        Binding("ctrl+end", "text_end", show=False, id="editor.end"),
        Binding("tab", "next_place", show=False, id="editor.next_place"),
        Binding("escape", "leave_places", show=False, id="editor.leave_places"),
    ]

    class Edited(FromEditor):
        """The text was changed by a key, a paste, an undo, a template or a restored version."""

    class Left(FromEditor):
        """The cursor left the editor, or the terminal lost its focus: time to save."""

    @dataclass
    class TooLong(FromEditor):
        """An edit was refused whole because the text would have become too long; it is as it was.

        Attributes:
            limit: the most characters the editor takes.
        """

        limit: int

    if not TYPE_CHECKING:
        Changed = Edited  # what the stock text area posts at every change

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str | Content = "",
        read_only: bool = False,
        limit: int = LONGEST,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        self._filling: Filling | None = None
        self._after_return = False
        self.limit = limit
        super().__init__(clean(text), read_only=read_only, id=id, classes=classes)
        self.placeholder = placeholder

    # --- what a person does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab and escape belong to the editor only while a template is being filled in."""
        if action in ("next_place", "leave_places"):
            filling = self._filling
            return filling is not None and bool(filling.passage.places(self.document.lines))
        return super().check_action(action, parameters)

    def action_line_feed(self) -> None:
        """Break the line."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_text_start(self) -> None:
        """Go to the start of the text."""
        self.move_cursor(self.document.start)

    def action_text_end(self) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end)

    def action_next_place(self) -> None:
        """Select the next place to fill in; after the last one go on to the next field."""
        if not self._go_to_place(max(self.selection)):
            self._filling = None
            self.screen.focus_next()

    def action_leave_places(self) -> None:
        """Leave the places that remain as they are."""
        self._filling = None

    def on_key(self, event: Key) -> None:
        """Take a line feed at once: as a binding it would come after the letters that follow it.

        It comes from a paste that the terminal does not mark as one; after a carriage return
        it belongs to that, and the line is broken already.
        """
        if event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            if not self._after_return:
                self.action_line_feed()
        self._after_return = event.key == "enter"

    def on_blur(self) -> None:
        """Say that the cursor left."""
        self.post_message(self.Left(self))

    def on_resize(self) -> None:
        """Stay in sight when more rows have pushed the cursor's row out of the window."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor's row in sight, in here and in what this lies in."""
        scrolled = super().scroll_cursor_visible(center, animate)
        if self.has_focus and not self.read_only:
            keep_in_sight(self, self.cursor_screen_offset.y)
        return scrolled

    # --- what the screen does

    def load(self, text: str) -> None:
        """Show this text and nothing before it: the cursor at its start, no undo, nobody told."""
        self._filling = None
        with self.prevent(self.Edited):
            self.load_text(clean(text))

    def replace_text(self, text: str) -> None:
        """Put this text in place of all there is, as one step that can be undone."""
        self._filling = None
        self._in_one_step(clean(text), (0, 0), self.document.end)

    def insert_template(self, text: str) -> None:
        """Put a template in place of the selection, as one step, and select its first place to fill in.

        From then on tab goes from place to place, until none is left or escape is pressed.
        """
        if not self.may_be_changed():
            return
        start, end = sorted(self.selection)
        result = self._in_one_step(clean(text), start, end)
        if result is None:
            return
        lines = self.document.lines
        self._filling = Filling(Passage.between(lines, start, result.end_location))
        if not self._go_to_place(start):
            self._filling = None
        self.focus()

    def _in_one_step(self, text: str, start: Location, end: Location) -> EditResult | None:
        """Replace a part of the text as one step of undo, unless it would become too long."""
        if self._refuses(text, start, end):
            return None
        self.history.checkpoint()
        result = self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()
        return result

    def _go_to_place(self, after: Location) -> bool:
        """Select the next place to fill in, if there is one."""
        place = self._filling.next(self.document.lines, after) if self._filling else None
        if place is not None:
            self.selection = Selection(place.start, place.end)
            self.history.checkpoint()
        return place is not None

    # --- the doors that text comes in by

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Clean what is typed or pasted, and refuse what does not fit."""
        text = clean(insert)
        if self.read_only or self._refuses(text, start, end):
            return None
        return super()._replace_via_keyboard(text, start, end)

    def _refuses(self, text: str, start: Location, end: Location) -> bool:
        """Tell the listeners, and return True, where the text would become too long."""
        lines = self.document.lines
        length = sum(map(len, lines)) + len(lines) - 1
        length += len(text) - len(self.get_text_range(start, end))
        too_long = len(text) > 0 and length > self.limit
        if too_long:
            self.post_message(self.TooLong(self, self.limit))
        return too_long

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit; one outside the template that is being filled in ends the filling in."""
        filling = self._filling
        if filling is not None:
            passage, lines = filling.passage, self.document.lines
            if edit.top < passage.start or edit.bottom > passage.end(lines):
                self._filling = None
        return super().edit(edit)

    def validate_placeholder(self, hint: str | Content) -> Content:
        """Take a hint literally: no words of ours or a template's are markup."""
        return Content(hint) if isinstance(hint, str) else hint
