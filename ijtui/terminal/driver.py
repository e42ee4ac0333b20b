"""Textual's terminal driver, but one that never waits for a lost terminal, and sleeps until a key comes."""

from __future__ import annotations

from contextlib import suppress
from queue import Full
from typing import TYPE_CHECKING, cast

from textual.drivers.linux_driver import LinuxDriver

from ijtui.terminal.keyboard import Keyboard

if TYPE_CHECKING:
    from ijtui.terminal.safe_app import SafeApp

_A_MOMENT = 0.25
"""Seconds between two looks at whether the terminal still takes anything."""


class PatientDriver(LinuxDriver):
    """Stops waiting for the terminal when it is gone, or when the process is leaving and it is frozen.

    Textual queues at most 30 writes for a thread that dies with the terminal; after that the main
    thread would wait for ever and never come to save.
    """

    _patience = _A_MOMENT
    _keyboard: Keyboard | None = None

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and again after another program had it."""
        if self._keyboard is None:  # or else it was taken in the background, in vain
            tell = cast("SafeApp[object]", self._app).hear_foreign_bytes
            self._keyboard = Keyboard(self.fileno, self.process_message, tell, debug=self._debug)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no annotations

    def run_input_thread(self) -> None:
        """Read the keyboard until it is hushed."""
        if self._keyboard is not None:
            self._keyboard.listen()

    def disable_input(self) -> None:
        """Stop reading the keyboard; nothing more is heard after this."""
        if self._keyboard is None:
            return
        self._keyboard.hush()
        super().disable_input()
        self._keyboard.close()
        self._keyboard = None

    def write(self, data: str) -> None:
        """Queue the data; wait for a slow terminal, give up on a lost one."""
        lifeline = cast("SafeApp[object]", self._app).lifeline
        writer = self._writer_thread
        while writer is not None and writer.is_alive():
            with suppress(Full):
                writer._queue.put(data, timeout=self._patience)
                return
            if lifeline.struck:
                # Once in vain is enough: what follows must not use up the time there is to save.
                self._patience = 0
                return
