"""One question of an agenda: a heading of one row, and what belongs to it once it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from ijtui.widgets.choice import Choice
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Heading
from ijtui.widgets.sheet import Body, Sheet


class QuestionView(Vertical):
    """A question with its heading; the rest is made when it is opened for the first time, and kept.

    Args:
        key: the question's id.
        number: its number in the list, from 1.
        title: a few words.
    """

    opened: reactive[bool] = reactive(False)
    """Whether its texts are shown."""

    @dataclass
    class Chose(Message):
        """A person chose an answer.

        Attributes:
            view: the question.
            value: the answer.
        """

        view: QuestionView
        value: str

    def __init__(self, key: str, number: int, title: str) -> None:
        super().__init__()
        self.key = key
        self.heading = Heading(number, title)
        self.body: Body | None = None

    def compose(self) -> ComposeResult:
        """Begin with the heading alone."""
        yield self.heading

    @property
    def editor(self) -> Editor | None:
        """Where the answer is written, once it was opened."""
        return self.body.query_one("#answer", Editor) if self.body is not None else None

    @property
    def private_editor(self) -> Editor | None:
        """Where the reader's own note is written, once it was opened and if there is one."""
        found = self.body.query("#private") if self.body is not None else None
        return found.first(Editor) if found else None

    async def open(self, sheet: Sheet) -> None:
        """Show the question's texts; the first time they are made from the sheet."""
        if self.body is None:
            self.body = Body(sheet)
            await self.mount(self.body)
            for editor in self.body.query(Editor):
                editor.move_cursor(editor.document.end)  # one goes on where the text ends
        self.opened = True

    def watch_opened(self, opened: bool) -> None:
        """Show or hide what belongs to it."""
        self.heading.opened = opened
        self.set_class(opened, "-open")
        if self.body is not None:
            self.body.display = opened

    def on_descendant_focus(self) -> None:
        """Mark the heading while the cursor is in the question."""
        self.heading.here = self.has_focus_within

    def on_descendant_blur(self) -> None:
        """Take the mark away when the cursor goes to another question."""
        self.heading.here = self.has_focus_within

    def enter(self) -> None:
        """Put the cursor where one answers."""
        if self.body is not None and self.opened:
            choice = self.body.query(Choice)
            unanswered = choice and not choice.first().value
            target = choice.first() if unanswered else self.body.query_one("#answer", Editor)
            target.focus(scroll_visible=False)  # the screen brings the whole question in sight

    def show_private(self) -> None:
        """Show the reader's own note and put the cursor there."""
        editor = self.private_editor
        if editor is not None and editor.parent is not None:
            editor.parent.display = True
            editor.focus()

    @on(Choice.Submitted)
    def _go_on(self, event: Choice.Submitted) -> None:
        """Go on to the text once an answer is chosen."""
        event.stop()
        self.enter()

    @on(Choice.Changed)
    def _tell(self, event: Choice.Changed) -> None:
        event.stop()
        self.post_message(self.Chose(self, event.value))
