"""Where in the conversation one is: the stations on one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from ijtui.widgets.fit import shortened
from ijtui.widgets.row import Piece, Row, length

_NAME = 12
"""Cells for the name of the other one; longer ones are shortened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One station on the row.

    Attributes:
        key: what a click asks for.
        name: short.
        done: every question is talked through or parked.
        minutes: "16/15 min" for the one where one is, else "".
    """

    key: str
    name: str
    done: bool = False
    minutes: str = ""


class Stepper(Row):
    """One row: "(x) The year behind   > Work environment 16/15 min   ( ) The future   ( ) Plan"."""

    steps: reactive[tuple[Step, ...]] = reactive(())
    """All stations in order."""

    here: reactive[str] = reactive("")
    """The key of the station where one is."""

    other: reactive[str] = reactive("")
    """What the other one is called, while they are there."""

    other_at: reactive[frozenset[str]] = reactive(frozenset())
    """The keys of the stations where the other one is."""

    @dataclass
    class Clicked(Message):
        """A station was clicked.

        Attributes:
            key: which.
        """

        key: str

    def pieces(self) -> Sequence[Piece]:
        """Return the stations in order; where there is no room for their names, the others' numbers."""
        full = [(step.key, self._drawn(step, step.name)) for step in self.steps]
        if length(full) <= self.size.width:
            return full
        names = [step.name if step.key == self.here else str(at) for at, step in enumerate(self.steps, 1)]
        return [(step.key, self._drawn(step, name)) for step, name in zip(self.steps, names, strict=True)]

    def _drawn(self, step: Step, name: str) -> Content:
        at = step.key == self.here
        sign = ">" if at else "(x)" if step.done else "( )"
        text = " ".join(part for part in (sign, name, step.minutes) if part)
        drawn = Content(text).stylize("bold" if at else "$quiet")
        if step.key not in self.other_at:
            return drawn
        return Content.assemble(drawn, (f" · {shortened(self.other, _NAME)}", "$accent"))

    def clicked(self, key: str) -> None:
        """Ask to go there."""
        self.post_message(self.Clicked(key))
