"""What an opened question shows: its text, both preparations, the editor, and last time."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from ijtui.widgets.choice import Choice
from ijtui.widgets.editor import Editor


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read beside what is written.

    Attributes:
        name: whose it is, or when.
        body: as it was written; may be empty.
    """

    name: str
    body: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an opened question shows; all words are in the reader's language already.

    Attributes:
        seen_by: who can see what is written here.
        body: what is written so far.
        choices: alternatives of a question that is answered by choosing, or ().
        choice: the one that holds.
        sides: the preparations, beside each other where there is room.
        beside: what was said last time, at the right where there is room, or None.
        private: the reader's own note, or None where there can be none.
        private_seen_by: who can see that.
    """

    text: str
    hint: str = ""
    seen_by: str = ""
    body: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    choice: str = ""
    sides: tuple[Passage, ...] = ()
    beside: Passage | None = None
    private: str | None = None
    private_seen_by: str = ""


class Body(Vertical):
    """The opened part: question, preparations, editor, and what was said last time."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Put the parts below one another; beside each other where there is room."""
        sheet = self._sheet
        yield Static(Content(sheet.text), classes="text")
        if sheet.hint:
            yield Static(Content(sheet.hint), classes="quiet")
        if sheet.sides:
            with Horizontal(classes="sides"):
                for side in sheet.sides:
                    yield Side(side)
        if sheet.choices:
            yield Choice(sheet.choices, sheet.choice)
        with Horizontal(classes="write"):
            with Vertical(classes="paper"):
                yield Static(Content(sheet.seen_by), id="seen", classes="seen")
                yield Editor(sheet.body, placeholder=sheet.placeholder, id="answer")
                yield Static("", id="advice", classes="quiet")
            if sheet.beside is not None:
                yield Side(sheet.beside, classes="beside")
        if sheet.private is not None:
            with Vertical(classes="paper private"):
                yield Static(Content(sheet.private_seen_by), classes="seen")
                yield Editor(sheet.private, id="private")

    def on_mount(self) -> None:
        """Show a private note that exists; an empty one comes with its key."""
        for paper in self.query(".private"):
            paper.display = bool(self._sheet.private)

    def renew(self, sheet: Sheet) -> None:
        """Show what has become of the answer that is chosen and of the preparations; what is typed stays."""
        for choice in self.query(Choice):
            choice.value = sheet.choice
        sides = self.query(".sides > Side").results(Side)
        for side, passage in zip(sides, sheet.sides, strict=False):
            side.show(passage)

    def say_who(self, text: str, *, warns: bool = False) -> None:
        """Say above what is written who sees it, or who writes it now.

        Args:
            text: in one row.
            warns: somebody tried to write and couldn't.
        """
        for line in self.query("#seen").results(Static):  # there is none while the body is being made
            if str(line.content) != text:
                line.update(Content(text))
            line.set_class(warns, "-said")

    def advise(self, text: str) -> None:
        """Say something below what is written; "" takes it away."""
        line = self.query_one("#advice", Static)
        if str(line.content) != text:
            line.update(Content(text))
            line.set_class(bool(text), "-said")


class Side(Horizontal):
    """A text to read, with its name before it."""

    def __init__(self, passage: Passage, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._passage = passage

    def compose(self) -> ComposeResult:
        """Put the name before the text."""
        yield Static(Content(self._passage.name), classes="name")
        yield Static(Content(self._passage.body), classes="said")

    def show(self, passage: Passage) -> None:
        """Show another text, if it is another."""
        if passage != self._passage:
            self._passage = passage
            self.query_one(".name", Static).update(Content(passage.name))
            self.query_one(".said", Static).update(Content(passage.body))
