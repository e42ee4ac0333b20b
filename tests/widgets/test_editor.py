"""What the editor takes, refuses, tells and leaves to others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual import events, on
from textual._xterm_parser import XTermParser
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from ijtui.widgets.editor import Editor
from tests.widgets.paper_sheet import Sheet, play, settle

Walk = Callable[["Desk", Pilot[None]], Awaitable[None]]

APP_KEYS = [
    "ctrl+t",
    "ctrl+p",
    "ctrl+n",
    "ctrl+r",
    "ctrl+s",
    "ctrl+q",
    "ctrl+f",
    "ctrl+g",
    "ctrl+l",
    "ctrl+o",
]
APP_KEYS += ["f1", "f2", "f9", "escape"]


class Desk(Sheet):
    """A sheet that hears what the editor tells, and has keys of its own."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding(key, f"hear('{key}')") for key in APP_KEYS]

    def __init__(self, editor: Editor, size: tuple[int, int] = (30, 12), classes: str = "") -> None:
        super().__init__(editor, size, classes)
        self.editor = editor
        self.heard: list[Message | str] = []

    def action_hear(self, key: str) -> None:
        self.heard.append(key)

    @on(Editor.Edited)
    @on(Editor.TooLong)
    @on(Editor.Left)
    def _hear(self, message: Message) -> None:
        self.heard.append(message)

    def heard_of(self, kind: type[Message]) -> list[Message | str]:
        return [message for message in self.heard if isinstance(message, kind)]

    async def type_raw(self, pilot: Pilot[None], data: str) -> None:
        """Let the terminal send these characters, not marked as a paste."""
        for event in XTermParser().feed(data):
            assert isinstance(event, events.Event)
            self.post_message(event)
        await settle(pilot)

    async def paste(self, pilot: Pilot[None], text: str) -> None:
        """Let the terminal send these characters as one paste."""
        self.post_message(events.Paste(text))
        await settle(pilot)


def at_a_desk(editor: Editor, walk: Walk) -> None:
    """Put the cursor into the editor and walk."""
    desk = Desk(editor)

    async def script(_sheet: Sheet, pilot: Pilot[None]) -> None:
        desk.heard.clear()
        await walk(desk, pilot)

    play(desk, script)


# What comes in


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
def test_a_raw_paste_keeps_its_lines(end: str) -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.type_raw(pilot, f"ett{end}två{end}{end}tre")
        assert desk.editor.text == "ett\ntvå\n\ntre"

    at_a_desk(Editor(), walk)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
def test_a_marked_paste_keeps_its_lines_and_is_one_step(end: str) -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.paste(pilot, f"ett{end}två{end}{end}tre")
        assert desk.editor.text == "Nu: ett\ntvå\n\ntre"
        await pilot.press("ctrl+z")
        assert desk.editor.text == "Nu: "

    async def from_the_end(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.move_cursor((0, 4))
        await walk(desk, pilot)

    at_a_desk(Editor("Nu: "), from_the_end)


def test_control_characters_never_enter() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.paste(pilot, "a\x1b[31mb\x07c\x00\u202ed\ud800e\u2028f")
        desk.copy_to_clipboard("g\x9bh")
        await pilot.press("ctrl+v")
        desk.editor.insert_template("i\x1bj")
        assert desk.editor.text == "a[31mbcdefghij"
        desk.editor.replace_text("k\x1bl")
        assert desk.editor.text == "kl"
        desk.editor.load("m\x1bn")
        assert desk.editor.text == "mn"

    at_a_desk(Editor(), walk)


@pytest.mark.parametrize("text", ["\x1b[2Jhej\r\n", "å\u0000ä"])
def test_what_it_starts_with_is_clean(text: str) -> None:
    assert "\x1b" not in Editor(text).text
    assert "\r" not in Editor(text).text
    assert "\0" not in Editor(text).text


def test_nothing_enters_a_text_that_is_for_reading() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("x", "enter", "ctrl+j", "ctrl+k", "backspace", "ctrl+x")
        await desk.paste(pilot, "y")
        assert desk.editor.text == "gammalt"
        assert not desk.heard

    at_a_desk(Editor("gammalt", read_only=True), walk)


# What is refused


def test_the_limit_itself_fits() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.paste(pilot, "12345\n7890")
        assert desk.editor.text == "12345\n7890"
        assert not desk.heard_of(Editor.TooLong)

    at_a_desk(Editor(limit=10), walk)


def test_an_edit_that_would_become_too_long_is_refused_whole_and_told() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.selection = Selection((0, 0), (0, 1))
        await desk.paste(pilot, "1234567")
        assert desk.editor.text == "hejsan"
        assert desk.editor.selection == Selection((0, 0), (0, 1))
        assert desk.heard_of(Editor.TooLong)
        assert not desk.heard_of(Editor.Edited)

    at_a_desk(Editor("hejsan", limit=10), walk)


def test_what_is_replaced_makes_room() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.select_all()
        await desk.paste(pilot, "1234567890")
        assert desk.editor.text == "1234567890"

    at_a_desk(Editor("hejsan", limit=10), walk)


def test_a_text_that_is_too_long_already_can_be_made_shorter() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("delete", "x")
        assert desk.editor.text == "ejsan hejsan"
        assert len(desk.heard_of(Editor.TooLong)) == 1

    at_a_desk(Editor("hejsan hejsan", limit=10), walk)


# What is told


def test_every_change_is_told_and_says_where() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("a", "enter", "backspace", "ctrl+z", "ctrl+y", "left")
        await settle(pilot)
        told = desk.heard_of(Editor.Edited)
        assert len(told) == 5
        assert all(isinstance(message, Editor.Edited) and message.control is desk.editor for message in told)

    at_a_desk(Editor(), walk)


def test_a_first_load_is_told_to_nobody_and_cannot_be_undone() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.load("från filen")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert desk.editor.text == "från filen"
        assert not desk.heard_of(Editor.Edited)

    at_a_desk(Editor("före"), walk)


def test_an_earlier_version_comes_back_as_one_step() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("x")
        desk.editor.replace_text("ett\ntidigare")
        await pilot.press("y")
        assert desk.editor.text == "ett\ntidigarey"
        await pilot.press("ctrl+z", "ctrl+z")
        assert desk.editor.text == "xnu"
        assert desk.heard_of(Editor.Edited)

    at_a_desk(Editor("nu"), walk)


def test_leaving_is_told() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.set_focus(None)
        await settle(pilot)
        assert len(desk.heard_of(Editor.Left)) == 1

    at_a_desk(Editor(), walk)


# What is left to others


@pytest.mark.parametrize("key", APP_KEYS)
def test_the_keys_of_the_app_work_while_one_writes(key: str) -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("a", key)
        await settle(pilot)
        assert key in desk.heard
        assert desk.editor.text == "a"

    at_a_desk(Editor(), walk)


def test_tab_leaves_the_field() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        after = Editor(id="after")
        await desk.screen.mount(after)
        await pilot.press("tab")
        assert desk.focused is after
        assert desk.editor.text == ""

    at_a_desk(Editor(), walk)


def test_the_cursor_stands_still() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        assert not desk.editor.blink_timer._active.is_set()

    at_a_desk(Editor(), walk)


@pytest.mark.parametrize("hint", ["[b]skriv[/b] [x]", "[@click=app.quit]här[/]"])
def test_a_hint_is_shown_as_it_is(hint: str) -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        assert hint in "\n".join(desk.rows())
        desk.editor.placeholder = "[i]annat"
        await settle(pilot)
        assert "[i]annat" in "\n".join(desk.rows())
        await pilot.press("a")
        await settle(pilot)
        assert "annat" not in "\n".join(desk.rows())

    at_a_desk(Editor(placeholder=hint), walk)
