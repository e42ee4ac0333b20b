"""Whatever happens to the terminal or the process, the text is saved and the process goes."""

from __future__ import annotations

import shlex
import signal
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenTerminal
from tests.journeys.patience import eventually
from tests.journeys.terminal import Terminal
from tests.terminal.apps import program

WRITER = program("writer")
GONE = 3.0
"""Seconds after which nothing may live on a lost terminal."""

HUNG_UP = 128 + signal.SIGHUP


def write(terminal: Terminal) -> Terminal:
    terminal.wait_for("ready as")
    terminal.type("Åsa sa")
    terminal.wait_for("Åsa sa")
    return terminal


def draft(home: Path) -> str:
    return (home / "draft.txt").read_text()


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({}, id="directly"),
        pytest.param({"own_terminal": False}, id="without a signal"),
        pytest.param({"ignore_hangup": True}, id="with SIGHUP ignored by the parent"),
    ],
)
def test_a_closed_terminal_saves_and_ends(
    open_terminal: OpenTerminal, tmp_path: Path, options: dict[str, bool]
) -> None:
    terminal = write(open_terminal(WRITER, **options))
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert terminal.exit_code() == HUNG_UP
    assert draft(tmp_path) == "Åsa sa"


def test_a_closed_terminal_under_a_shell_saves_and_ends(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    terminal = write(open_terminal(["bash", "-c", f"{shlex.join(WRITER)}; true"]))
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert draft(tmp_path) == "Åsa sa"


def test_a_closed_terminal_under_an_interactive_shell_saves_and_ends(
    open_terminal: OpenTerminal, tmp_path: Path
) -> None:
    terminal = open_terminal(["bash", "--norc", "-i"])
    terminal.type(f"{shlex.join(WRITER)}\n")
    write(terminal)
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert draft(tmp_path) == "Åsa sa"


def test_a_terminal_closed_before_the_first_paint_ends_the_process(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(WRITER)
    terminal.wait_sent(b"\x1b[?1049h")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)


def test_a_terminal_closed_while_painting_saves_and_ends(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.press("f4")
    terminal.wait_for("painting")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert draft(tmp_path) == "Åsa sa"


def test_a_frozen_terminal_that_is_closed_saves_and_ends(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.stall()
    terminal.press("f1")
    eventually((tmp_path / "flooding").exists, "the app to write more than the terminal takes")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)
    assert draft(tmp_path) == "Åsa sa"


def test_sigterm_on_a_frozen_terminal_saves_and_ends(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.stall()
    terminal.press("f1")
    eventually((tmp_path / "flooding").exists, "the app to write more than the terminal takes")
    terminal.kill(signal.SIGTERM)
    terminal.wait_all_gone(GONE)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert draft(tmp_path) == "Åsa sa"


def test_a_sleeping_main_thread_does_not_keep_the_process(
    open_terminal: OpenTerminal, tmp_path: Path
) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.press("f2")
    eventually((tmp_path / "blocked").exists, "the main thread to block")
    terminal.hang_up()
    terminal.wait_all_gone(GONE)


def test_a_main_thread_that_never_comes_back_from_a_query_does_not_keep_the_process(
    open_terminal: OpenTerminal, tmp_path: Path
) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.press("ctrl+l")
    eventually((tmp_path / "blocked").exists, "the main thread to block")
    terminal.kill(signal.SIGTERM)
    terminal.wait_all_gone(GONE)
    assert terminal.exit_code() == 128 + signal.SIGTERM


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda number: number.name)
def test_an_editor_that_lives_on_does_not_keep_the_process(
    open_terminal: OpenTerminal, tmp_path: Path, number: signal.Signals
) -> None:
    terminal = write(open_terminal(WRITER, env={"EDITOR": "trap '' HUP TERM; echo editing; sleep 60"}))
    terminal.press("f3")
    terminal.wait_for("editing")
    assert draft(tmp_path) == "Åsa sa", "saved before the editor has the terminal"
    if number == signal.SIGHUP:
        terminal.hang_up()
    else:
        terminal.kill(number)
    assert terminal.process.wait(GONE) == 128 + number


def test_ctrl_c_in_the_editor_belongs_to_the_editor(open_terminal: OpenTerminal) -> None:
    terminal = write(open_terminal(WRITER, env={"EDITOR": "echo editing; read line"}))
    terminal.press("f3")
    terminal.wait_for("editing")
    terminal.kill(signal.SIGINT)
    terminal.press("enter")
    terminal.wait_for("back from the editor", "Åsa sa")
    terminal.kill(signal.SIGINT)
    assert terminal.exit_code() == 128 + signal.SIGINT


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_saves_and_gives_the_terminal_back(
    open_terminal: OpenTerminal, tmp_path: Path, number: signal.Signals
) -> None:
    terminal = write(open_terminal(WRITER))
    terminal.kill(number)
    assert terminal.exit_code() == 128 + number
    assert draft(tmp_path) == "Åsa sa"
    assert terminal.is_restored()
    for leave in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l"):
        assert leave in terminal.raw


def test_a_failing_rescue_does_not_keep_the_process(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    (tmp_path / "rescue-fails").touch()
    terminal = write(open_terminal(WRITER))
    terminal.kill(signal.SIGTERM)
    assert terminal.exit_code(GONE) == 128 + signal.SIGTERM
    assert terminal.is_restored()


def test_a_process_put_to_sleep_has_saved_and_comes_back(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    terminal = write(open_terminal(WRITER))
    stat = Path(f"/proc/{terminal.process.pid}/stat")
    terminal.press("f11")
    eventually(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", "the process to sleep")
    assert draft(tmp_path) == "Åsa sa"
    terminal.wait_gone("Åsa sa")
    terminal.kill(signal.SIGCONT)
    terminal.wait_for("Åsa sa")
