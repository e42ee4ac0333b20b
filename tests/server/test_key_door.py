"""Nobody gets past the door of keys: every attempt is refused there, and succeeds without our lines."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest

from tests.journeys.patience import eventually
from tests.server.accounts import environment_of, processes_of
from tests.server.conftest import Mark
from tests.server.host import Host, Way
from tests.server.shared_file import SECRET

TAG = "LC_TAG"
"""A variable that both let in, by which a process is known again."""

GREETING = b"a service of this machine"

Attempt = Callable[[Way, Path], bool]
"""Tries to do something that must not be possible, and says whether it was. Given are a way and a mark."""


def shell(command: str, *options: str) -> Attempt:
    """Try to run something that leaves a mark."""

    def attempt(way: Way, mark: Path) -> bool:
        typed = f"touch {mark}\nexit\n".encode()
        way.ask(command.format(mark=mark), *options, text=typed)
        return mark.exists()

    return attempt


def put(*program: str) -> Attempt:
    """Try to lay a file on the server."""

    def attempt(way: Way, mark: Path) -> bool:
        call = [word.format(to=f"{way.address}:{mark}", address=way.address) for word in program[1:]]
        line = [program[0], *way.options, *call]
        subprocess.run(line, input=f"put /etc/passwd {mark}\n".encode(), capture_output=True, timeout=30)
        return mark.exists()

    return attempt


def subsystem(way: Way, _mark: Path) -> bool:
    """Try to speak SFTP; its first message gets an answer of the second kind."""
    line = way.line("-s", command="sftp")
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as client:
        assert client.stdin
        assert client.stdout
        with suppress(BrokenPipeError):
            client.stdin.write(b"\0\0\0\5\1\0\0\0\3")
            client.stdin.flush()
        answer = client.stdout.read(5)
        client.kill()
    return answer[4:] == b"\2"


@contextmanager
def a_service() -> Iterator[int]:
    """Give the port of something on this machine that greets whoever reaches it."""

    def greet() -> None:
        while True:
            try:
                one = listener.accept()[0]
            except OSError:
                return
            with one:
                one.sendall(GREETING)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=greet, daemon=True).start()
        yield int(listener.getsockname()[1])
        listener.shutdown(socket.SHUT_RDWR)


def through_standard_streams(way: Way, _mark: Path) -> bool:
    """Try to reach a service with -W."""
    with a_service() as port:
        return GREETING in way.ask(None, "-W", f"127.0.0.1:{port}").stdout


def through_local_port(way: Way, _mark: Path) -> bool:
    """Try to reach a service with -L."""
    with a_service() as port, forwarding(way, "-L", f"127.0.0.1:{{}}:127.0.0.1:{port}") as mine:
        return GREETING in told_at(mine, b"")


def through_proxy(way: Way, _mark: Path) -> bool:
    """Try to reach a service with -D, which speaks SOCKS 5."""
    with a_service() as port, forwarding(way, "-D", "127.0.0.1:{}") as mine:
        return GREETING in told_at(mine, b"\5\1\0" + b"\5\1\0\1\x7f\0\0\1" + port.to_bytes(2, "big"))


@contextmanager
def forwarding(way: Way, option: str, value: str) -> Iterator[int]:
    """Give the port of this machine that ssh listens at, and end ssh afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        mine = int(free.getsockname()[1])
    process = subprocess.Popen(way.line("-N", option, value.format(mine)), stdin=subprocess.DEVNULL)
    try:
        eventually(lambda: process.poll() is not None or listens(mine), "ssh to listen")
        yield mine
    finally:
        process.terminate()
        process.wait(10)


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def told_at(port: int, said: bytes) -> bytes:
    """Return all that is told there until it is closed."""
    told = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
        one.sendall(said)
        with suppress(ConnectionError):
            while not told.endswith(GREETING) and (part := one.recv(4096)):
                told += part
    return told


def listening_there(where: str) -> Attempt:
    """Try to let the server listen for us with -R; ssh ends with 255 where it may not."""

    def attempt(way: Way, mark: Path) -> bool:
        return way.ask("today", "-R", where.format(mark=mark)).returncode != 255

    return attempt


def with_agent(way: Way, mark: Path) -> bool:
    """Try to take the agent of one's keys along with -A."""
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", mark.with_suffix(".agent")], stdout=subprocess.DEVNULL)
    try:
        eventually(mark.with_suffix(".agent").exists, "the agent")
        return "SSH_AUTH_SOCK" in delivered(way, "-A", SSH_AUTH_SOCK=str(mark.with_suffix(".agent")))
    finally:
        agent.terminate()
        agent.wait(10)


def sent(name: str) -> Attempt:
    """Try to set a variable of the process at the other end."""

    def attempt(way: Way, mark: Path) -> bool:
        return delivered(way, said=f"{name}={mark}").get(name) == str(mark)

    return attempt


def delivered(way: Way, *options: str, said: str = "", **env: str) -> dict[str, str]:
    """Return the environment that something is started with which waits for what one writes."""
    tag = uuid4().hex
    line = way.line(*options, "-o", f"SetEnv={TAG}={tag} {said}", command=way.waits)
    process = subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**os.environ, **env}
    )
    found: dict[str, str] = {}

    def look() -> object:
        every = map(environment_of, processes_of(way.account))
        found.update(next((environ for environ in every if environ.get(TAG) == tag), {}))
        return found

    try:
        eventually(look, "something to be started")
    finally:
        process.kill()
        process.communicate()
        eventually(lambda: not processes_of(way.account), "its end")
    return found


ATTEMPTS: dict[str, Attempt] = {
    "a shell": shell("bash -i"),
    "a shell's command": shell("bash -c 'touch {mark}'"),
    "a shell on a terminal": shell("bash", "-tt"),
    "a second command": shell("minutes 12; touch {mark}"),
    "a substituted command": shell("minutes $(touch {mark})"),
    "an older way to substitute": shell("minutes `touch {mark}`"),
    "a second line": shell("minutes 1\ntouch {mark}"),
    "a pipe": shell("minutes 1 | touch {mark}"),
    "a redirection": shell("minutes 1 > {mark}"),
    "sftp": put("sftp", "-b", "-", "{address}"),
    "scp": put("scp", "/etc/passwd", "{to}"),
    "scp of old": put("scp", "-O", "/etc/passwd", "{to}"),
    "the subsystem": subsystem,
    "-L": through_local_port,
    "-D": through_proxy,
    "-W": through_standard_streams,
    "-R": listening_there("127.0.0.1:0:127.0.0.1:9"),
    "-R with a socket": listening_there("{mark}:127.0.0.1:9"),
    "-A": with_agent,
    **{
        name: sent(name)
        for name in ("PYTHONSTARTUP", "PYTHONPATH", "EDITOR", "TEXTUAL_DRIVER", "LD_PRELOAD", "IJTUI_DB")
    },
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_it_is_refused_at_the_door_and_possible_without_it(host: Host, mark: Mark, attempt: Attempt) -> None:
    assert not attempt(host.door, mark())
    assert attempt(host.plain, mark()), "the attempt itself is wrong: it proves nothing"


@pytest.mark.parametrize(
    "spoken",
    ["{session} --user bo", "-- --user bo", "--user bo", "SSH_ORIGINAL_COMMAND=x {session} --user bo"],
)
def test_nobody_is_somebody_else(host: Host, spoken: str) -> None:
    assert host.door.ask(spoken.format(session=host.places.session)).returncode == 2


def test_without_the_door_one_could_be_anybody(host: Host) -> None:
    asked = host.plain.ask(f"SSH_ORIGINAL_COMMAND=mine {host.places.session} --user bo")
    assert SECRET in asked.stdout.decode()


def test_a_name_is_only_for_those_whose_key_it_is(host: Host) -> None:
    asked = host.plain.ask(f"SSH_ORIGINAL_COMMAND=mine {host.places.session} --user anna")
    assert (asked.returncode, asked.stdout) == (1, b"")
    assert b"does not belong to anna" in asked.stderr
    assert host.door.ask("mine").returncode == 0


def test_a_key_that_is_nobodys_is_refused(host: Host) -> None:
    assert b"Permission denied" in host.unknown.ask("today").stderr
    assert host.door.ask("today").returncode == 0


def test_the_login_files_of_the_account_are_not_run(host: Host, mark: Mark) -> None:
    rc, made = host.places.etc.parent / "home" / ".ssh" / "rc", mark()
    rc.parent.mkdir(mode=0o755, exist_ok=True)
    rc.write_text(f"touch {made}\n")
    try:
        host.door.ask("today")
        assert not made.exists()
        host.plain.ask("true")
        assert made.exists()
    finally:
        rc.unlink()


def test_a_name_that_debian_lets_in_ends_at_the_door(host: Host) -> None:
    """LC_* is delivered; what matters is that nothing in the session reads it."""
    evil = delivered(host.door, said="LC_EVIL=x")
    assert evil["LC_EVIL"] == "x"
    asked = host.door.ask("list people", "-o", "SetEnv=LC_ALL=sv_SE.UTF-8 LANG=en_GB.UTF-8")
    assert asked.stdout.decode().startswith("No.")


ALIKE = ("passwordauthentication no", "kbdinteractiveauthentication no", "exposeauthinfo yes")
"""What the control says as well."""


@pytest.mark.parametrize(
    "line",
    [
        "disableforwarding yes",
        "permituserrc no",
        "permittunnel no",
        "passwordauthentication no",
        "kbdinteractiveauthentication no",
        "authorizedkeysfile none",
        "exposeauthinfo yes",
        "maxsessions 1",
    ],
)
def test_sshd_understands_the_lines_as_they_are_meant(host: Host, line: str) -> None:
    who = f"user={host.account},host=localhost,addr=127.0.0.1"
    call = ["/usr/sbin/sshd", "-T", "-C", who, "-f"]
    told = [subprocess.run([*call, host.config], capture_output=True, text=True, check=True).stdout]
    other = host.config.with_name("sshd-control")
    told.append(subprocess.run([*call, other], capture_output=True, text=True, check=True).stdout)
    assert line in told[0].splitlines()
    assert line not in told[1].splitlines() or line in ALIKE


def test_a_forced_command_alone_would_not_stop_forwarding(host: Host, mark: Mark) -> None:
    """Why the lines say more than `command=`."""
    file = host.config.parent / "plain" / host.account
    before = file.read_text()
    file.write_text(f'command="/bin/true" {before}')
    try:
        assert through_local_port(host.plain, mark())
        assert listening_there("127.0.0.1:0:127.0.0.1:9")(host.plain, mark())
    finally:
        file.write_text(before)


def test_started_otherwise_it_starts_again_without_what_was_brought_along(host: Host, mark: Mark) -> None:
    """sshd starts `python -I`; the command of the same name in a path of programs is not isolated yet."""
    interpreter = host.places.session.read_text().split()[0].removeprefix("#!")
    made, folder = mark(), mark()
    folder.mkdir()
    (folder / "tomllib.py").write_text(f"open({str(made)!r}, 'w')\n")
    env = {"PYTHONPATH": str(folder), "LANG": "en_GB.UTF-8"}
    call = [interpreter, "-m", "ijtui.server.session", "--user", "nobody"]
    done = subprocess.run(call, env=env, cwd="/", capture_output=True, text=True)
    assert (done.returncode, made.exists()) == (1, False), done.stderr
    assert done.stderr.startswith("ijtui: ")
    subprocess.run([interpreter, "-c", "import ijtui.hosting"], env=env, cwd="/", capture_output=True)
    assert made.exists()
