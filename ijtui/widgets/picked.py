"""One of many, chosen in a list of its own: shows which, and asks for the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ijtui.widgets.fit import shortened

NOVEL = "new:"
"""Before the text of a value that is none of the alternatives."""


class Source(Protocol):
    """Alternatives that are too many to be listed: one asks for those that fit what is typed."""

    def found(self, typed: str) -> Sequence[tuple[str, str]]:
        """Return the first pairs of value and text that fit."""

    def named(self, value: str) -> str:
        """Return the text of a value, or "" where there is none."""


class Picked(Widget, can_focus=True):
    """Shows what is picked; enter, space or the first letter of another asks for the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "ask", show=False, id="picked.ask"),
        Binding("up", "app.focus_previous", show=False, id="picked.up"),
        Binding("down", "app.focus_next", show=False, id="picked.down"),
    ]

    value: reactive[str] = reactive("")
    """The alternative that is picked, `new:` and a text, or "" for none."""

    @dataclass
    class Asked(Message):
        """The list is wanted.

        Attributes:
            typed: what to look for in it, or "".
        """

        typed: str

    class Changed(Message):
        """Another alternative was picked."""

    def __init__(
        self,
        alternatives: Sequence[tuple[str, str]],
        value: str = "",
        *,
        placeholder: str = "",
        source: Source | None = None,
        id: str | None = None,
    ) -> None:
        """Make the row.

        Args:
            alternatives: pairs of value and text.
            value: the one that is picked; "" for none.
            placeholder: said while none is.
            source: of further alternatives.
            id: the widget's id.
        """
        super().__init__(id=id)
        self.alternatives = tuple(alternatives)
        self.source = source
        self._names = dict(alternatives)
        self._placeholder = placeholder
        self.set_reactive(Picked.value, value)

    def render(self) -> Content:
        """Draw what is picked, and the key that opens the list."""
        named = self._named(self.value)
        shown = shortened(named or self._placeholder, self.size.width - 2)
        return Content.assemble(
            (shown, "" if named else "$quiet"), " ", ("⏎" if self.has_focus else "", "$quiet")
        )

    def _named(self, value: str) -> str:
        if value not in self._names:
            elsewhere = self.source.named(value) if self.source and not value.startswith(NOVEL) else ""
            self._names[value] = elsewhere or value.removeprefix(NOVEL)
        return self._names[value]

    def pick(self, value: str) -> None:
        """Pick that one."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are for looking in the list."""
        return character is not None and character.isalpha()

    def on_key(self, event: events.Key) -> None:
        """Look in the list for what begins like this."""
        if event.character is not None and event.character.isalpha():
            event.stop()
            event.prevent_default()
            self.post_message(self.Asked(event.character))

    def action_ask(self) -> None:
        """Ask for the list."""
        self.post_message(self.Asked(""))

    def on_click(self) -> None:
        """Ask for the list."""
        self.action_ask()

    def on_focus(self) -> None:
        """Show the key."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the key away."""
        self.refresh()
