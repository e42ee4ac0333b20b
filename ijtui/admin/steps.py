"""What an installation is made of: each a thing that is there already, or the shell's lines that make it."""

from __future__ import annotations

import grp
import os
import pwd
import shlex
import stat
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ijtui.admin.put import put
from ijtui.errors import StorageFailed
from ijtui.words import N_

_FAILED = N_("{command} did not work: {reason}")


class Step(Protocol):
    """One thing that has to be there."""

    def is_done(self) -> bool:
        """Whether it is there as it should be, as far as whoever asks can see."""

    def shell(self) -> str:
        """Return the lines that make it, ready to be pasted into root's shell."""

    def do(self) -> None:
        """Make it, or make it right; raises StorageFailed."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a tool of the system does.

    Attributes:
        words: the command and its arguments.
        done: whether it needs not be run.
    """

    words: tuple[str, ...]
    done: Callable[[], bool]

    def is_done(self) -> bool:
        """Whether it needs not be run."""
        return self.done()

    def shell(self) -> str:
        """Return the command."""
        return shlex.join(self.words)

    def do(self) -> None:
        """Run it."""
        ran(*self.words)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its owner and mode.

    Attributes:
        owner: name of an account; the folder belongs to its group, too.
    """

    path: Path
    mode: int
    owner: str = "root"

    def is_done(self) -> bool:
        """Whether it is there, that account's, and has exactly that mode."""
        try:
            found = self.path.lstat()
            account = pwd.getpwnam(self.owner)
        except (OSError, KeyError):
            return False
        wanted = (stat.S_IFDIR | self.mode, account.pw_uid, account.pw_gid)
        return (found.st_mode, found.st_uid, found.st_gid) == wanted

    def shell(self) -> str:
        """Return the command that makes it."""
        group = "root" if self.owner == "root" else _group_of(self.owner)
        return shlex.join(
            ["install", "-d", "-m", f"{self.mode:04o}", "-o", self.owner, "-g", group, str(self.path)]
        )

    def do(self) -> None:
        """Make it with the command that is shown."""
        ran(*shlex.split(self.shell()))


@dataclass(frozen=True, slots=True)
class File:
    """A file of root's.

    Attributes:
        check: raises where a file with this text would do harm; it is given one that lies aside.
    """

    path: Path
    text: str
    mode: int
    check: Callable[[Path], None] = lambda _: None

    def is_done(self) -> bool:
        """Whether it is there, root's, with exactly this text and mode."""
        try:
            found = self.path.lstat()
            text = self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        wanted = (stat.S_IFREG | self.mode, 0, 0, self.text)
        return (found.st_mode, found.st_uid, found.st_gid, text) == wanted

    def shell(self) -> str:
        """Return the command that writes it, with the text after it."""
        made = shlex.join(["install", "-m", f"{self.mode:04o}", "/dev/stdin", str(self.path)])
        return f"{made} <<'END'\n{self.text}END"

    def do(self) -> None:
        """Check it and put it in place."""
        put(self.path, self.text, self.mode, self.check)


def ran(*words: str, given: str = "") -> str:
    """Run a tool of the system and return what it said.

    Raises:
        StorageFailed: it is missing, or says that it did not work.
    """
    # A root that came by plain `su` has no path to the system's own tools.
    environ = {**os.environ, "PATH": f"{os.environ.get('PATH', '/usr/bin:/bin')}:/usr/sbin:/sbin"}
    try:
        done = subprocess.run(
            words, input=given, capture_output=True, text=True, errors="replace", env=environ, cwd="/"
        )
    except OSError as error:
        raise StorageFailed(_FAILED, command=shlex.join(words), reason=error.strerror) from error
    if done.returncode:
        reason = (done.stderr or done.stdout).strip() or str(done.returncode)
        raise StorageFailed(_FAILED, command=shlex.join(words), reason=reason)
    return done.stdout


def has_group(name: str) -> bool:
    """Whether there is a group of that name."""
    try:
        grp.getgrnam(name)
    except KeyError:
        return False
    return True


def has_account(name: str) -> bool:
    """Whether there is an account of that name."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _group_of(account: str) -> str:
    """Return the account's own group; one that is not made yet gets one of its own name."""
    try:
        return grp.getgrgid(pwd.getpwnam(account).pw_gid).gr_name
    except KeyError:
        return account
