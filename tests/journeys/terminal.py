"""A real pseudo-terminal with a person's fingers and eyes: keys in, a picture out.

    with Terminal([sys.executable, "-m", "ijtui"], home=tmp_path) as terminal:
        terminal.wait_for("Today")
        terminal.press("ctrl+t", "down", "enter")
        terminal.type("åäö")
        terminal.hang_up()
        terminal.wait_all_gone(3)

Every wait ends as soon as what it waits for is there, and fails with the picture when it is not.
"""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.journeys.keys import sequence
from tests.journeys.patience import PATIENCE, eventually
from tests.journeys.surroundings import surroundings
from tests.journeys.wire import Wire

_LAUNCH = Path(__file__).with_name("launch.py")
_ESCAPE_PASSES = 0.25
"""Seconds, once the program has read the ESC, after which what follows is not part of it."""


class Terminal:
    """A program on a terminal of its own.

    Args:
        program: what to run, and its arguments.
        home: a directory that becomes the program's home and working directory.
        cols, rows: size of the terminal, in cells.
        language: "sv" or "en", told by LANG.
        env: environment variables in addition to `surroundings`.
        own_terminal: whether the terminal controls the program, so that its hang-up is signalled.
        ignore_hangup: whether the program inherits an ignored SIGHUP, as from nohup.
        file_limit: bytes no file may grow beyond, which is a full disk without a disk.
    """

    def __init__(
        self,
        program: Sequence[str],
        *,
        home: Path,
        cols: int = 80,
        rows: int = 24,
        language: str = "en",
        env: Mapping[str, str] | None = None,
        own_terminal: bool = True,
        ignore_hangup: bool = False,
        file_limit: int | None = None,
    ) -> None:
        self._wire = Wire(cols, rows)
        # Passed on by the program to whom it becomes; at its end all of them are gone.
        self._alive, alive = os.pipe()
        settled = ["--own-terminal"] * own_terminal + ["--ignore-hangup"] * ignore_hangup
        settled += [] if file_limit is None else [f"--file-limit={file_limit}"]
        slave = self._wire.slave
        self.process = subprocess.Popen(
            [sys.executable, "-ISE", str(_LAUNCH), *settled, "--", *program],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=home,
            env=surroundings(home, language, **(env or {})),
            pass_fds=[alive],
            start_new_session=True,
        )
        os.close(slave)
        os.close(alive)
        self._wire.listen()

    # What the person does

    def press(self, *keys: str) -> None:
        """Press keys by name, see `tests.journeys.keys`."""
        for key in keys:
            self.send(sequence(key))
            if key == "escape":
                self._let_escape_pass()

    def type(self, text: str) -> None:
        """Type a text; its line feeds are the enter key."""
        self.send(text.replace("\n", "\r").encode())

    def paste(self, text: str) -> None:
        """Paste a text as terminals do where the program has asked for bracketed paste."""
        self.send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        if not self._wire.send(data, PATIENCE):
            raise AssertionError("the program does not read its keyboard" + self._account())

    def resize(self, cols: int, rows: int) -> None:
        """Make the window another size."""
        self._wire.resize(cols, rows)

    def stall(self) -> None:
        """Stop taking what the program sends, as a frozen connection does."""
        self._wire.stop_listening()

    def flow(self) -> None:
        """Take what the program sends again."""
        self._wire.listen()

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        self._wire.close()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal; under a shell, the shell."""
        self.process.send_signal(number)

    # What the person sees

    @property
    def raw(self) -> bytes:
        """Every byte the program has sent, from the first."""
        return bytes(self._wire.raw)

    def screen(self) -> str:
        """Return the whole screen, rows without trailing blanks."""
        return self._wire.text()

    def line(self, number: int) -> str:
        """Return one row of the screen, from 0, or from -1 upwards."""
        return self.screen().split("\n")[number]

    def cursor(self) -> tuple[int, int]:
        """Return column and row of the cursor, from 0."""
        return self._wire.cursor()

    def wait_until(self, seen: Callable[[str], object], what: str, timeout: float = PATIENCE) -> str:
        """Wait until that is true of the screen, and return the screen."""
        if not self._wire.wait(seen, timeout):
            raise AssertionError(f"waited in vain for {what}" + self._account())
        return self.screen()

    def wait_for(self, *texts: str | re.Pattern[str], timeout: float = PATIENCE) -> str:
        """Wait until all these texts stand on the screen at once, and return the screen."""
        sought = [re.compile(re.escape(text)) if isinstance(text, str) else text for text in texts]
        return self.wait_until(lambda screen: all(one.search(screen) for one in sought), str(texts), timeout)

    def wait_gone(self, *texts: str, timeout: float = PATIENCE) -> str:
        """Wait until none of these texts stands on the screen, and return the screen."""
        return self.wait_until(lambda screen: not any(t in screen for t in texts), f"no {texts}", timeout)

    def wait_sent(self, data: bytes, timeout: float = PATIENCE) -> None:
        """Wait until the program has sent these bytes, to be seen or not."""
        self.wait_until(lambda _: data in self._wire.raw, f"the bytes {data!r}", timeout)

    def wait_read(self, timeout: float = PATIENCE) -> None:
        """Wait until the program has read everything that was typed."""
        eventually(lambda: self._wire.unread() == 0, "the program to read its keyboard", timeout)

    # How it ends

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Wait for the end and for all that was said; return the code, negative for a deadly signal.

        Whoever else still has the terminal may say something too: for the program alone, `process.wait`.
        """
        code = self.process.wait(timeout)
        self._wire.drain(timeout)
        return code

    def wait_all_gone(self, timeout: float = PATIENCE) -> float:
        """Wait until the program and a shell it ran under are gone; return the seconds that took."""
        start = time.monotonic()
        if not select.select([self._alive], [], [], timeout)[0]:
            raise AssertionError(f"still alive after {timeout} s" + self._account())
        return time.monotonic() - start

    def is_restored(self) -> bool:
        """Return whether the terminal echoes and edits lines again, as a shell needs it."""
        return self._wire.edits_lines()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up and end what still runs on this terminal, and only that."""
        self._wire.close()
        for pid in _session(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._alive)

    def _let_escape_pass(self) -> None:
        self.wait_read()
        # The silence after it is what makes ESC a key; the start of a sequence looks the same.
        time.sleep(_ESCAPE_PASSES)

    def _account(self) -> str:
        with suppress(subprocess.TimeoutExpired):  # it lets go of the terminal a little before it ends
            self.process.wait(1 if self._wire.ended else 0)
        code = self.process.returncode
        state = "it runs" if code is None else f"it ended with {code}"
        return f"; {state}, and the screen is\n{self.screen()}"


def _session(leader: int) -> list[int]:
    """Return who belongs to the session of that process: everything started on its terminal."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # gone in between
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
