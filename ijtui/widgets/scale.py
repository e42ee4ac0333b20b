"""What each step of a scale means, with the one that is chosen marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        label: its number.
        name: a word or two.
        text: what it means.
        here: it is the one that is chosen.
    """

    label: str
    name: str
    text: str
    here: bool = False


class Scale(VerticalScroll, can_focus=False):
    """A heading and the steps below one another.

    Args:
        steps: how many there are.
        id: the widget's id.
    """

    def __init__(self, steps: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = steps

    def compose(self) -> ComposeResult:
        """Put the steps below the heading."""
        yield Static(classes="heading")
        for _number in range(self._count):
            yield Horizontal(Static(classes="number"), Static(classes="said"), classes="step")

    def show(self, heading: str, steps: Sequence[Step]) -> None:
        """Show these steps; fewer than there is room for leave the rest empty."""
        self.query_one(".heading", Static).update(Content(heading))
        for row, step in zip(self._rows(), (*steps, *[Step("", "", "")] * self._count), strict=False):
            row.display = bool(step.label)
            row.set_class(step.here, "-here")
            row.query_one(".number", Static).update(Content(f"{'>' if step.here else ' '} {step.label}"))
            name = Content.assemble((f"{step.name}  ", "bold")) if step.name else Content("")
            row.query_one(".said", Static).update(name + Content(step.text))

    def _rows(self) -> Iterator[Horizontal]:
        return iter(self.query(".step").results(Horizontal))
