"""Keys that arrive all at once, as over a slow line, do what they would have done one by one."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import OpenFile
from tests.journeys.example import QUESTION, enter_talk, note
from tests.journeys.patience import eventually

TAB, ENTER, BACK_TAB = "\t", "\n", "\x1b[Z"


def test_a_booking_typed_in_one_breath_stands_in_its_fields(open_file: OpenFile, english: Path) -> None:
    terminal = open_file(english)
    terminal.wait_for("Next conversations")
    terminal.type(
        "n" + "Jonas" + ENTER + TAB + "+14" + TAB + "8" + TAB + "The blue room" + BACK_TAB + "08:15"
    )
    screen = terminal.wait_for("The blue room", "08:15")
    assert "Jonas Öberg" in screen
    assert "+14" in screen


def test_notes_typed_in_one_breath_go_to_their_questions(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    terminal.type("to you" + TAB + "to me" + TAB + "how are you")
    terminal.wait_for("how are you")
    eventually(lambda: note(english, "health") == "how are you", "the last note to be on disk")
    assert note(english, QUESTION) == "to you"
    assert note(english, "feedback-to-manager") == "to me"


def test_keys_pressed_before_the_first_picture_are_not_lost(open_file: OpenFile, english: Path) -> None:
    terminal = open_file(english)
    terminal.wait_sent(b"\x1b[?1049h")
    terminal.type("n" + "Jonas")
    terminal.wait_for("Jonas Öberg · developer", "New person: Jonas")
