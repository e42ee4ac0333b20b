"""A key repaints the rows it touched, whatever the size of the text; nothing old is left standing."""

from __future__ import annotations

import statistics

import pytest
from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from ijtui.widgets.editor import Editor
from tests.widgets.paper_sheet import Sheet, play, settle

LINE = "Vi hjälps åt, men beslut tas i korridoren och når mig sent. Hur kan jag bjuda in? "


def text_of(size: int, joint: str) -> str:
    """Prose of that many characters, in paragraphs or as a single one."""
    return (joint.join([LINE * 3] * (size // len(LINE * 3) + 1)))[:size]


@pytest.mark.parametrize("joint", ["\n", " "], ids=["paragraphs", "one paragraph"])
@pytest.mark.parametrize("size", [1_000, 100_000])
def test_a_key_sends_a_row_or_two(size: int, joint: str) -> None:
    sent: list[int] = []

    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        sheet.area.move_cursor((0, 300))
        await settle(pilot)
        for letter in "hur det går":
            sheet.sent.clear()
            await pilot.press("space" if letter == " " else letter)
            await settle(pilot)
            sent.append(sum(sheet.sent))

    play(Sheet(Editor(text_of(size, joint)), (120, 40)), script)
    assert 0 < statistics.median(sent) <= 700
    assert min(sent) > 0


def test_a_row_that_is_added_at_the_end_does_not_repaint_the_others() -> None:
    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        sheet.area.move_cursor(sheet.area.document.end)
        await settle(pilot)
        sheet.sent.clear()
        await pilot.press("enter")
        await settle(pilot)
        assert 0 < sum(sheet.sent) <= 700

    play(Sheet(Editor(text_of(1_000, "\n")), (120, 40)), script)


def test_the_cursor_stays_in_sight_after_a_line_break_in_the_last_row() -> None:
    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        for number in range(12):
            await pilot.press(str(number % 10), "enter")
            await settle(pilot)
            shown = sheet.area.scrollable_content_region
            assert shown.contains_point(sheet.area.cursor_screen_offset)

    for classes in ("", "grows"):
        play(Sheet(Editor(), (30, 8), classes), script)


def test_another_width_with_as_many_rows_is_painted() -> None:
    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        sheet.area.insert("ord om annat som det blev")
        await settle(pilot)
        assert sheet.rows()[1:3] == [" ord om annat som", " det blev"]
        await sheet.resize(pilot, 16, 12)
        await settle(pilot)
        assert sheet.rows()[1:3] == [" ord om annat", " som det blev"]

    play(Sheet(Editor(), (21, 12)), script)


def test_undoing_a_paste_that_brought_the_scrollbar_is_safe() -> None:
    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        sheet.area.insert("\n".join("abcdefghijkl"))
        sheet.area.selection = Selection((11, 1), (11, 1))
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert sheet.area.text == ""
        assert sheet.rows()[1] == ""

    play(Sheet(Editor(), (30, 8)), script)


def test_the_height_follows_the_text_from_its_least_to_its_most() -> None:
    heights: list[int] = []

    async def script(sheet: Sheet, pilot: Pilot[None]) -> None:
        for _ in range(8):
            await settle(pilot)
            heights.append(sheet.rows().index("below") - 1)
            await pilot.press("enter")
        sheet.area.clear()
        await settle(pilot)
        heights.append(sheet.rows().index("below") - 1)

    play(Sheet(Editor(), (30, 12), "grows"), script)
    assert heights == [3, 3, 3, 4, 5, 6, 6, 6, 3]
