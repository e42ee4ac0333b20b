"""The same hostile text in every kind of place that shows text."""

from __future__ import annotations

import os

from rich.text import Text
from textual.app import App as StockApp
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import (
    Button,
    Checkbox,
    DataTable,
    Input,
    Label,
    Log,
    OptionList,
    RichLog,
    Static,
    TextArea,
    Tree,
)

from ijtui.terminal.safe_app import SafeApp

ORDERS = ("\x1b]2;taken\x1b\\", "\x1b[21t", "\x9b21t", "\x00", "\u202e", "\x0e")
"""Set the title, ask for it as if typed, the same in C1, NUL, right-to-left, another character set."""

HOSTILE = "in" + "".join(ORDERS) + "nocent"
PLACES = 14


class Exhibition:
    """What both apps show."""

    CSS = """
    Screen { layout: grid; grid-size: 3; }
    * { height: 3; }
    """
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content(HOSTILE))
        yield Static(HOSTILE, markup=False)
        yield Label(Text(HOSTILE))
        yield Button(Content(HOSTILE))
        yield Checkbox(Content(HOSTILE))
        yield OptionList(Content(HOSTILE))
        yield Input(HOSTILE)
        yield TextArea(HOSTILE)
        yield Tree(Text(HOSTILE))
        yield DataTable(show_header=False)
        yield RichLog()
        yield Log()
        yield Static(id="framed")

    def on_mount(self: Exhibition) -> None:
        assert isinstance(self, StockApp)
        table = self.query_one(DataTable)
        table.add_column("c")
        table.add_row(Text(HOSTILE))
        self.query_one(RichLog).write(Text(HOSTILE))
        self.query_one(Log).write(HOSTILE)
        framed = self.query_one("#framed", Static)
        framed.styles.border = ("round", "red")
        framed.border_title = HOSTILE
        self.notify(HOSTILE, markup=False, timeout=60)


class Guarded(Exhibition, SafeApp[None]):
    """As we show it."""

    def rescue(self) -> bool:
        return True

    def kept_in(self) -> str:
        return ""


class Stock(Exhibition, StockApp[None]):
    """As Textual would show it."""


App = Stock if "STOCK" in os.environ else Guarded
