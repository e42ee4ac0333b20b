"""Writing on a real terminal: what one types is seen, in every window that is large enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk, let_paint, note, wait_saved


@pytest.mark.parametrize(("cols", "rows"), [(60, 18), (80, 24), (120, 40)])
def test_the_row_one_writes_in_is_always_in_sight(
    open_file: OpenFile, english: Path, cols: int, rows: int
) -> None:
    terminal = enter_talk(open_file(english, cols=cols, rows=rows))
    for number in range(1, 26):
        terminal.type(f"row {number:02} of the note\n")
        terminal.wait_for(f"row {number:02} of")
    terminal.press("ctrl+home")
    terminal.wait_for("row 01 of")
    terminal.type("first: ")
    terminal.wait_for("first: row 01")


def test_a_window_that_becomes_too_small_keeps_the_text_and_its_cursor(
    open_file: OpenFile, english: Path
) -> None:
    terminal = enter_talk(open_file(english))
    terminal.type("before ")
    terminal.wait_for("before")
    terminal.resize(40, 10)
    terminal.wait_for("60×18")
    terminal.type("lost keys")
    terminal.wait_read()
    let_paint(terminal)
    terminal.resize(80, 24)
    terminal.wait_for("before")
    terminal.type("after")
    terminal.wait_for("before after")
    wait_saved(terminal)
    assert note(english) == "before after"


def test_letters_of_a_swedish_keyboard_arrive(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    letters = "åäöÅÄÖéü @£$€{[]}\\|~^`´¨§½ «»–…"
    terminal.type(letters)
    terminal.wait_for(letters)
    wait_saved(terminal)
    assert note(english) == letters
