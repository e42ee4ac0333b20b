"""Bytes from the keyboard: those that are not UTF-8 are guessed, and what is pasted presses no keys.

A terminal set to ISO 8859-1 sends `å` as E5, and one such byte ends Textual's input thread: the screen
stays, keyboard and mouse are dead (reliability notes §4.5, Textualize/textual#6456).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from textual.drivers import linux_driver

from ijtui.terminal.pastes import Pastes

_GUESS = "ijtui-guess"
_DECODER = "getincrementaldecoder"
"""The name under which Textual's driver looks up how to decode."""


def accept_any_byte(tell: Callable[[], None]) -> None:
    """Let Textual's driver read a byte that is not UTF-8 as Windows-1252.

    That is ISO 8859-1 with letters and quotes where the latter has control codes, so no guess
    becomes a control code. Characters cut in two by the network are still put together.

    Args:
        tell: called in the input thread, once, at the first such byte.
    """
    codecs.register_error(_GUESS, _Guess(tell))
    setattr(linux_driver, _DECODER, _forgiving_decoder)


def _forgiving_decoder(encoding: str) -> Callable[[], _Decoder]:
    return lambda: _Decoder(encoding)


class _Decoder:
    """Decodes what has been read, piece by piece."""

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)(_GUESS)
        self._pastes = Pastes()

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the characters of the next bytes; part of a character waits for the rest."""
        return self._pastes.pass_on(self._decoder.decode(data, final))


class _Guess:
    """The error handler: what a byte probably was meant to be."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._told = False

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if not self._told:
            self._told = True
            self._tell()
        return error.object[error.start : error.end].decode("cp1252", "ignore"), error.end
