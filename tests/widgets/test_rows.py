"""The first row and the last: where one is, and which keys do what."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from ijtui.themes import THEMES
from ijtui.widgets.choice import Choice
from ijtui.widgets.field import Field, Spec
from ijtui.widgets.key_bar import Hint, KeyBar
from ijtui.widgets.mode_bar import ModeBar
from ijtui.widgets.picked import Picked
from ijtui.widgets.title import Title

HINTS = tuple(Hint(key, f"word{key}", "") for key in ("a", "b", "c", "d"))


class Shelf(App[None]):
    """One widget, alone."""

    CSS = "Title, KeyBar, ModeBar, Choice, Picked { height: 1; }"

    def __init__(self, widget: Callable[[], Widget]) -> None:
        super().__init__()
        self._widget = widget
        self.heard: list[object] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dark"

    def compose(self) -> ComposeResult:
        yield self._widget()

    def on_field_changed(self, event: Field.Changed) -> None:
        self.heard.append(event.field.value)

    def on_field_asked(self, event: Field.Asked) -> None:
        self.heard.append(("asked", event.typed))

    def on_field_submitted(self) -> None:
        self.heard.append("done")


def drawn(widget: Callable[[], Widget], width: int, *keys: str, heard: list[object] | None = None) -> str:
    """Return the first row after these keys."""

    async def run() -> str:
        app = Shelf(widget)
        async with app.run_test(size=(width, 4)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            if heard is not None:
                heard.extend(app.heard)
            return app.screen._compositor.render_strips(app.size)[0].text.rstrip()

    return asyncio.run(run())


def key_bar() -> Widget:
    bar = KeyBar()
    bar.hints = HINTS
    return bar


def test_the_most_important_keys_are_shown_and_the_last_one_always() -> None:
    assert drawn(key_bar, 80) == "a worda   b wordb   c wordc   d wordd"
    assert drawn(key_bar, 30) == "a worda   b wordb   d wordd"
    assert drawn(key_bar, 8) == "d wordd"


def test_the_right_of_the_title_is_never_cut_for_the_left() -> None:
    assert drawn(lambda: Title("Utvecklingssamtal med Åsa", "sparat 09:30"), 40).endswith("sparat 09:30")
    assert drawn(lambda: Title("Utvecklingssamtal med Åsa", "sparat 09:30"), 30).startswith(
        "Utvecklingssamt…  "
    )


def test_the_area_where_one_is_carries_a_mark_and_not_only_weight() -> None:
    def bar() -> Widget:
        made = ModeBar()
        made.names = (("today", "Today"), ("people", "People"))
        made.here = "people"
        return made

    assert drawn(bar, 60).split() == ["1", "Today", ">2", "People"]


@pytest.mark.parametrize(
    ("keys", "value"), [(("right",), "b"), (("left",), "c"), (("space", "space", "space"), "a")]
)
def test_a_choice_goes_round_with_the_arrow_keys(keys: tuple[str, ...], value: str) -> None:
    spec = Spec("x", "X", "choice", "a", (("a", "A"), ("b", "B"), ("c", "C")))
    heard: list[object] = []
    drawn(lambda: Field(spec), 60, "tab", *keys, "enter", heard=heard)
    assert heard[-2:] == [value, "done"]


def test_a_pick_asks_for_its_list_with_enter_or_a_first_letter() -> None:
    spec = Spec("x", "X", "pick", "", (("1", "Åsa"),), "choose")
    heard: list[object] = []
    drawn(lambda: Field(spec), 60, "tab", "enter", "å", heard=heard)
    assert heard == [("asked", ""), ("asked", "å")]


def test_a_pick_shows_what_it_stands_for() -> None:
    alternatives = (("1", "Åsa [b]Berg[/]"),)
    assert drawn(lambda: Picked(alternatives, "1"), 40).startswith("Åsa [b]Berg[/]")
    assert drawn(lambda: Picked(alternatives, "new:Nils"), 40).startswith("Nils")
    assert drawn(lambda: Picked(alternatives, placeholder="choose"), 40).startswith("choose")


def test_a_choice_shows_which_one_holds_without_colour() -> None:
    assert drawn(lambda: Choice((("a", "[A]"), ("b", "B")), "b"), 40) == "( ) [A]   (x) B"
