"""A pseudo-terminal that answers nothing and notes when which bytes came."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

COLUMNS, ROWS = 120, 40
_BETWEEN_FRAMES = 0.008
"""Seconds without a byte that end a frame; Textual paints no sooner than 16 ms after the last one."""


class TookTooLong(Exception):
    """A program did not show in time what it was started for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program sent after a key.

    Attributes:
        painted: seconds from the key to the last byte of the first frame, in which the letter is; other
            frames may follow, such as the saved mark's.
        size: bytes, of all frames.
    """

    painted: float
    size: int


class Terminal:
    """A program running on a pseudo-terminal of its own.

    Args:
        command: what to run.
        environment: set besides the present one; TERM is always set.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self.seen = bytearray()
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # the child: becomes the program, or ends
            self._become(command, {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    @staticmethod
    def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Set the window's size, then become the program; never returns."""
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        try:
            os.execvpe(command[0], list(command), {**os.environ, **environment})
        finally:
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def wait_for(self, marker: str, within: float = 30.0) -> float:
        """Return how many seconds after the start the marker was on the screen.

        Raises:
            TookTooLong: it did not come in time.
        """
        sought = marker.encode()
        while sought not in self.seen:
            left = self.started + within - time.perf_counter()
            if left < 0 or not self._read(left):
                raise TookTooLong(f"{marker!r} did not come within {within} s")
        return time.perf_counter() - self.started

    def key(self, keys: str, quiet: float = 0.04, within: float = 5.0) -> Answer:
        """Press keys and read until nothing has come for `quiet` seconds.

        Raises:
            TookTooLong: nothing came at all.
        """
        pressed = time.perf_counter()
        os.write(self._fd, keys.encode())
        if not self._read(within):
            raise TookTooLong(f"no answer to {keys!r} within {within} s")
        painted, size = time.perf_counter(), self._latest
        while self._read(_BETWEEN_FRAMES):
            painted = time.perf_counter()
            size += self._latest
        while self._read(quiet):
            size += self._latest
        return Answer(painted - pressed, size)

    def until(self, keys: str, marker: str, quiet: float = _BETWEEN_FRAMES, within: float = 5.0) -> float:
        """Press keys and return the seconds until the marker is painted anew and nothing more comes.

        Args:
            keys: to press.
            marker: what has to be painted.
            quiet: seconds without a byte that end it; by default the end of the marker's own frame.
            within: seconds after which it has failed.

        Raises:
            TookTooLong: it did not come in time.
        """
        sought, before, pressed = marker.encode(), len(self.seen), time.perf_counter()
        os.write(self._fd, keys.encode())
        while self.seen.find(sought, before) < 0:
            left = pressed + within - time.perf_counter()
            if left < 0 or not self._read(left):
                raise TookTooLong(f"{marker!r} did not come within {within} s")
        painted = time.perf_counter()
        while self._read(quiet):
            painted = time.perf_counter()
        return painted - pressed

    def paste(self, text: str) -> None:
        """Paste a text, marked as a paste the way terminals do; reads meanwhile, or both sides would wait."""
        data = f"\x1b[200~{text}\x1b[201~".encode()
        for start in range(0, len(data), 1024):
            os.write(self._fd, data[start : start + 1024])
            while self._read(0):
                pass

    def settle(self, quiet: float = 0.5, within: float = 5.0) -> None:
        """Read until nothing has come for `quiet` seconds, or for `within` seconds in all."""
        end = time.perf_counter() + within
        while self._read(quiet) and time.perf_counter() < end:
            pass

    def listen(self, seconds: float) -> int:
        """Return how many bytes come in that many seconds."""
        size, end = 0, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if self._read(left):
                size += self._latest
        return size

    def private_memory(self) -> int:
        """Return how many bytes of memory the program has for itself."""
        with Path(f"/proc/{self.pid}/smaps_rollup").open() as rollup:
            return sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Private_"))

    def seconds_run(self) -> float:
        """Return how many seconds of a core the program has used, all its threads together."""
        runs = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(run.read_text().split()[0]) for run in runs) / 1e9

    def fileno(self) -> int:
        """Return the descriptor, to wait for several terminals at once."""
        return self._fd

    def read(self) -> None:
        """Read what has come."""
        self._read(0)

    def press(self, keys: str) -> None:
        """Press keys and wait for nothing."""
        os.write(self._fd, keys.encode())

    def _read(self, timeout: float) -> bool:
        """Read what has come, waiting at most `timeout` seconds; False where nothing came."""
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the program closed its side: nothing more will come
            return False
        self.seen += data
        self._latest = len(data)
        return bool(data)
