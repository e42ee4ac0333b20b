"""The program on a lost terminal: what was typed a moment ago is in the file, and the process is gone."""

from __future__ import annotations

import shlex
import signal
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile, OpenTerminal
from tests.journeys.example import enter_talk, note, on
from tests.journeys.terminal import Terminal

GONE = 3.0
"""Seconds after which nothing may live on a lost terminal."""

TEXT = "Åsa säger: «beslut tas i korridoren»."


def write(terminal: Terminal) -> Terminal:
    enter_talk(terminal)
    terminal.type(TEXT)
    terminal.wait_for(TEXT)
    return terminal


def hang_up(terminal: Terminal, file: Path) -> None:
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert note(file) == TEXT


def test_a_closed_terminal_saves_and_ends(open_file: OpenFile, english: Path) -> None:
    hang_up(write(open_file(english)), english)


def test_a_closed_terminal_under_a_shell_saves_and_ends(open_terminal: OpenTerminal, english: Path) -> None:
    hang_up(write(open_terminal(["bash", "-c", f"{shlex.join(on(english))}; true"])), english)


def test_a_closed_terminal_under_an_interactive_shell_saves_and_ends(
    open_terminal: OpenTerminal, english: Path
) -> None:
    terminal = open_terminal(["bash", "--norc", "-i"])
    terminal.type(f"{shlex.join(on(english))}\n")
    hang_up(write(terminal), english)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_a_signal_saves_and_gives_the_terminal_back(
    open_file: OpenFile, english: Path, number: signal.Signals
) -> None:
    terminal = write(open_file(english))
    terminal.kill(number)
    assert terminal.exit_code(GONE) == 128 + number
    assert terminal.is_restored()
    assert note(english) == TEXT
    assert TEXT not in terminal.screen()


def test_a_text_that_was_just_pasted_is_saved_when_the_terminal_closes(
    open_file: OpenFile, english: Path
) -> None:
    terminal = enter_talk(open_file(english))
    terminal.paste("line of a long text\n" * 4000 + "its end")
    terminal.wait_for("its end")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert note(english).endswith("its end")


def test_a_form_that_was_being_filled_in_is_kept_when_the_terminal_closes(
    open_file: OpenFile, english: Path
) -> None:
    terminal = enter_talk(open_file(english))
    terminal.press("escape", "m")
    terminal.wait_for("Goal for Omar Haddad")
    terminal.type("Hold the introductions together")
    terminal.wait_for("Hold the introductions together")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    again = open_file(english)
    again.wait_for("Draft")


def test_the_last_words_before_quitting_are_saved(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    terminal.send(b"last words\x11")  # ctrl+q in the same breath
    assert terminal.exit_code() == 0
    assert note(english) == "last words"
