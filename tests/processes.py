"""Other processes: sessions that start in the same moment, are killed, or have no rights."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import ijtui.services

ROOT = Path(__file__).parents[1]
DEADLINE = 30.0
"""Seconds after which a process that should have ended long ago is a failure."""

_BEGINNING = """\
import os, sys
from pathlib import Path
import platformdirs, ijtui.services.desk, ijtui.services.backup, ijtui.data.restore, ijtui.domain.limits
from ijtui.data.opening import open_store
from ijtui.errors import Conflict, IjtuiError, StorageFailed
from tests.builders import *
from tests.processes import become_ordinary, wait_for_the_others
path = Path(sys.argv[1])
"""


class Session:
    """Another process that has imported everything and runs a piece of Python with `path` set.

    Args:
        code: what it does.
        path: the database file.
        arguments: more words, from sys.argv[2].
    """

    def __init__(self, code: str, path: Path, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BEGINNING + textwrap.dedent(code), str(path), *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        streams = (self._process.stdin, self._process.stdout, self._process.stderr)
        self._told, self._said, self._errors = (stream for stream in streams if stream is not None)

    def line(self) -> str:
        """Wait for a line from it and return it."""
        line = self._said.readline()
        if not line:
            raise AssertionError(f"ended early: {self._errors.read()}")
        return line.rstrip("\n")

    def go(self) -> None:
        """Let it go on from `wait_for_the_others`."""
        self._told.write("go\n")
        self._told.flush()

    def kill(self) -> list[str]:
        """End it with SIGKILL and return the whole lines it had said since."""
        self._process.kill()
        said = self._said.read()
        self._close()
        return said[: said.rfind("\n") + 1].splitlines()

    def end(self) -> str:
        """Wait until it ends well and return the rest of what it said."""
        self._told.close()
        said, errors = self._said.read(), self._errors.read()
        self._close()
        assert self._process.returncode == 0, errors
        return said.strip()

    def _close(self) -> None:
        self._process.wait(DEADLINE)
        for stream in (self._said, self._errors, self._told):
            stream.close()


def all_at_once(code: str, path: Path, arguments: Sequence[object] = (1, 2, 3, 4)) -> list[str]:
    """Run the code in one process an argument, released in the same moment; return what each said."""
    sessions = [Session(f"wait_for_the_others()\n{textwrap.dedent(code)}", path, word) for word in arguments]
    for session in sessions:
        assert session.line() == "ready"
    for session in sessions:
        session.go()
    return [session.end() for session in sessions]


def wait_for_the_others() -> None:
    """Say that this process is ready, and wait until all are."""
    print("ready", flush=True)  # noqa: T201 - it is how it tells
    sys.stdin.readline()


def become_ordinary() -> None:
    """Give up root's rights, which no file mode stops; does nothing for an ordinary account.

    Whatever may be imported later is imported first: an interpreter in root's home can't be read afterwards.
    """
    importlib.import_module("_strptime")  # datetime does so when a time is read
    for module in pkgutil.walk_packages(ijtui.services.__path__, "ijtui.services."):
        importlib.import_module(module.name)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def given_away(path: Path) -> Path:
    """Give a file or folder to the account that `become_ordinary` becomes, so that modes are what counts."""
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    return path
