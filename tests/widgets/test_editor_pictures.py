"""The editor shows at every moment what the stock text area would show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from ijtui.widgets.editor import Editor
from tests.widgets.paper_sheet import Picture, Sheet, play, settle

TYPED = ["a", "å", "space", "space", "enter", "enter", "tab", "backspace", "delete"]
MOVES = ["left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+left", "ctrl+right"]
SELECTS = ["shift+left", "shift+right", "shift+up", "shift+down", "f6", "f7"]
CUTS = ["ctrl+w", "ctrl+k", "ctrl+u", "ctrl+x", "ctrl+v", "ctrl+z", "ctrl+z", "ctrl+y"]
TEXTS = [
    "hej ",
    "en längre rad som måste brytas flera gånger om fältet är smalt\n",
    "\tmed tab\toch",
    "漢字かな ",
    "x" * 70,
    "a\n\nb\n",
    "[b](x)[/b] {y}",
]
MOVES_NO_CURSOR = ("scroll", "leave", "return", "read_only")


class Mended(TextArea):
    """The stock text area, mended where it ends the program or leaves an old picture standing."""

    def _recompute_cursor_offset(self) -> None:
        """Look for the cursor within the text, also while an undo has just shortened it."""
        place = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(place)

    def _rewrap_and_refresh_virtual_size(self) -> None:
        """Paint again what is wrapped anew, also where it comes to as many rows as before."""
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()


@dataclass(frozen=True)
class Form:
    """How both are laid out.

    Attributes:
        grows: the height follows the text.
        lifted: the line that the cursor is in has another background.
        wraps: long lines are wrapped.
    """

    grows: bool
    lifted: bool
    wraps: bool


_places = st.tuples(st.integers(0, 6), st.integers(0, 60))
_steps = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(TYPED)),
    st.tuples(st.just("press"), st.sampled_from(MOVES)),
    st.tuples(st.just("press"), st.sampled_from(SELECTS)),
    st.tuples(st.just("press"), st.sampled_from(CUTS)),
    st.tuples(st.just("paste"), st.sampled_from(TEXTS)),
    st.tuples(st.just("insert"), st.sampled_from(TEXTS), _places, st.booleans()),
    st.tuples(st.just("delete"), _places, _places),
    st.tuples(st.just("select"), _places, _places),
    st.tuples(st.just("resize"), st.sampled_from([(20, 8), (30, 12), (45, 8), (21, 12)])),
    st.tuples(st.just("scroll"), st.sampled_from([-3, -1, 1, 4])),
    st.sampled_from([("undo",), ("redo",), ("leave",), ("return",), ("read_only",)]),
)


async def take(step: tuple[Any, ...], sheet: Sheet, pilot: Pilot[None]) -> None:
    """Do one step to the text area."""
    area = sheet.area
    match step:
        case ("press", key):
            await pilot.press(key)
        case ("paste", text):
            sheet.post_message(Paste(text))
        case ("resize", (columns, rows)):
            await sheet.resize(pilot, columns, rows)
        case ("scroll", rows):
            area.scroll_relative(y=rows, animate=False)
        case ("leave",):
            sheet.set_focus(None)
        case ("return",):
            area.focus()
        case ("read_only",):
            area.read_only = not area.read_only
        case _:
            edit(step, area)


def edit(step: tuple[Any, ...], area: TextArea) -> None:
    """Do one step that a program, not a person, does."""
    inside = area.clamp_visitable
    match step:
        case ("insert", text, place, keeps_selection):
            area.insert(text, inside(place), maintain_selection_offset=keeps_selection)
        case ("delete", start, end):
            area.delete(inside(start), inside(end))
        case ("select", start, end):
            area.selection = Selection(start, end)
        case ("undo",):
            area.undo()
        case ("redo",):
            area.redo()


def pictures(area: TextArea, form: Form, steps: list[tuple[Any, ...]]) -> list[Picture]:
    """What the terminal shows after each step."""
    seen: list[Picture] = []

    async def walk(sheet: Sheet, pilot: Pilot[None]) -> None:
        area.history.checkpoint_timer = float("inf")  # what is one step of undo depends on no clock
        area.match_cursor_bracket = area.cursor_blink = False
        area.highlight_cursor_line, area.soft_wrap = form.lifted, form.wraps
        await settle(pilot)
        for step in steps:
            await take(step, sheet, pilot)
            await settle(pilot)
            if isinstance(area, Mended) and step[0] not in MOVES_NO_CURSOR:
                area.scroll_cursor_visible()  # it may have been looked for before its row was there
                await settle(pilot)
            seen.append(sheet.picture())

    play(Sheet(area, classes="grows" if form.grows else ""), walk)
    return seen


# A shorter example of a failure is not searched for: every try is two runs of an app.
@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    form=st.builds(Form, st.booleans(), st.booleans(), st.sampled_from([True, True, False])),
    steps=st.lists(_steps, min_size=10, max_size=25),
)
def test_every_step_leaves_the_same_picture(form: Form, steps: list[tuple[Any, ...]]) -> None:
    expected = pictures(Mended(), form, steps)
    for step, theirs, ours in zip(steps, expected, pictures(Editor(), form, steps), strict=True):
        assert ours == theirs, step
