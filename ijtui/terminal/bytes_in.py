"""Bytes from the keyboard: those that are not UTF-8 are guessed, and what is pasted presses no keys.

A terminal set to ISO 8859-1 sends `å` as E5, and one such byte ends Textual's input thread: the screen
stays, keyboard and mouse are dead (reliability notes §4.5, Textualize/textual#6456).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from ijtui.terminal.pastes import Pastes

_GUESS = "ijtui-guess"


class Decoder:
    """Decodes what has been read, piece by piece; a byte that is not UTF-8 is read as Windows-1252.

    That is ISO 8859-1 with letters and quotes where the latter has control codes, so no guess
    becomes a control code. Characters cut in two by the network are still put together.

    Args:
        tell: called in the thread that reads, once, at the first such byte.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        codecs.register_error(_GUESS, _Guess(tell))
        self._decoder = codecs.getincrementaldecoder("utf-8")(_GUESS)
        self._pastes = Pastes()

    def decode(self, data: bytes) -> str:
        """Return the characters of the next bytes; part of a character waits for the rest."""
        return self._pastes.pass_on(self._decoder.decode(data))


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
