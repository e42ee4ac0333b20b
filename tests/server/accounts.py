"""Throw-away accounts of this machine: names that are nobody else's, and gone after the tests."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK = Path(tempfile.gettempdir()) / "ijtui-test-accounts.lock"
"""The files of accounts have one writer at a time, and useradd does not wait for another."""


@contextmanager
def group(name: str) -> Iterator[str]:
    """Give a new group for the block."""
    _run("groupadd", "--system", name)
    try:
        yield name
    finally:
        _run("groupdel", name)


@contextmanager
def account(name: str, home: Path, *groups: str) -> Iterator[str]:
    """Give a new account for the block: no password, an ordinary shell; at the end nothing of it is left."""
    extra = ["--groups", ",".join(groups)] if groups else []
    _run("useradd", "--system", "--user-group", *extra, "--no-create-home", "--home-dir", str(home),
         "--shell", "/bin/sh", "--password", "*", name)  # fmt: skip
    try:
        yield name
    finally:
        for process in processes_of(name):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _run("userdel", "--force", name)


def processes_of(name: str) -> list[int]:
    """Return the processes that run as that account now, but for sshd's own."""
    import pwd

    uid, found = pwd.getpwnam(name).pw_uid, []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # gone in between
            if folder.stat().st_uid == uid and not _is_over(folder) and not _is_sshd(folder):
                found.append(int(folder.name))
    return found


def _is_over(folder: Path) -> bool:
    return (folder / "stat").read_text().rpartition(")")[2].split()[0] == "Z"


def _is_sshd(folder: Path) -> bool:
    return (folder / "cmdline").read_bytes().startswith((b"sshd", b"/usr/sbin/sshd"))


def words_of(process: int) -> str:
    """Return what a process was started as; nothing where it is gone."""
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    return ""


def environment_of(process: int) -> dict[str, str]:
    """Return what a process was started with; nothing where it is gone."""
    with suppress(OSError):
        words = Path(f"/proc/{process}/environ").read_bytes().decode("utf-8", "replace").split("\0")
        return dict(word.split("=", 1) for word in words if "=" in word)
    return {}


def _run(*command: str) -> None:
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(command, check=True, capture_output=True)
