"""The editor for one line: enter says that it is done, up and down go to the neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from textual.document._document import EditResult, Location
from textual.events import Focus, Key
from textual.message import Message

from ijtui.widgets.editor import Editor


class LineEditor(Editor):
    """One row of text; what is pasted with line breaks becomes one line.

    Args:
        replaced: typing replaces the text it was made with, unless one moves the cursor first.
    """

    @dataclass
    class Submitted(Message):
        """Enter was pressed.

        Attributes:
            editor: where.
        """

        editor: LineEditor

        @property
        def control(self) -> LineEditor:
            """The editor, for `@on` selectors."""
            return self.editor

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        limit: int = 2000,
        replaced: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(text, placeholder=placeholder, limit=limit, id=id)
        self._replaced = self.text if replaced else ""
        self.soft_wrap = False

    def on_focus(self, event: Focus) -> None:
        """Select what is to be replaced; who only looked at another window goes on typing."""
        if self.text == self._replaced and not event.from_app_focus:
            self.select_all()

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
            return
        await super()._on_key(event)

    def action_line_feed(self) -> None:
        """Take a line feed for a space: it comes from a paste without brackets."""
        self._replace_via_keyboard(" ", *self.selection)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go to the field above."""
        self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the field below."""
        self.screen.focus_next()

    def insert_template(self, text: str) -> None:
        """Insert a template as one line."""
        super().insert_template(" ".join(text.split()))

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        return super()._replace_via_keyboard(insert.replace("\r\n", " ").replace("\n", " "), start, end)
