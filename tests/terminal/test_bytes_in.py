"""A keyboard that does not speak UTF-8 stays alive."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from threading import Event

import pytest
from textual import events
from textual.drivers import linux_driver
from textual.message import Message

from ijtui.terminal.bytes_in import accept_any_byte
from tests.journeys.conftest import OpenTerminal
from tests.terminal.apps import program

LATIN = "åäö é ÆØ".encode("latin-1")


class Ear(linux_driver.LinuxDriver):
    """Textual's input loop alone, reading from a pipe until it has heard a full stop."""

    def __init__(self, fileno: int) -> None:
        self.fileno = fileno
        self.exit_event = Event()
        self._debug = False
        self.heard = ""

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key) and message.character:
            self.heard += message.character
        if self.heard.endswith("."):
            self.exit_event.set()


@pytest.fixture
def keyboard() -> Iterator[tuple[Ear, int]]:
    reading, writing = os.pipe()
    yield Ear(reading), writing
    os.close(reading)
    os.close(writing)


@pytest.fixture
def forgiving(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let any byte pass during the test; holds one entry for each time a foreign byte was told of."""
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", codecs.getincrementaldecoder)
    told: list[str] = []
    accept_any_byte(lambda: told.append("foreign"))
    return told


def test_textual_still_needs_this(keyboard: tuple[Ear, int]) -> None:
    # When this fails, Textual survives foreign bytes by itself and ijtui/terminal/bytes_in.py may go.
    ear, writing = keyboard
    os.write(writing, b"\xe6hello.")
    with pytest.raises(UnicodeDecodeError):
        ear.run_input_thread()


def test_foreign_letters_arrive_as_what_they_are(keyboard: tuple[Ear, int], forgiving: list[str]) -> None:
    ear, writing = keyboard
    os.write(writing, LATIN + b".")
    ear.run_input_thread()
    assert ear.heard == "åäö é ÆØ."


def test_foreign_bytes_are_told_of_once(keyboard: tuple[Ear, int], forgiving: list[str]) -> None:
    ear, writing = keyboard
    os.write(writing, b"\xe5 \xe4 \xf6.")
    ear.run_input_thread()
    assert forgiving == ["foreign"]


def test_utf8_is_read_as_before_and_not_told_of(keyboard: tuple[Ear, int], forgiving: list[str]) -> None:
    ear, writing = keyboard
    os.write(writing, "åäö é 日本 €.".encode())
    ear.run_input_thread()
    assert (ear.heard, forgiving) == ("åäö é 日本 €.", [])


def test_no_foreign_byte_becomes_a_control_code(keyboard: tuple[Ear, int], forgiving: list[str]) -> None:
    ear, writing = keyboard
    os.write(writing, b" ".join(bytes([byte]) for byte in range(0x80, 0x100)) + b".")
    ear.run_input_thread()
    assert not [character for character in ear.heard if "\x7f" <= character <= "\x9f"]


@pytest.mark.parametrize("foreign", [b"\xe6", b"\xff", b"\xc3", b"\xe2\x82"], ids=bytes.hex)
def test_typing_goes_on_after_a_foreign_byte(open_terminal: OpenTerminal, foreign: bytes) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.send(foreign)
    terminal.type("hello")
    terminal.wait_for("hello", "UTF-8")


def test_a_letter_cut_in_two_by_the_network_is_one_letter(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.type("b")
    terminal.send("å".encode()[:1])
    terminal.wait_read()
    terminal.send("å".encode()[1:])
    terminal.wait_for("bå")
    assert "UTF-8" not in terminal.screen()
