"""Waiting for keys, and for nothing else: whoever thinks before typing costs a shared server nothing.

Textual's own loop wakes up ten times a second to see whether an ESC has become a key or the session is
over. Here a pipe tells the end, and only a key that may be half there is looked after.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from selectors import EVENT_READ, SelectSelector

from textual import constants
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.message import Message

from ijtui.terminal.bytes_in import Decoder

_LOOK = 0.1
"""Seconds between two looks at a key that may be half there."""

_LOOKS = ceil(constants.ESCAPE_DELAY / _LOOK) + 1
"""After so many without another byte nothing is half there any more."""

_AT_ONCE = 4096
"""Bytes read at once."""


class Keyboard:
    """Reads keys in the thread that calls `listen`, until another one calls `hush`.

    Args:
        fileno: the terminal's input.
        hear: called with each key, paste, or answer of the terminal.
        tell: called at the first byte that is not UTF-8.
        debug: whether Textual keeps a log of what is parsed.
    """

    def __init__(
        self,
        fileno: int,
        hear: Callable[[Message], None],
        tell: Callable[[], None],
        *,
        debug: bool = False,
    ) -> None:
        self._fileno = fileno
        self._hear = hear
        self._decoder = Decoder(tell)
        self._parser = XTermParser(debug)
        # Some systems can neither poll nor queue a terminal, so it is `select` that waits.
        self._ear, self._bell = os.pipe()

    def hush(self) -> None:
        """Let `listen` return, now or as soon as it is called."""
        os.write(self._bell, b"!")

    def close(self) -> None:
        """Give the pipe back, once `listen` has returned."""
        os.close(self._ear)
        os.close(self._bell)

    def listen(self) -> None:
        """Read until hushed, or until there is nothing more to come.

        Raises:
            OSError: the terminal is gone.
        """
        looks = 0
        with SelectSelector() as waiting:
            waiting.register(self._fileno, EVENT_READ)
            waiting.register(self._ear, EVENT_READ)
            while True:
                ready = {key.fd for key, _events in waiting.select(_LOOK if looks else None)}
                if self._fileno in ready:
                    if not self._read():
                        break
                    looks = _LOOKS
                elif ready:
                    break
                else:
                    looks -= 1
                for message in self._parser.tick():
                    self._hear(message)
        with suppress(EOFError, ParseError):
            list(self._parser.feed(""))  # what is left of a key is none

    def _read(self) -> bool:
        """Pass on what there is; false at the end of all input."""
        data = os.read(self._fileno, _AT_ONCE)
        text = self._decoder.decode(data)
        if text:  # the parser takes an empty one for the end
            for message in self._parser.feed(text):
                self._hear(message)
        return bool(data)
