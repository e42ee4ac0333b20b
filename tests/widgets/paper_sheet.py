"""A small app around one text area that keeps what its terminal shows and how much was sent to it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pyte
from rich.console import Console, RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static, TextArea

from ijtui.widgets.compositor import RowCompositor
from ijtui.widgets.editor.paper import Paper

Picture = list[list[tuple[object, ...]]]
"""Rows of cells: letter, colours and attributes of each."""


class NearScreen(Screen[None]):
    """A screen that paints the way ours do."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = RowCompositor()


class Sheet(App[None]):
    """A text area between two lines, on a terminal of its own.

    Our editor is painted by our compositor, and the stock text area by Textual's.

    Args:
        area: the text area.
        size: columns and rows.
        classes: "grows" for a height that follows the text, from 3 to 6 rows.
    """

    CSS = """
    TextArea, TextArea:focus { border: none; padding: 0 1; height: 1fr; }
    TextArea.grows { height: auto; min-height: 3; max-height: 6; }
    """

    def __init__(self, area: TextArea, size: tuple[int, int] = (30, 12), classes: str = "") -> None:
        super().__init__()
        self.area = area
        self.size_asked = size
        area.add_class(*classes.split())
        self.console = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)
        self._terminal = pyte.Screen(*size)
        self._stream = pyte.Stream(self._terminal)
        self.sent: list[int] = []

    def get_default_screen(self) -> Screen[None]:
        return NearScreen() if isinstance(self.area, Paper) else super().get_default_screen()

    def compose(self) -> ComposeResult:
        yield Static("above")
        yield self.area
        yield Static("below")

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            data = renderable.render_segments(self.console)
            self.sent.append(len(data.encode()))
            self._stream.feed(data)
        super()._display(screen, renderable)

    def picture(self) -> Picture:
        """What the terminal shows now."""
        terminal = self._terminal
        return [
            [tuple(terminal.buffer[y][x]) for x in range(terminal.columns)] for y in range(terminal.lines)
        ]

    def rows(self) -> list[str]:
        """The letters that the terminal shows now, row by row."""
        return ["".join(str(cell[0]) for cell in row).rstrip() for row in self.picture()]

    async def resize(self, pilot: Pilot[None], columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._terminal.resize(rows, columns)
        await pilot.resize_terminal(columns, rows)


async def settle(pilot: Pilot[None]) -> None:
    """Let every message be taken, and every frame that follows be painted."""
    for _ in range(5):
        await pilot.pause(0)


Script = Callable[[Sheet, Pilot[None]], Awaitable[None]]


def play(sheet: Sheet, script: Script) -> None:
    """Run the app, put the cursor into the text area, and follow the script."""

    async def run() -> None:
        async with sheet.run_test(size=sheet.size_asked) as pilot:
            sheet.area.focus()
            await settle(pilot)
            await script(sheet, pilot)

    asyncio.run(run())
