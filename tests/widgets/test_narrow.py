"""What rows and lists show where there is no room for all of it."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.widget import Widget

from ijtui.widgets.choice import Choice
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.widgets.stepper import Step, Stepper


def shown(widget: Widget, size: tuple[int, int], css: str = "") -> list[str]:
    """Return the rows that a screen of that size shows with this widget alone."""

    class Alone(App[None]):
        CSS = css

        def compose(self) -> ComposeResult:
            yield widget

    async def run() -> list[str]:
        app = Alone()
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            return [strip.text for strip in app.screen._compositor.render_strips(app.size)]

    return asyncio.run(run())


def stepper() -> Stepper:
    made = Stepper()
    made.steps = (Step("past", "The year behind", done=True), Step("plan", "Plan", minutes="3/15 min"))
    made.here = "plan"
    return made


def test_stations_have_their_names_where_there_is_room() -> None:
    assert shown(stepper(), (50, 1)) == ["(x) The year behind   > Plan 3/15 min".ljust(50)]


def test_in_a_narrow_window_the_other_stations_have_numbers_and_one_sees_where_one_is() -> None:
    assert shown(stepper(), (30, 1)) == ["(x) 1   > Plan 3/15 min".ljust(30)]


def test_an_ellipsis_says_that_there_are_more_alternatives() -> None:
    choice = Choice([("a", "development goal"), ("b", "performance goal")], "a")
    assert shown(choice, (32, 1)) == ["(x) development goal   ( ) perf…"]


_BAR = "Lines { scrollbar-size-vertical: 1; overflow-x: hidden; }"


class ManyCommands(Lines):
    def on_mount(self) -> None:
        self.show([Line((f"command {number}", "F12"), str(number)) for number in range(9)])


def test_the_scroll_bar_of_a_list_covers_no_letter() -> None:
    rows = shown(ManyCommands(Column(), Column(3, right=True)), (24, 4), _BAR)
    assert all("F12" in row for row in rows), rows
