"""The rows that one walks through: a question's heading, and the row that leads on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ijtui.widgets.fit import fitted, shortened

_BEGINS = 40
"""Column where the answers begin, so that they stand below one another."""


@dataclass(frozen=True, slots=True)
class State:
    """What a heading shows.

    Attributes:
        done: the question is talked through, or answered.
        side: a word or two at the right: "risk", "parked".
        begins: how the answer begins.
    """

    done: bool = False
    side: str = ""
    begins: str = ""


class Heading(Widget, can_focus=True):
    """One row: the mark, whether it is done, number and title, and a word at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False, id="question.open"),
    ]

    state: reactive[State] = reactive(State())
    """What is shown."""

    opened: reactive[bool] = reactive(False)
    """Whether the question is the open one."""

    here: reactive[bool] = reactive(False)
    """Whether the cursor is at the question: on this row, or in what belongs to it."""

    @dataclass
    class Chosen(Message):
        """The question was asked to open, or to close if it is open.

        Attributes:
            heading: the heading that was chosen.
        """

        heading: Heading

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._title = title

    def render(self) -> Content:
        """Draw the row."""
        strong = "bold" if self.opened or self.here else ""
        marks = f"{'>' if self.here else ' '} {'(x)' if self.state.done else '( )'}"
        left = f"{marks} {self._number:>2} {self._title}"
        side = f"  {self.state.side}" if self.state.side else ""
        room = max(0, self.size.width - cell_len(side))
        left = shortened(left, room).ljust(min(_BEGINS, room))
        begins = "" if self.opened else fitted(f"  {self.state.begins}", room - cell_len(left))
        air = " " * max(0, room - cell_len(left) - cell_len(begins))
        return Content.assemble((left, strong), (begins, "$quiet"), air, (side, "bold"))

    def action_open(self) -> None:
        """Open the question, or close it when it is open."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Do what enter does."""
        event.stop()
        self.action_open()


class Onward(Widget, can_focus=True):
    """The last row of a station: where one goes from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False, id="onward.go"),
    ]

    class Went(Message):
        """A person wants to go on."""

    text: reactive[str] = reactive("")
    """Where it leads."""

    def render(self) -> Content:
        """Draw the row."""
        mark = ">" if self.has_focus else " "
        return Content.assemble((f"{mark} {self.text}", "bold" if self.has_focus else ""), ("  ⏎", "$quiet"))

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the mark away."""
        self.refresh()

    def action_go(self) -> None:
        """Go on."""
        self.post_message(self.Went())

    def on_click(self) -> None:
        """Do what enter does."""
        self.action_go()
