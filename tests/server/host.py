"""A shared server on this machine for as long as the tests run: accounts, folders, keys, sshd and sudo.

The door's sshd reads the very lines that the administrator's command installs. A second sshd lets the same
account in with an ordinary key and nothing of ours: whatever the door refuses has to succeed there, or the
attempt proves nothing.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ijtui.server import fragments
from ijtui.server.places import Places
from tests.journeys.patience import eventually
from tests.server import accounts
from tests.server.environment import interpreter_in
from tests.server.shared_file import shared_file

SSHD = "/usr/sbin/sshd"
_COMMON = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {host_key}
PidFile none
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
AuthorizedKeysFile {plain}
AllowTcpForwarding yes
PermitUserRC yes
PermitTunnel yes
Subsystem sftp internal-sftp
"""

_DOOR = """\
AcceptEnv LANG LC_*
Match User {account},{person}
    ClientAliveInterval 1
    ClientAliveCountMax 2
Match all
{lines}"""

_PLAIN = """\
AcceptEnv *
ExposeAuthInfo yes
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to come in over SSH.

    Attributes:
        account: whose account it is at the server.
        port: where that sshd listens.
        key: the private key.
        known: the file of known hosts.
        waits: a command that reads what one writes, until one has done.
    """

    account: str
    port: int
    key: Path
    known: Path
    waits: str = "log"

    @property
    def options(self) -> list[str]:
        """What every client of OpenSSH is told."""
        told = {
            "IdentityFile": self.key,
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": self.known,
            "BatchMode": "yes",
            "Port": self.port,
            "ExitOnForwardFailure": "yes",
            "LogLevel": "ERROR",
            "SendEnv": "LANG",
        }
        return [
            "-F",
            "/dev/null",
            *(word for name, value in told.items() for word in ("-o", f"{name}={value}")),
        ]

    @property
    def address(self) -> str:
        """Account and host."""
        return f"{self.account}@127.0.0.1"

    def line(self, *options: str, command: str | None = None) -> list[str]:
        """Return the call of ssh."""
        return ["ssh", *self.options, *options, self.address, *([] if command is None else ["--", command])]

    def ask(
        self, command: str | None, *options: str, text: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run ssh to its end."""
        environ = {**os.environ, "LANG": "en_GB.UTF-8", **(env or {})}
        line = self.line(*options, command=command)
        return subprocess.run(line, input=text, capture_output=True, timeout=30, env=environ)


@dataclass(frozen=True, slots=True)
class Host:
    """The server.

    Attributes:
        places: where everything of it lies.
        account: the service account.
        person: an account of the system that may come in through sudo, as Cilla.
        outsider: one that may not.
        trusted: one that sudo lets do anything; the control of what it refuses.
        door: Anna's way in, by her key.
        plain: the same account without any of our lines: the control.
        unknown: a key that is nobody's.
        own: the way of `person` into their own account, with the lines for people who have one.
        config: the door's sshd_config.
        marks: a folder that every account may write.
    """

    places: Places
    account: str
    person: str
    outsider: str
    trusted: str
    door: Way
    plain: Way
    unknown: Way
    own: Way
    config: Path
    marks: Path


@contextmanager
def a_host(folder: Path, token: str) -> Iterator[Host]:
    """Give a server in that folder, which is root's, for the block.

    Args:
        folder: made, and every folder above it writable by root alone: sshd looks.
        token: makes the names of accounts nobody else's.
    """
    with ExitStack() as stack:
        places = Places(folder / "etc", folder / "library", folder / "data")
        home, marks = folder / "home", folder / "marks"
        for made in (places.etc, places.keys, places.library, home, marks, folder / "plain"):
            made.mkdir(mode=0o755, exist_ok=True)
        marks.chmod(0o1777)
        people = stack.enter_context(accounts.group(f"ijt{token}g"))
        account = stack.enter_context(accounts.account(f"ijt{token}s", home))
        person = stack.enter_context(accounts.account(f"ijt{token}p", home, people))
        outsider = stack.enter_context(accounts.account(f"ijt{token}o", home))
        trusted = stack.enter_context(accounts.account(f"ijt{token}t", home))
        _install(places, interpreter_in(folder))
        shared_file(places, account, {"cilla": person, "tor": trusted})
        keys = _Keys(folder / "private")
        shutil.copy(keys.public("anna"), places.keys / "anna.pub")
        for name in (account, person):
            shutil.copy(keys.public("plain"), folder / "plain" / name)
        _sudoers(stack, places, account, people, trusted, token)
        config, door_port = _sshd(stack, folder, "door", keys, _door(places, account, person, people, folder))
        _plain, plain_port = _sshd(stack, folder, "control", keys, _PLAIN)
        known = keys.known(door_port, plain_port)

        def way(key: str, port: int = door_port, who: str = account) -> Way:
            return Way(who, port, keys.private(key), known, "log" if port == door_port else "cat")

        yield Host(
            places=places,
            account=account,
            person=person,
            outsider=outsider,
            trusted=trusted,
            door=way("anna"),
            plain=way("plain", plain_port),
            unknown=way("unknown"),
            own=way("plain", who=person),
            config=config,
            marks=marks,
        )


class _Keys:
    """Pairs of keys, made when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700)

    def private(self, name: str) -> Path:
        file = self._folder / name
        if not file.exists():
            call = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
            subprocess.run(call, check=True)
        return file

    def public(self, name: str) -> Path:
        return self.private(name).with_suffix(".pub")

    def known(self, *ports: int) -> Path:
        kind, body, _comment = self.public("host").read_text().split()
        file = self._folder / "known"
        file.write_text("".join(f"[127.0.0.1]:{port} {kind} {body}\n" for port in ports))
        return file


def _install(places: Places, interpreter: Path) -> None:
    programs = {
        "session": places.session,
        "sudo_session": places.sudo_session,
        "keys": places.authorized_keys,
    }
    for module, file in programs.items():
        file.write_text(fragments.program(interpreter, module, places))
        file.chmod(0o755)


def _door(places: Places, account: str, person: str, people: str, folder: Path) -> str:
    lines = fragments.sshd(places, folder / "sshd-door", account, people)
    return _DOOR.format(account=account, person=person, lines=lines)


def _sshd(stack: ExitStack, folder: Path, name: str, keys: _Keys, lines: str) -> tuple[Path, int]:
    """Start an sshd and return its configuration and port; it is ended with the block, by its own number."""
    Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where it locks itself in
    port, config = _free_port(), folder / f"sshd-{name}"
    common = _COMMON.format(
        port=port,
        host_key=keys.private("host"),
        plain=folder / "plain" / "%u",
    )
    config.write_text(common + lines)
    process = subprocess.Popen([SSHD, "-D", "-f", config, "-E", folder / f"log-{name}"])
    stack.callback(_end, process)
    eventually(_answers(port), f"sshd to listen; {config}")
    return config, port


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(10)


def _sudoers(stack: ExitStack, places: Places, account: str, people: str, trusted: str, token: str) -> None:
    """Let sudo read the very lines that are installed, and one line that lets `trusted` do anything."""
    file = Path(f"/etc/sudoers.d/ijtui-test-{token}")
    lines = fragments.sudoers(places, file, account, people)
    aside = places.etc / "sudoers"
    aside.write_text(f"{lines}{trusted} ALL=(ALL:ALL) NOPASSWD:SETENV: ALL\n")
    aside.chmod(0o440)
    subprocess.run(["visudo", "-c", "-f", aside], check=True, capture_output=True)
    stack.callback(file.unlink, missing_ok=True)
    shutil.copy(aside, file)
    file.chmod(0o440)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _answers(port: int) -> Callable[[], bool]:
    def look() -> bool:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
                return one.recv(4) == b"SSH-"
        except OSError:
            return False

    return look
