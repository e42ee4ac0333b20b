"""What a process at the door knows of the world: nothing that the caller brought, but a few checked words.

Everything here happens before Textual, SQLite or anything else that reads the environment is imported
(reliability notes §1.3). None of it is a wall by itself.
"""

from __future__ import annotations

import os
import re
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from ijtui.terminal.environment import prepare

_MEMORY = 1024 * 2**20
"""Bytes of address space; what would exhaust the server ends with an error instead."""

_FIRST_FREE = 3
"""The first file descriptor that is not one of the standard streams."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(_[A-Za-z]{2,4})?(\.[A-Za-z0-9-]{1,16})?(@[a-z]{1,16})?")
_CONNECTION = re.compile(r"[0-9A-Za-z:.%\[\] -]{1,200}")

_TOLD = {"TERM": _NAME, "COLORTERM": _NAME, "LANG": _LANGUAGE, "SSH_CONNECTION": _CONNECTION}
"""What the session goes on knowing of the caller's terminal, and how it has to look."""

_ASKED = ("SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH", "SUDO_UID")
"""What the door reads once."""

_FIXED = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "SHELL": "/bin/false"}

CONFIG, DATABASE, SETTINGS = "IJTUI_CONFIG", "IJTUI_DB", "IJTUI_SETTINGS"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody has brought to the door.

    Attributes:
        arguments: those of the process.
        command: what they asked sshd to run, or None where they asked for the app.
        auth_file: where sshd wrote how they proved who they are, or "".
        sudo_uid: the number of the account that sudo was called from, or "".
    """

    arguments: tuple[str, ...]
    command: str | None
    auth_file: str
    sudo_uid: str


def isolate(module: str, environ: Mapping[str, str] = os.environ) -> None:
    """Start again without anything that could be brought into Python, unless it was started so."""
    if not sys.flags.isolated:
        kept = {name: environ[name] for name in (*_TOLD, *_ASKED) if name in environ}
        os.execve(sys.executable, [sys.executable, "-I", "-m", module, *sys.argv[1:]], {**kept, **_FIXED})


def settle() -> Arrival:
    """Make the process one that the caller has no say in, and return what they brought."""
    os.closerange(_FIRST_FREE, os.sysconf("SC_OPEN_MAX"))
    _limit(resource.RLIMIT_AS, _MEMORY)
    arrival = arrived(sys.argv[1:], os.environ)
    fixed = rebuilt(os.environ)
    os.environ.clear()
    os.environ.update(fixed)
    prepare(remote=True)
    return arrival


def arrived(arguments: list[str], environ: Mapping[str, str]) -> Arrival:
    """Return what somebody has brought, by the words that sshd and sudo have for it."""
    command, auth_file, sudo_uid = (environ.get(name) for name in _ASKED)
    return Arrival(tuple(arguments), command, auth_file or "", sudo_uid or "")


def rebuilt(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a session: fixed, and what is told of the terminal where it is sane."""
    told = {name: environ[name] for name, sane in _TOLD.items() if sane.fullmatch(environ.get(name, ""))}
    return {**told, **_FIXED}


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))
