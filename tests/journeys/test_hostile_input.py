"""Whatever comes in by the keyboard, the terminal stays the person's own and the keyboard stays alive."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.clean import UNSAFE
from ijtui.domain.text import LONGEST
from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk, note
from tests.journeys.patience import eventually
from tests.journeys.terminal import Terminal

ORDERS = {
    "a title": "\x1b]0;owned\x07",
    "a colour": "\x1b[31mowned\x1b[0m",
    "the clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "the end of a paste": "\x1b[201~owned",
    "eight-bit orders": "\x9b31m\x9d0;owned\x9c",
    "a device": "\x1bP+q544e\x1b\\",
    "backspaces": "x\x08\x08\x08\x7f",
    "direction marks": "\u202eowned\u2066\u200f",
    "markup": "[red]x[/] [@click=app.quit]q[/] [/] [",
}


def paste(terminal: Terminal, text: str) -> None:
    """Paste byte for byte; the line ends are the text's own."""
    terminal.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")


def stored(file: Path, text: str) -> None:
    eventually(lambda: note(file) == text, f"{text[:60]!r} on disk, where {note(file)[:60]!r} is")


def test_bytes_that_are_no_utf8_do_not_kill_the_keyboard(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    for byte in (b"\xe6", b"\xff", b"\xc3", b"\xf0\x9f"):
        terminal.send(byte)
        terminal.type(f" after {byte.hex()} ")
        terminal.wait_for(f"after {byte.hex()}")
    eventually(lambda: note(english).endswith("after f09f "), "all of it on disk")
    assert not UNSAFE.search(note(english))


def test_orders_in_pastes_reach_neither_the_terminal_nor_the_file(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    before = len(terminal.raw)
    for name, order in ORDERS.items():
        paste(terminal, f"\n{order}<")
        terminal.type(f"{name}>")
        terminal.wait_for(f"{name}>")
    eventually(lambda: note(english).endswith(f"{name}>"), "all of it on disk")
    sent = terminal.raw[before:].decode()
    assert "\x1b]" not in sent, "the program was made to give the terminal an order"
    assert "\x1b[31m" not in sent
    lines = note(english).splitlines()
    assert not UNSAFE.search("".join(lines))
    assert lines[-1] == f"{ORDERS['markup']}<markup>"


@pytest.mark.parametrize("bracketed", [True, False], ids=["marked as pastes", "as if typed"])
def test_pastes_keep_their_lines(open_file: OpenFile, english: Path, bracketed: bool) -> None:
    terminal = enter_talk(open_file(english))
    for end in ("\n", "\r", "\r\n"):
        text = end.join(["first åäö", "", "- third", f"last {end!r}", ""])
        if bracketed:
            paste(terminal, text)
        else:
            terminal.send(text.encode())
        terminal.wait_for(f"last {end!r}")
    stored(english, "".join(f"first åäö\n\n- third\nlast {end!r}\n" for end in ("\n", "\r", "\r\n")))


def test_a_hundred_kilobytes_are_pasted_saved_and_written_on(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    long = "".join(f"{number:05} åäö\n" for number in range(10_000))
    assert 100_000 <= len(long) < LONGEST
    paste(terminal, long)
    terminal.wait_for("09999 åäö")
    terminal.type("its end")
    terminal.wait_for("its end")
    stored(english, f"{long}its end")


def test_a_paste_that_is_too_long_is_refused_whole_and_said(open_file: OpenFile, english: Path) -> None:
    terminal = enter_talk(open_file(english))
    terminal.type("mine ")
    paste(terminal, "x" * (LONGEST + 1))
    terminal.wait_for("Split it in two")
    terminal.type("still")
    stored(english, "mine still")
