"""Over a slow line every byte is waited for: a letter and its saved mark cost a row each."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk, let_paint, note
from tests.journeys.patience import eventually

ROWS_WORTH = 2_500
"""Bytes: five rows of 80 cells; the whole screen is three times that."""


def test_a_letter_and_its_save_repaint_only_their_rows(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    terminal.type("a")
    eventually(lambda: note(english) == "a", "the first letter to be on disk")
    let_paint(terminal)
    before = len(terminal.raw)
    terminal.type("b")
    eventually(lambda: note(english) == "ab", "the second letter to be on disk")
    terminal.wait_for("saved")
    let_paint(terminal)
    assert 0 < len(terminal.raw) - before <= ROWS_WORTH
