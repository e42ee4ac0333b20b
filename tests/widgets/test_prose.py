"""The editor for Markdown: lists go on, also where they come in as keys, and a tick is one step of undo."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from ijtui.widgets.editor.prose import ProseEditor
from tests.widgets.test_editor import Desk, at_a_desk


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("- ett\rtvå\r\rslut", "- ett\n- två\nslut"),
        ("- ett\r- två\r- [x] tre", "- ett\n- två\n- [x] tre"),
        ("1. ett\r2. två\r3. tre", "1. ett\n2. två\n3. tre"),
        ("- ett\r  - två\r  - tre", "- ett\n  - två\n  - tre"),
        ("- ett\r\n- två", "- ett\n- två"),
        ("a - b\rc - d", "a - b\nc - d"),
    ],
)
def test_a_list_that_comes_in_as_keys_is_that_list(typed: str, text: str) -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.type_raw(pilot, typed)
        assert desk.editor.text == text

    at_a_desk(ProseEditor(), walk)


def test_a_marked_paste_is_taken_as_it_is() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await desk.paste(pilot, "- ett\n- två\n\n- tre")
        assert desk.editor.text == "- ett\n- två\n\n- tre"

    at_a_desk(ProseEditor(), walk)


def test_a_tick_is_one_step_and_the_cursor_stays_with_its_word() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        editor = desk.editor
        assert isinstance(editor, ProseEditor)
        editor.move_cursor((0, 4))
        editor.tick()
        assert (editor.text, editor.cursor_location) == ("- [ ] boka", (0, 8))
        editor.tick()
        await pilot.press("ctrl+z")
        assert editor.text == "- [ ] boka"
        await pilot.press("ctrl+z")
        assert editor.text == "- boka"

    at_a_desk(ProseEditor("- boka"), walk)


def test_nothing_changes_in_a_text_that_is_only_read() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        editor = desk.editor
        assert isinstance(editor, ProseEditor)
        editor.move_cursor(editor.document.end)
        await pilot.press("enter", "space")
        editor.tick()
        assert editor.text == "- ett"

    at_a_desk(ProseEditor("- ett", read_only=True), walk)
