"""Leaving when told to, or when the terminal is gone: saved first, and never later than a moment.

Textual handles neither SIGHUP nor SIGTERM, and a process whose terminal is gone would live on at full
load (textual notes §1.2). One daemon thread hears of all of it, so that a main thread which is busy,
blocked or painting cannot keep the process alive.
"""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
"""What makes us leave. The keyboard's ctrl+c is no signal while the screen is ours."""

PATIENCE = 2.0
"""Seconds the main thread has for saving and leaving before the process is ended under it."""

_RELEASED = 0


class Lifeline:
    """Hears that the process must go, has it saved, and sees to it that it goes.

    Args:
        patience: seconds between hearing of it and the end, whatever the main thread does.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._number = 0
        self._ear, self._bell = -1, -1

    @property
    def struck(self) -> bool:
        """Whether the process is leaving; true before the main thread knows it."""
        return self._number != 0

    @contextmanager
    def installed(
        self,
        loop: AbstractEventLoop,
        rescue: Callable[[], object],
        leave: Callable[[int], None],
        terminal: int = 0,
    ) -> Iterator[None]:
        """Watch while the block runs; must be entered in the main thread.

        Args:
            loop: where `rescue` and `leave` are run, once, one directly after the other.
            rescue: saves what is on screen, without awaiting; may fail.
            leave: asks the app to end with this exit code (128 + the signal's number).
            terminal: file descriptor of the terminal's input; its hang-up counts as SIGHUP.
        """
        self._ear, self._bell = os.pipe()
        os.set_blocking(self._bell, False)

        def go() -> None:
            try:
                rescue()
            finally:
                leave(128 + self._number)

        watch = threading.Thread(target=self._watch, args=(loop, go, terminal), name="lifeline", daemon=True)
        watch.start()
        before = {number: signal.signal(number, self._ring) for number in SIGNALS}
        # The handlers wait for the main thread's next bytecode; the descriptor is written at once.
        descriptor = signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(descriptor)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._release(watch)

    @contextmanager
    def deaf_to_interrupts(self) -> Iterator[None]:
        """Let ctrl+c belong to the program that has the terminal while the block runs."""
        # A handler that does nothing, not SIG_IGN: that one would be inherited by the other program.
        before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
        descriptor = signal.set_wakeup_fd(-1)
        try:
            yield
        finally:
            signal.set_wakeup_fd(descriptor, warn_on_full_buffer=False)
            signal.signal(signal.SIGINT, before)

    def _ring(self, number: int, _frame: FrameType | None) -> None:
        with suppress(BlockingIOError):
            os.write(self._bell, bytes([number]))

    def _release(self, watch: threading.Thread) -> None:
        if self.struck:
            return
        os.write(self._bell, bytes([_RELEASED]))
        watch.join()
        os.close(self._ear)
        os.close(self._bell)

    def _watch(self, loop: AbstractEventLoop, go: Callable[[], None], terminal: int) -> None:
        self._number = self._listen(terminal, lambda: loop.call_soon_threadsafe(int))
        if not self.struck:
            return
        if _hung_up(terminal):
            _draw_on_nothing()
        with suppress(RuntimeError):  # the loop has ended already: there is nothing left to save
            loop.call_soon_threadsafe(go)
        time.sleep(self._patience)
        os._exit(128 + self._number)

    def _listen(self, terminal: int, wake: Callable[[], object]) -> int:
        """Wait for the reason to leave; return its signal number, or 0 when there is none any more.

        Any thread may be given a signal, and only the main one handles it, so a loop that waits is woken up:
        a process that is brought back would stay blank until the next key.
        """
        poll = select.poll()
        poll.register(terminal, 0)  # no event asked for: only hang-up and errors are told
        poll.register(self._ear, select.POLLIN)
        while True:
            for descriptor, event in poll.poll():
                if descriptor == self._ear:
                    for number in os.read(self._ear, 512):
                        if number == _RELEASED or number in SIGNALS:
                            return number
                    with suppress(RuntimeError):  # the loop has ended
                        wake()
                elif event & select.POLLNVAL:
                    poll.unregister(terminal)
                else:
                    return signal.SIGHUP


def _hung_up(terminal: int) -> bool:
    poll = select.poll()
    poll.register(terminal, 0)
    return any(event & select.POLLHUP for _, event in poll.poll(0))


def _draw_on_nothing() -> None:
    """Let what is still written go nowhere: on a lost terminal it fails, and turns the exit code into 120."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
