"""An error in the program costs no text, shows no text, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from ijtui.dates import read_time
from ijtui.errors import BadInput
from ijtui.terminal.crash import Report, farewell, report
from tests.journeys.conftest import OpenTerminal
from tests.journeys.terminal import Terminal
from tests.terminal.apps import program
from tests.terminal.apps.writer import SECRET

KINDS = {"f5": "a handler", "f8": "a worker", "f9": "a timer", "f10": "a thread"}


def says_nothing_of_it(terminal: Terminal) -> bool:
    return SECRET.encode() not in terminal.raw and b"salary" not in terminal.raw


@pytest.mark.parametrize("key", KINDS, ids=KINDS.get)
def test_an_error_anywhere_saves_and_shows_nothing_written(
    open_terminal: OpenTerminal, tmp_path: Path, key: str
) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.type("Åsa sa")
    terminal.press(key)
    assert terminal.exit_code() == 1
    assert (tmp_path / "draft.txt").read_text() == "Åsa sa"
    assert terminal.is_restored()
    assert says_nothing_of_it(terminal)
    screen = terminal.screen()
    assert "What you have written is saved in draft.txt." in screen
    assert "ValueError, apps/writer.py:" in screen


def test_the_last_words_say_when_it_could_not_be_saved(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    (tmp_path / "rescue-fails").touch()
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.press("f5")
    assert terminal.exit_code() == 1
    assert "could not be saved" in terminal.screen()
    assert says_nothing_of_it(terminal)


def test_a_task_that_fails_when_the_app_ends_says_nothing(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.press("ctrl+o")
    assert terminal.exit_code() == 0
    assert says_nothing_of_it(terminal)


@pytest.mark.parametrize("app", ["misstyled", "stillborn"])
def test_an_error_before_the_first_paint_has_the_same_last_words(
    open_terminal: OpenTerminal, app: str
) -> None:
    terminal = open_terminal(program(app))
    assert terminal.exit_code() == 1
    assert "ijtui stopped because of an error" in terminal.screen()
    assert "Traceback" not in terminal.screen()
    assert says_nothing_of_it(terminal)


def test_a_developer_sees_the_traceback(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"), env={"IJTUI_DEVELOP": "1"}, rows=80)
    terminal.wait_for("ready as")
    terminal.press("f5")
    assert terminal.exit_code() == 1
    assert "Traceback" in terminal.screen()


def caught() -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_time("half past her salary")
    return caught.value


def test_the_place_is_our_innermost_line() -> None:
    assert report(caught()).place.startswith("ijtui/dates.py:")


def test_a_failed_worker_is_told_as_what_made_it_fail() -> None:
    assert report(WorkerFailed(caught())) == report(caught())


def test_the_same_error_has_the_same_reference() -> None:
    here = Report("KeyError", "ijtui/app.py:1")
    assert here.reference == Report("KeyError", "ijtui/app.py:1").reference
    assert here.reference != Report("KeyError", "ijtui/app.py:2").reference


def test_the_last_words_never_quote_the_message() -> None:
    assert "salary" not in farewell(report(caught()), "here", saved=True)
