"""From installing to coming in: a real sshd reads what was installed, and whoever has ended stays outside."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.admin.conftest import Server
from tests.journeys.patience import eventually

Come = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def come(peopled: Server, tmp_path: Path) -> Iterator[Come]:
    """Come in over SSH by a key, and ask for something."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    config = peopled.root / "etc/ssh/sshd_config"
    # Without PAM: the account has to be open by itself, and nothing of this machine's settings is asked.
    options = [f"Port={port}", "ListenAddress=127.0.0.1", "UsePAM=no", "PidFile=none"]
    line = [
        "/usr/sbin/sshd",
        "-D",
        "-E",
        str(tmp_path / "log"),
        *(f"-o{option}" for option in options),
        "-f",
        str(config),
    ]
    sshd = subprocess.Popen(line)

    def came(key: Path, *words: str) -> subprocess.CompletedProcess[str]:
        told = ["BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=no", "LogLevel=ERROR"]
        told.append(f"UserKnownHostsFile={tmp_path / 'known'}")
        call = [
            "ssh",
            "-F",
            "/dev/null",
            "-p",
            str(port),
            "-i",
            str(key.with_suffix("")),
            *(f"-o{one}" for one in told),
        ]
        address = f"{peopled.account}@127.0.0.1"
        return subprocess.run([*call, address, *words], capture_output=True, text=True, timeout=30)

    try:
        eventually(lambda: _listens(port), "sshd to listen")
        yield came
    finally:
        sshd.terminate()
        sshd.wait(10)


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
            return one.recv(4) == b"SSH-"
    except OSError:
        return False


def test_whoever_was_let_in_is_who_their_key_says_until_they_end(peopled: Server, come: Come) -> None:
    keys = {login: peopled.a_key(login) for login in ("anna", "bo")}
    for login, key in keys.items():
        peopled.fine("key", "add", login, key)
    assert "Bo Berg" in come(keys["anna"], "today").stdout
    assert come(keys["bo"], "today").stdout == ""
    assert come(keys["bo"], "list", "people").returncode == 0
    peopled.fine("person", "end", "bo")
    refused = come(keys["bo"], "list", "people")
    assert (refused.returncode, "Permission denied" in refused.stderr) == (255, True)
    peopled.fine("person", "add", "bo", "Bodil Bark")
    assert come(keys["bo"], "list", "people").returncode == 255
    assert come(keys["anna"], "list", "people").returncode == 0


def test_a_key_that_outlives_its_account_opens_nothing(peopled: Server, come: Come) -> None:
    key = peopled.a_key("bo")
    peopled.fine("key", "add", "bo", key)
    left = peopled.places.keys_of("bo").read_text()
    peopled.fine("person", "end", "bo")
    peopled.places.keys_of("bo").write_text(left)
    peopled.places.keys_of("bo").chmod(0o644)
    said = come(key, "list", "people")
    assert (said.returncode, said.stdout) == (1, "")
    assert "bo has no account here" in said.stderr
