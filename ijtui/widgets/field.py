"""A labelled field of a form; whatever its kind, its value is a string."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ijtui.widgets.choice import Choice
from ijtui.widgets.editor import Editor
from ijtui.widgets.line_editor import LineEditor

Echo = Callable[[str], str]
"""Says how a typed value is understood ("lö 21 nov, v. 47"), or why it isn't."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field asks for.

    Attributes:
        name: by which the form knows it.
        label: already in the reader's language.
        kind: one line, several lines, or a choice of a few.
        value: what stands in it from the start.
        alternatives: pairs of value and text, for a choice.
        placeholder: said while it is empty.
        echo: shown below it as one types.
    """

    name: str
    label: str
    kind: Literal["line", "text", "choice"] = "line"
    value: str = ""
    alternatives: Sequence[tuple[str, str]] = ()
    placeholder: str = ""
    echo: Echo | None = None


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

    def __init__(self, spec: Spec) -> None:
        super().__init__(id=f"field-{spec.name}", classes=f"-{spec.kind}")
        self.spec = spec

    def compose(self) -> ComposeResult:
        """Put label and field side by side, and the echo behind a line."""
        yield Static(Content(self.spec.label), classes="label")
        if self.spec.kind == "choice":
            yield Choice(self.spec.alternatives, self.spec.value)
        elif self.spec.kind == "text":
            yield Editor(self.spec.value, placeholder=self.spec.placeholder)
        else:
            yield LineEditor(self.spec.value, placeholder=self.spec.placeholder)
        if self.spec.echo is not None:
            yield Static(Content(self.spec.echo(self.spec.value)), classes="echo")

    @property
    def value(self) -> str:
        """What stands in the field now."""
        if self.spec.kind == "choice":
            return self.query_one(Choice).value
        return self.query_one(Editor).text

    @value.setter
    def value(self, value: str) -> None:
        """Put a value in, as if it had been typed."""
        if self.spec.kind == "choice":
            self.query_one(Choice).value = value
        elif value != self.value:
            self.query_one(Editor).replace_text(value)

    def take_focus(self) -> None:
        """Put the cursor here."""
        self.query_one(Choice if self.spec.kind == "choice" else Editor).focus()

    @on(Editor.Edited)
    @on(Choice.Changed)
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
