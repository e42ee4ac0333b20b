"""Painting only where something changed leaves the same picture as painting everything."""

from __future__ import annotations

import asyncio

import pyte
import pytest
from rich.console import Console, RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from tests.widgets.paper_sheet import NearScreen, settle

SIZE = (40, 12)


class Wall(App[None]):
    """Boxes beside, within and above one another; one of them scrolls and one is cut off."""

    CSS = """
    Screen { layers: below above; }
    #beside { height: 5; }
    #scrolling { width: 20; border: round red; }
    #beside Static { width: 30; height: 3; margin: 1; }
    #over { layer: above; offset: 5 2; width: 12; height: 4; background: blue 50%; }
    """

    def __init__(self, screen: type[Screen[None]]) -> None:
        super().__init__()
        self._first = screen
        self.console = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)
        self.terminal = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self.terminal)

    def get_default_screen(self) -> Screen[None]:
        return self._first()

    def compose(self) -> ComposeResult:
        with Horizontal(id="beside"):
            with VerticalScroll(id="scrolling"):
                for number in range(5):
                    yield Static(f"row {number}", id=f"row{number}")
            yield Static("cut off at the right edge", id="cut")
        yield Static("below", id="below")
        yield Static("over", id="over")

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            self._stream.feed(renderable.render_segments(self.console))
        super()._display(screen, renderable)

    async def change(self, pilot: Pilot[None], step: str) -> None:
        """Change one thing."""
        if step == "scroll":
            self.query_one("#scrolling").scroll_relative(y=2, animate=False)
        elif step == "hide":
            self.query_one("#over").display = False
        elif step == "resize":
            self.terminal.resize(8, 30)
            await pilot.resize_terminal(30, 8)
        else:
            self.query_one(step, Static).update(f"{step} anew\nand more")


def pictures(screen: type[Screen[None]], steps: list[str]) -> list[list[list[object]]]:
    """What the terminal shows after each step."""
    seen: list[list[list[object]]] = []

    async def run() -> None:
        wall = Wall(screen)
        async with wall.run_test(size=SIZE) as pilot:
            for step in steps:
                await wall.change(pilot, step)
                await settle(pilot)
                shown = wall.terminal
                seen.append([[shown.buffer[y][x] for x in range(shown.columns)] for y in range(shown.lines)])

    asyncio.run(run())
    return seen


@pytest.mark.parametrize(
    "steps",
    [
        ["#row0", "#cut", "#over", "#below"],
        ["#over", "scroll", "#row2", "#row1", "hide", "#row0"],
        ["scroll", "resize", "#cut", "#over", "scroll", "#below"],
    ],
)
def test_every_change_leaves_the_same_picture(steps: list[str]) -> None:
    assert pictures(NearScreen, steps) == pictures(Screen, steps)
