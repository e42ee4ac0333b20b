"""The far end of a pseudo-terminal: what comes in becomes a picture, whether or not anybody looks."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import termios
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pyte

from tests.journeys.picture import Picture

CLOSED = -1


class Wire:
    """Reads from a terminal in a thread of its own, so that the program never waits for us.

    Args:
        cols, rows: size of the terminal, in cells.
    """

    def __init__(self, cols: int, rows: int) -> None:
        self.raw = bytearray()
        """Every byte that has come, from the first."""
        self.ended = False
        """Whether no program holds the terminal any more."""
        self._picture = Picture(cols, rows)
        self._stream = pyte.ByteStream(self._picture)
        self._news = threading.Condition()
        self._master, self.slave = os.openpty()
        self.slave_name = os.ttyname(self.slave)
        os.set_blocking(self._master, False)
        self._reader: threading.Thread | None = None
        self._stop = CLOSED
        self.resize(cols, rows)

    def resize(self, cols: int, rows: int) -> None:
        """Give picture and terminal another size; the program is told by the kernel."""
        with self._news:
            self._picture.resize(rows, cols)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def listen(self) -> None:
        """Take what comes from now on."""
        if self._reader is None:
            hearing, self._stop = os.pipe()
            self._reader = threading.Thread(target=self._listen, args=(hearing,), daemon=True)
            self._reader.start()

    def stop_listening(self) -> None:
        """Let what comes pile up in the terminal."""
        if self._reader is not None:
            os.close(self._stop)
            self._reader.join()
            self._reader = None

    def drain(self, timeout: float) -> None:
        """Wait until everything the ended programs have sent is in the picture."""
        if self._reader is not None:
            self._reader.join(timeout)

    def close(self) -> None:
        """Hang up."""
        self.stop_listening()
        if self._master != CLOSED:
            os.close(self._master)
            self._master = CLOSED

    def send(self, data: bytes, timeout: float) -> bool:
        """Send the bytes; return whether all were taken in time."""
        deadline = time.monotonic() + timeout
        while data and select.select([], [self._master], [], max(0.0, deadline - time.monotonic()))[1]:
            with suppress(BlockingIOError):
                data = data[os.write(self._master, data) :]
        return not data

    def unread(self) -> int:
        """Return how many bytes the program has not read yet."""
        # Only the program's own side can be asked.
        slave = os.open(self.slave_name, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            return int(struct.unpack("i", fcntl.ioctl(slave, termios.FIONREAD, b"\0" * 4))[0])
        finally:
            os.close(slave)

    def edits_lines(self) -> bool:
        """Return whether the terminal echoes and edits lines, as a shell needs it."""
        flags = termios.tcgetattr(self._master)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def text(self) -> str:
        """Return the picture, rows without trailing blanks."""
        with self._news:
            return self._picture.text()

    def cursor(self) -> tuple[int, int]:
        """Return column and row of the cursor, from 0."""
        with self._news:
            return self._picture.cursor.x, self._picture.cursor.y

    def wait(self, seen: Callable[[str], object], timeout: float) -> bool:
        """Wait until that is true of the picture; return whether it became true in time."""
        deadline = time.monotonic() + timeout
        with self._news:
            while not seen(self._picture.text()):
                left = deadline - time.monotonic()
                if left <= 0 or self.ended:
                    return False
                self._news.wait(left)
        return True

    def _listen(self, hearing: int) -> None:
        while hearing not in (ready := select.select([self._master, hearing], [], [])[0]):
            with self._news:
                self._take(_read(self._master) if ready else b"")
                self._news.notify_all()
            if self.ended:
                break
        os.close(hearing)

    def _take(self, data: bytes) -> None:
        self.ended = not data
        self.raw += data
        self._stream.feed(data)


def _read(master: int) -> bytes:
    """Return what has come, or nothing at the end, which Linux tells as an error."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""
