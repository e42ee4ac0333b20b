"""An entry of the journal: who sees it, the text, a row to find words with, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ijtui.widgets.editor import Editor
from ijtui.widgets.editor.prose import ProseEditor
from ijtui.widgets.line_editor import LineEditor
from ijtui.widgets.preview import Preview


class Find(LineEditor):
    """Where one types what is looked for; enter and down go to the next place, up to the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, id="find.close")]

    @dataclass
    class Stepped(Message):
        """Another place is wanted.

        Attributes:
            step: 1 for the next one, -1 for the one before.
        """

        step: int

    class Closed(Message):
        """Enough was found."""

    def action_cursor_up(self, select: bool = False) -> None:
        """Go to the place before."""
        self.post_message(self.Stepped(-1))

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the next place."""
        self.post_message(self.Stepped(1))

    def action_leave(self) -> None:
        """Close the row."""
        self.post_message(self.Closed())


class EntryView(Vertical):
    """Shows an entry and lets one write in it; knows nothing of where it lies.

    Args:
        hint: said while the text is empty.
        find_hint: said while nothing is looked for.
        none_found: said where a text is nowhere.
        rest: said below the preview of a text that is too long to be drawn whole.
    """

    def __init__(self, hint: str, find_hint: str, none_found: str, rest: str) -> None:
        super().__init__(id="entry")
        self._hint, self._find_hint, self._none_found, self._rest = hint, find_hint, none_found, rest

    def compose(self) -> ComposeResult:
        """Put who sees it above the text, and what it is about below."""
        yield Static("", id="seen", classes="quiet")
        yield ProseEditor(placeholder=self._hint, id="text")
        yield Preview(id="preview")
        with Vertical(id="finding"):
            yield Find(placeholder=self._find_hint, id="find")
            yield Static("", id="found", classes="quiet")
        yield Static("", id="about", classes="quiet")

    def on_mount(self) -> None:
        """Begin with the text alone."""
        self.query_one("#preview").display = False
        self.query_one("#finding").display = False

    @property
    def editor(self) -> ProseEditor:
        """Where it is written."""
        return self.query_one("#text", ProseEditor)

    @property
    def is_previewed(self) -> bool:
        """Whether one looks at the text as it reads."""
        return bool(self.query_one("#preview").display)

    @property
    def is_searched(self) -> bool:
        """Whether one looks for words in it."""
        return bool(self.query_one("#finding").display)

    def say(self, seen: str, about: str) -> None:
        """Say who sees it and what it is about."""
        self.query_one("#seen", Static).update(Content(seen))
        self.query_one("#about", Static).update(Content(about))

    # Looking at it

    def preview(self, shown: bool, *, plain: bool = False) -> None:
        """Show the text as it reads, or let one write again."""
        page, editor = self.query_one("#preview", Preview), self.editor
        if shown:
            page.show(editor.text, self._rest, plain=plain)
        page.display, editor.display = shown, not shown
        (page if shown else editor).focus()

    # Finding words

    def search(self) -> None:
        """Open the row to find words with."""
        self.query_one("#finding").display = True
        field = self.query_one("#find", Find)
        field.select_all()
        field.focus()

    @on(Find.Closed)
    def close_search(self) -> None:
        """Close the row; what was found stays marked."""
        self.query_one("#finding").display = False
        self.editor.focus()

    @on(Editor.Edited, "#find")
    def _look(self) -> None:
        self._find(1, onward=False)

    @on(Find.Submitted, "#find")
    def _next(self) -> None:
        self._find(1, onward=True)

    @on(Find.Stepped)
    def _step(self, event: Find.Stepped) -> None:
        self._find(event.step, onward=True)

    def _find(self, step: int, *, onward: bool) -> None:
        wanted = self.query_one("#find", Find).text
        number, of = self.editor.find(wanted, step, onward=onward)
        said = f"{number}/{of}" if of else self._none_found if wanted else ""
        self.query_one("#found", Static).update(Content(said))
