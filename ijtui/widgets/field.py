"""A labelled field of a form; whatever its kind, its value is a string."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ijtui.widgets.choice import Choice
from ijtui.widgets.editor import Editor
from ijtui.widgets.line_editor import LineEditor
from ijtui.widgets.picked import Picked, Source

Echo = Callable[[str], str]
"""Says how a typed value is understood ("lö 21 nov, v. 47"), or why it isn't."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field asks for.

    Attributes:
        name: by which the form knows it.
        label: already in the reader's language.
        kind: one line, several lines, a choice of a few, or one picked of many.
        value: what stands in it from the start.
        alternatives: pairs of value and text, for a choice or a pick.
        novel: for a pick: what to say of a text that is none of them and may be picked all the same
            ("New person: {text}"); its value is then `new:` and the text.
        source: of further alternatives for a pick, where there may be thousands.
        placeholder: said while it is empty.
        echo: shown below it as one types.
    """

    name: str
    label: str
    kind: Literal["line", "text", "choice", "pick"] = "line"
    value: str = ""
    alternatives: Sequence[tuple[str, str]] = ()
    placeholder: str = ""
    novel: str = ""
    echo: Echo | None = None
    source: Source | None = None


class Field(Horizontal):
    """A label at the left and the field at the right."""

    @dataclass
    class Changed(Message):
        """The value changed.

        Attributes:
            field: which one.
        """

        field: Field

        @property
        def control(self) -> Field:
            """The field, for `@on` selectors."""
            return self.field

    @dataclass
    class Submitted(Message):
        """Enter was pressed in it.

        Attributes:
            field: which one.
        """

        field: Field

        @property
        def control(self) -> Field:
            """The field, for `@on` selectors."""
            return self.field

    @dataclass
    class Asked(Message):
        """The list of what can be picked is wanted.

        Attributes:
            field: for which field.
            typed: what to look for in it, or "".
        """

        field: Field
        typed: str

    def __init__(self, spec: Spec) -> None:
        super().__init__(id=f"field-{spec.name}", classes=f"-{spec.kind}")
        self.spec = spec

    def compose(self) -> ComposeResult:
        """Put label and field side by side, and the echo behind a line."""
        yield Static(Content(self.spec.label), classes="label")
        if self.spec.kind == "choice":
            yield Choice(self.spec.alternatives, self.spec.value)
        elif self.spec.kind == "pick":
            spec = self.spec
            yield Picked(spec.alternatives, spec.value, placeholder=spec.placeholder, source=spec.source)
        elif self.spec.kind == "text":
            yield Editor(self.spec.value, placeholder=self.spec.placeholder)
        else:
            yield LineEditor(self.spec.value, placeholder=self.spec.placeholder, replaced=True)
        if self.spec.echo is not None:
            yield Static(Content(self.spec.echo(self.spec.value)), classes="echo")

    def on_mount(self) -> None:
        """Let one go on where a longer text ends."""
        for editor in self.query(Editor):
            editor.move_cursor(editor.document.end)

    @property
    def value(self) -> str:
        """What stands in the field now."""
        if self.spec.kind == "choice":
            return self.query_one(Choice).value
        if self.spec.kind == "pick":
            return self.query_one(Picked).value
        return self.query_one(Editor).text

    @value.setter
    def value(self, value: str) -> None:
        """Put a value in; of a choice or a pick nobody is told, as no person made it."""
        if self.spec.kind == "choice":
            self.query_one(Choice).value = value
        elif self.spec.kind == "pick":
            self.query_one(Picked).value = value
        elif value != self.value:
            self.query_one(Editor).replace_text(value)

    def on_key(self, event: events.Key) -> None:
        """Let what is typed on a choice do nothing: who believes to be in the text means no command by it."""
        if self.spec.kind == "choice" and event.is_printable and event.character != " ":
            event.stop()
            event.prevent_default()

    def pick(self, value: str) -> None:
        """Take what was picked in the list."""
        self.query_one(Picked).pick(value)

    def take_focus(self) -> None:
        """Put the cursor here."""
        self.query("Choice, Picked, Editor").first().focus()

    @on(Editor.Edited)
    @on(Choice.Changed)
    @on(Picked.Changed)
    def _tell(self, event: Message) -> None:
        event.stop()
        if self.spec.echo is not None:
            self.query_one(".echo", Static).update(Content(self.spec.echo(self.value)))
        self.post_message(self.Changed(self))

    @on(LineEditor.Submitted)
    @on(Choice.Submitted)
    def _done(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted(self))

    @on(Picked.Asked)
    def _ask(self, event: Picked.Asked) -> None:
        event.stop()
        self.post_message(self.Asked(self, event.typed))
