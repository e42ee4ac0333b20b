"""The terminal of these tests does what a terminal does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.journeys import keys
from tests.journeys.conftest import OpenTerminal
from tests.terminal.apps import program

WITH_ANOTHER_NAME = {"space": "space", "/": "slash", "å": "å", "A": "A", "alt+x": "alt+x"}


def test_every_key_arrives_under_its_name(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("fingers"), rows=40)
    terminal.wait_for("ready")
    letters = [f"ctrl+{letter}" for letter in "abcdefgklnoprstuvwxyz"]
    pressed = [*keys._NAMED, *letters, *WITH_ANOTHER_NAME]
    terminal.press(*pressed)
    arrived = [WITH_ANOTHER_NAME.get(key, key) for key in pressed]
    screen = terminal.wait_for(f"{arrived[-1]} .")
    assert screen.split()[:-1] == arrived


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="ctrl\\+enter"):
        keys.sequence("ctrl+enter")


def test_a_paste_is_one_paste_with_its_lines(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.paste("first åäö\nsecond\n" + "long " * 3000 + "\nlast line")
    terminal.wait_for("last line")


def test_a_resize_is_told(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.resize(60, 18)
    terminal.wait_until(lambda screen: "ready as" in screen.split("\n")[17], "the last line to move up")


def test_leaving_the_alternate_screen_brings_back_what_stood_there(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(
        ["sh", "-c", r"printf 'before\n\033[?1049hduring'; read go; printf '\033[?1049lafter'"]
    )
    terminal.wait_for("during")
    assert "before" not in terminal.screen()
    terminal.press("enter")
    terminal.exit_code()
    assert terminal.screen().split()[:2] == ["before", "after"]


def test_a_wait_in_vain_shows_the_screen_and_the_end(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(["sh", "-c", "echo something else; exit 3"])
    with pytest.raises(AssertionError, match=r"(?s)in vain.*ended with 3.*something else"):
        terminal.wait_for("what never comes")


def test_a_file_limit_is_a_full_disk(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    write = "open('full', 'wb', buffering=0).write(b'x' * 9000); open('full', 'ab', buffering=0).write(b'y')"
    terminal = open_terminal([sys.executable, "-c", write], file_limit=4096)
    assert terminal.exit_code() == 1
    assert (tmp_path / "full").stat().st_size == 4096
    assert "File too large" in terminal.screen()
