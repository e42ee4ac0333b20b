"""A keyboard that does not speak UTF-8 stays alive."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from textual import events
from textual.message import Message

from ijtui.terminal.keyboard import Keyboard
from tests.journeys.conftest import OpenTerminal
from tests.terminal.apps import program

LATIN = "åäö é ÆØ".encode("latin-1")


class Ear:
    """A keyboard at the end of a pipe, read until a full stop has been heard."""

    def __init__(self) -> None:
        reading, self.writing = os.pipe()
        self.keyboard = Keyboard(reading, self._hear, lambda: self.told.append("foreign"))
        self.reading = reading
        self.heard = ""
        self.told: list[str] = []

    def _hear(self, message: Message) -> None:
        if isinstance(message, events.Key):
            self.heard += message.character or f"<{message.key}>"
        if self.heard.endswith((".", "\x1b")):
            self.keyboard.hush()

    def hears(self, data: bytes) -> str:
        os.write(self.writing, data)
        self.keyboard.listen()
        return self.heard


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    yield ear
    ear.keyboard.close()
    os.close(ear.reading)
    os.close(ear.writing)


def test_foreign_letters_arrive_as_what_they_are(ear: Ear) -> None:
    assert ear.hears(LATIN + b".") == "åäö é ÆØ."


def test_foreign_bytes_are_told_of_once(ear: Ear) -> None:
    ear.hears(b"\xe5 \xe4 \xf6.")
    assert ear.told == ["foreign"]


def test_utf8_is_read_as_before_and_not_told_of(ear: Ear) -> None:
    assert ear.hears("åäö é 日本 €.".encode()) == "åäö é 日本 €."
    assert ear.told == []


def test_no_foreign_byte_becomes_a_control_code(ear: Ear) -> None:
    heard = ear.hears(b" ".join(bytes([byte]) for byte in range(0x80, 0x100)) + b".")
    assert not [character for character in heard if "\x7f" <= character <= "\x9f"]


def test_an_escape_alone_is_a_key_after_a_moment(ear: Ear) -> None:
    assert ear.hears(b"\x1b") == "\x1b"


def test_a_hushed_keyboard_returns_at_once_though_nobody_types(ear: Ear) -> None:
    ear.keyboard.hush()
    ear.keyboard.listen()
    assert ear.heard == ""


def test_the_end_of_all_input_is_the_end(ear: Ear) -> None:
    os.write(ear.writing, b"a")
    writing, ear.writing = ear.writing, os.dup(ear.reading)
    os.close(writing)
    ear.keyboard.listen()
    assert ear.heard == "a"


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
