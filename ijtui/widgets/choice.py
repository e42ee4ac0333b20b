"""A few alternatives on one row, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from ijtui.widgets.row import Piece, Row, length


class Choice(Row, can_focus=True):
    """Shows `( ) one  (x) other`; arrows, space and clicks change it, enter says that it is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False, id="choice.left"),
        Binding("right,space", "step(1)", show=False, id="choice.right"),
        Binding("up", "app.focus_previous", show=False, id="choice.up"),
        Binding("down", "app.focus_next", show=False, id="choice.down"),
        Binding("enter", "submit", show=False, id="choice.submit"),
    ]

    value: reactive[str] = reactive("")
    """The alternative that holds; "" for none."""

    @dataclass
    class Changed(Message):
        """A person chose another alternative.

        Attributes:
            choice: the row.
            value: what holds now.
        """

        choice: Choice
        value: str

        @property
        def control(self) -> Choice:
            """The row, for `@on` selectors."""
            return self.choice

    @dataclass
    class Submitted(Message):
        """Enter was pressed.

        Attributes:
            choice: the row.
        """

        choice: Choice

        @property
        def control(self) -> Choice:
            """The row, for `@on` selectors."""
            return self.choice

    def __init__(
        self, alternatives: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None
    ) -> None:
        """Make the row.

        Args:
            alternatives: pairs of value and text.
            value: the one that holds; "" for none.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._alternatives = tuple(alternatives)
        self.set_reactive(Choice.value, value)

    def pieces(self) -> Sequence[Piece]:
        """Return the alternatives, in a narrow window those from which on the one that holds can be seen."""
        drawn = [(value, self._drawn(value, text)) for value, text in self._alternatives]
        held = next((at for at, (value, _piece) in enumerate(drawn) if value == self.value), 0)
        first = 0
        while first < held and length(drawn[first : held + 1]) > self.size.width:
            first += 1
        return drawn[first:]

    def _drawn(self, value: str, text: str) -> Content:
        holds = value == self.value
        return Content(f"({'x' if holds else ' '}) {text}").stylize("bold" if holds else "")

    def action_step(self, step: int) -> None:
        """Choose the next alternative, round and round."""
        values = [value for value, _text in self._alternatives]
        here = values.index(self.value) if self.value in values else -1 if step > 0 else 0
        self._choose(values[(here + step) % len(values)])

    def action_submit(self) -> None:
        """Say that the choice is made."""
        self.post_message(self.Submitted(self))

    def clicked(self, key: str) -> None:
        """Choose what was clicked."""
        self._choose(key)

    def _choose(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))
