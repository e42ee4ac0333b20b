"""While something is wrong with the file, the text stays on the screen and the mark says why it isn't saved.

As soon as that is over it is saved, without anybody doing anything.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk, note
from tests.journeys.faults import full_disk, locked, read_only
from tests.journeys.terminal import Terminal

GONE = 3.0
"""Seconds after which nothing may live on a lost terminal."""

BEFORE, DURING = "Written before.", "Written while it was wrong."
SAVED = re.compile(r"saved \d\d:\d\d:\d\d")
Fault = Callable[[Terminal, Path], AbstractContextManager[None]]

FAULTS = [
    pytest.param(lambda terminal, _file: full_disk(terminal), "is full or failing", id="full disk"),
    pytest.param(lambda _terminal, file: locked(file), "Another program holds", id="locked"),
    pytest.param(
        lambda _terminal, file: read_only(file, while_open=True), "can only be read", id="read-only"
    ),
]


def write_before(terminal: Terminal) -> Terminal:
    enter_talk(terminal)
    terminal.type(BEFORE)
    terminal.wait_for(BEFORE, SAVED)
    return terminal


def write_during(terminal: Terminal, why: str) -> None:
    terminal.type(DURING)
    terminal.wait_for(DURING, "NOT SAVED", why)


@pytest.mark.parametrize(("fault", "why"), FAULTS)
def test_what_cannot_be_saved_stays_is_said_and_is_saved_later(
    open_file: OpenFile, english: Path, fault: Fault, why: str
) -> None:
    terminal = write_before(open_file(english, cols=120))
    with fault(terminal, english):
        write_during(terminal, why)
        terminal.type(" And more.")
        terminal.wait_for(f"{DURING} And more.", "NOT SAVED")
    terminal.wait_gone("NOT SAVED")
    terminal.wait_for(f"{BEFORE}{DURING} And more.", SAVED)
    assert note(english) == f"{BEFORE}{DURING} And more."


@pytest.mark.parametrize(("fault", "why"), FAULTS)
@pytest.mark.parametrize("ending", ["a closed terminal", "SIGTERM"])
def test_no_fault_keeps_the_process(
    open_file: OpenFile, english: Path, fault: Fault, why: str, ending: str
) -> None:
    terminal = write_before(open_file(english, cols=120))
    with fault(terminal, english):
        write_during(terminal, why)
        if ending == "SIGTERM":
            terminal.kill(signal.SIGTERM)
        else:
            terminal.hang_up()
        terminal.wait_all_gone(GONE)
    assert note(english) == BEFORE


@pytest.mark.parametrize(("fault", "why"), FAULTS)
def test_quitting_asks_what_to_do_with_what_is_not_saved(
    open_file: OpenFile, english: Path, fault: Fault, why: str
) -> None:
    terminal = write_before(open_file(english, cols=120))
    with fault(terminal, english):
        write_during(terminal, why)
        terminal.press("ctrl+q")
        terminal.wait_for("Go back to the text", "Quit without saving", why)
    terminal.press("down", "enter")
    assert terminal.exit_code() == 0
    assert note(english) == BEFORE + DURING


def test_a_read_only_file_can_be_read_and_is_written_once_that_is_possible(
    open_file: OpenFile, english: Path
) -> None:
    with read_only(english, while_open=False):
        terminal = open_file(english, cols=120)
        enter_talk(terminal)
        write_during(terminal, "can only be read")
    terminal.wait_for(SAVED)
    assert note(english) == DURING


@pytest.mark.parametrize("limit", [0, 4096])
def test_a_disk_that_is_full_from_the_start_is_said_in_a_sentence(
    open_file: OpenFile, english: Path, limit: int
) -> None:
    terminal = open_file(english, cols=200, file_limit=limit)
    assert terminal.exit_code() == 1
    assert "is full or failing" in terminal.screen()
    assert "Traceback" not in terminal.screen()
