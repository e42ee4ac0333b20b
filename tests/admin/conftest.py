"""A server to look after: in a folder of its own, with an account and a group that are gone after the tests.

Every command is a process of its own, started by a Python that all accounts can read, as root starts it.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from ijtui.server.places import Places
from tests.admin.environment import interpreter_in
from tests.server.accounts import _LOCK as LOCK

_NEEDED = ("/usr/sbin/sshd", "ssh-keygen", "visudo", "useradd", "setpriv")
_SHIM = '#!/bin/sh\nexec {python} -I -m ijtui.admin --root {root} "$@"\n'


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Server:
    """An installed server.

    Attributes:
        folder: holds everything.
        python: starts the program; everybody can.
        account: the service account.
        group: who comes in through sudo.
    """

    folder: Path
    python: Path
    account: str
    group: str

    @property
    def root(self) -> Path:
        """What stands for "/"."""
        return self.folder / "root"

    @property
    def places(self) -> Places:
        """Where everything lies."""
        return Places(self.root / "etc/ijtui", self.root / "usr/lib/ijtui", self.root / "var/lib/ijtui")

    @property
    def uid(self) -> int:
        """The account's number."""
        return pwd.getpwnam(self.account).pw_uid

    def admin(self, *words: str | Path, given: str = "", user: str | None = None) -> Said:
        """Run `ijtui-admin`, as root unless said otherwise."""
        line = [self.folder / "bin" / "ijtui-admin", *words]
        environ = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/", "COLUMNS": "100"}
        done = subprocess.run(
            line, input=given, capture_output=True, text=True, cwd="/", env=environ, user=user, timeout=60
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Said(done.returncode, done.stdout, done.stderr)

    def fine(self, *words: str | Path, given: str = "") -> str:
        """Run `ijtui-admin` where it has to work, and return what it said."""
        said = self.admin(*words, given=given)
        assert said.code == 0, said
        return said.out

    def shell(self, line: str) -> None:
        """Run what was printed for root's shell; sshd and systemctl of this machine are left in peace."""
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", "-e", "-c", line], env={"PATH": path, "LANG": "C.UTF-8"}, capture_output=True, text=True
        )
        assert done.returncode == 0, (line, done.stderr)

    def answered(self) -> list[str]:
        """What sshd is told about keys when it asks, as the account nobody."""
        line = [
            "setpriv",
            "--reuid=nobody",
            "--regid=nogroup",
            "--clear-groups",
            str(self.places.authorized_keys),
        ]
        said: str = subprocess.run(line, capture_output=True, text=True, check=True).stdout
        return said.splitlines()

    def a_key(self, name: str = "key", *options: str) -> Path:
        """Make a pair of keys and return the public half."""
        file = Path(tempfile.mkdtemp(dir=self.folder)) / name
        made = options or ("-t", "ed25519")
        subprocess.run(["ssh-keygen", "-q", "-N", "", "-C", name, *made, "-f", file], check=True)
        return file.with_suffix(".pub")


@pytest.fixture(scope="session")
def _installed() -> Iterator[Server]:
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    why = f"there is no {', '.join(missing)}" if missing else ""
    if os.geteuid() != 0:
        why = "only root can make accounts"
    if why and os.environ.get("CI") == "true":
        pytest.fail(f"the administrator's commands are not tested: {why}")
    if why:
        pytest.skip(f"a real system is needed: {why}")
    # Not under a folder that others may write, which is refused, and rightly.
    folder = Path(tempfile.mkdtemp(prefix="ijtui-admin-", dir="/var/lib"))
    folder.chmod(0o755)
    name = f"ijta{os.getpid():x}"
    server = Server(folder, interpreter_in(folder), name, f"{name}p")
    try:
        _furnish(server)
        with LOCK.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            server.fine("install", "--account", server.account, "--group", server.group)
        yield server
    finally:
        for line in (["userdel", "--force", name], ["groupdel", server.group]):
            with suppress(subprocess.CalledProcessError), LOCK.open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                subprocess.run(line, check=True, capture_output=True)
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def _snapshot(_installed: Server) -> Path:
    """Data and keys of a server with Anna, who leads Bo; each has a key, and there is a copy of the file."""
    _installed.fine("person", "add", "anna", "Anna Ahl")
    _installed.fine("person", "add", "bo", "Bo Berg", "--manager", "anna", "--number", "17")
    for login in ("anna", "bo"):
        _installed.fine("key", "add", login, _installed.a_key(login))
    _installed.fine("backup")
    kept = _installed.folder / "snapshot"
    kept.mkdir(mode=0o700)
    for folder in (_installed.places.data, _installed.places.keys):
        subprocess.run(["cp", "-a", folder, kept / folder.name], check=True)
    return kept


@pytest.fixture
def server(_installed: Server, _snapshot: Path) -> Server:
    """A server that was just installed: no keys, no file."""
    _emptied(_installed)
    return _installed


@pytest.fixture
def peopled(server: Server, _snapshot: Path) -> Server:
    """A server with Anna, who leads Bo; each has a key, and there is a copy of the file."""
    for folder in (server.places.data, server.places.keys):
        subprocess.run(["cp", "-aT", _snapshot / folder.name, folder], check=True)
    return server


def _emptied(server: Server) -> None:
    for folder in (server.places.data, server.places.keys):
        for left in folder.iterdir():
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def _furnish(server: Server) -> None:
    """Make what a Debian has before anything is installed, and commands that leave this machine alone."""
    Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    etc = server.root / "etc"
    for folder in ("ssh/sshd_config.d", "sudoers.d"):
        (etc / folder).mkdir(parents=True)
    host_key = server.a_key("host").with_suffix("")
    (etc / "ssh/sshd_config").write_text(
        f"Include {etc}/ssh/sshd_config.d/*.conf\nHostKey {host_key}\nUsePAM yes\nAcceptEnv LANG LC_*\n"
    )
    (etc / "sudoers").write_text(f"@includedir {etc}/sudoers.d\n")
    for folder in ("usr/lib", "var/lib"):
        (server.root / folder).mkdir(parents=True)
    shims = server.folder / "bin"
    shims.mkdir()
    texts = {"ijtui-admin": _SHIM.format(python=server.python, root=server.root)}
    for name, text in {**texts, "sshd": "#!/bin/sh\n", "systemctl": "#!/bin/sh\n"}.items():
        (shims / name).write_text(text)
        (shims / name).chmod(0o755)
