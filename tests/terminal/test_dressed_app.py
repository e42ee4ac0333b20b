"""Colours, none at all, and plain signs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.widgets import Static

from ijtui.terminal.dressed_app import DressedApp
from ijtui.terminal.plain_signs import _TABLE, PlainSigns

DRAWN = "┌── “mål” … ‹vad› ⏎ å ä ö ─┐ 1–2 × ▊█"


class Dressed(DressedApp[None]):
    CSS = "Static { border: round $line; color: $warning; background: $surface; }"

    def __init__(self) -> None:
        super().__init__()
        self.dress("dark", plain=False)

    def rescue(self) -> bool:
        return True

    def kept_in(self) -> str:
        return ""

    def compose(self) -> ComposeResult:
        yield Static(Content(DRAWN).stylize("bold $accent"))


def segments(look: Callable[[Dressed], None]) -> list[Segment]:
    """Return what is painted of the app after `look` has dressed it."""

    async def run() -> list[Segment]:
        app = Dressed()
        async with app.run_test(size=(60, 6)) as pilot:
            look(app)
            app.screen.refresh(layout=True)
            await pilot.pause()
            strips = app.screen._compositor.render_strips(app.size)
            return [segment for strip in strips for segment in strip]

    return asyncio.run(run())


def test_plain_signs_take_the_place_of_lines_and_quotes_one_cell_for_one() -> None:
    (painted,) = PlainSigns().apply([Segment(DRAWN)], Color.parse("#000000"))
    assert painted.text == '+-- "mål" . <vad> ⏎ å ä ö -+ 1-2 x ##'
    assert cell_len(painted.text) == cell_len(DRAWN)


def test_every_plain_sign_takes_one_cell() -> None:
    assert {cell_len(chr(code)) for code in _TABLE} == {1}
    assert all(len(plain) == 1 and plain.isascii() for plain in _TABLE.values())


def test_borders_are_drawn_plainly_too() -> None:
    text = "".join(segment.text for segment in segments(lambda app: app.dress("dark", plain=True)))
    assert "+---" in text
    assert "─" not in text
    assert "╭" not in text


def test_what_was_drawn_plainly_can_be_drawn_in_full_again() -> None:
    def there_and_back(app: Dressed) -> None:
        app.dress("dark", plain=True)
        app.dress("dark", plain=False)

    assert "╭───" in "".join(segment.text for segment in segments(there_and_back))


def test_no_color_sends_no_colour_whatever_theme_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    painted = segments(lambda app: app.dress("light", plain=False))
    colours = [
        colour.name
        for segment in painted
        if segment.style is not None
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None and not colour.is_default
    ]
    assert colours == []
    assert any(segment.style and segment.style.bold for segment in painted), "weight stays"


def test_with_colour_there_is_colour() -> None:
    painted = segments(lambda app: app.dress("light", plain=False))
    assert any(
        segment.style and segment.style.color and not segment.style.color.is_default for segment in painted
    )
