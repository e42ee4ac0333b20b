"""Textual's terminal driver, but one that never waits for a terminal in vain."""

from __future__ import annotations

from contextlib import suppress
from queue import Full
from typing import TYPE_CHECKING, cast

from textual.drivers.linux_driver import LinuxDriver

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
