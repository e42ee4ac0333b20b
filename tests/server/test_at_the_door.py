"""What a process at the door knows, who it takes somebody for, and what Python itself refuses it."""

from __future__ import annotations

import json
import os
import pwd
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.account import Door
from ijtui.errors import BadInput, NotAllowed
from ijtui.paths import PACKAGE
from ijtui.server.coming_in import hosting_of
from ijtui.server.identity import by_key, by_sudo, fingerprint
from ijtui.server.keys import answer, key_in
from ijtui.server.net import REFUSED
from ijtui.server.places import Places, is_login
from ijtui.server.surroundings import Arrival, rebuilt

SETTLED = """
import json, os, resource, sys
from ijtui.server.surroundings import settle
{settle}
print(json.dumps({{
    "environ": dict(os.environ),
    "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
    "memory": resource.getrlimit(resource.RLIMIT_AS)[0],
    "umask": os.umask(0),
    "open": sorted(int(name) for name in os.listdir("/proc/self/fd")),
}}))
"""

EVIL = {
    "PYTHONSTARTUP": "/tmp/x",
    "TEXTUAL_DRIVER": "evil:Driver",
    "TEXTUAL_LOG": "/tmp/x",
    "EDITOR": "vi",
    "BROWSER": "/tmp/x",
    "IJTUI_DB": "/tmp/x",
    "IJTUI_DEVELOP": "1",
    "_IJTUI_COMPLETE": "bash_source",
    "LC_EVIL": "() { :;}; id",
    "LC_ALL": "sv_SE.UTF-8",
    "COLUMNS": "1",
    "NO_COLOR": "1",
    "TMPDIR": "/tmp/x",
}


def process(program: str, **env: str) -> Any:
    """Return what a process prints that was started with one descriptor too many."""
    ours = {**env, "PYTHONPATH": str(PACKAGE.parent)}
    with Path(os.devnull).open() as extra:
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=ours,
            capture_output=True,
            pass_fds=[extra.fileno()],
            check=True,
        )
    return json.loads(done.stdout)


def test_nothing_that_was_brought_along_is_left() -> None:
    kept = {"TERM": "xterm-256color", "LANG": "sv_SE.UTF-8"}
    found = process(SETTLED.format(settle="settle()"), **EVIL, **kept)
    assert not (EVIL.keys() - {"LANG"}) & found["environ"].keys()
    assert kept.items() <= found["environ"].items()
    assert (found["core"], found["memory"], found["umask"]) == (0, 2**30, 0o077)
    assert len(found["open"]) == 4  # one of them looks at them


def test_without_settling_all_of_it_would_be() -> None:
    found = process(SETTLED.format(settle=""), **EVIL)
    assert EVIL.keys() <= found["environ"].keys()
    assert found["memory"] != 2**30
    assert len(found["open"]) == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TERM", "../../x"),
        ("TERM", "a" * 100),
        ("TERM", "xterm\n"),
        ("LANG", "() { :;}; id"),
        ("LANG", "sv_SE.UTF-8/../x"),
        ("COLORTERM", "true color"),
        ("SSH_CONNECTION", "1\x1b[2J"),
    ],
)
def test_what_looks_strange_is_not_kept(name: str, value: str) -> None:
    assert name not in rebuilt({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TERM", "xterm-256color"),
        ("TERM", "screen.xterm-256color"),
        ("LANG", "C"),
        ("LANG", "sv_SE.UTF-8@euro"),
        ("COLORTERM", "truecolor"),
        ("SSH_CONNECTION", "fe80::1%eth0 52 10.0.0.1 22"),
    ],
)
def test_what_looks_usual_is_kept(name: str, value: str) -> None:
    assert rebuilt({name: value})[name] == value


TRIED = {
    "subprocess.Popen": "import subprocess; subprocess.run(['true'])",
    "os.system": "import os; os.system('true')",
    "os.exec": "import os; os.execv('/bin/true', ['true'])",
    "os.fork": "import os; os.fork() or os._exit(0)",
    "os.posix_spawn": "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "os.forkpty": "import os; os.forkpty()[0] or os._exit(0)",
    "pty.spawn": "import pty; pty.spawn('/bin/true')",
    "webbrowser.open": "import webbrowser; webbrowser.register('x', None, webbrowser.GenericBrowser('true'));"
    " webbrowser.open('x')",
    "socket.connect": "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))",
    "socket.bind": "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "socket.sendto": "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
    "ctypes.dlopen": "import ctypes; ctypes.CDLL('libc.so.6')",
}


@pytest.mark.parametrize("event", sorted(REFUSED))
def test_the_net_refuses_it_and_without_the_net_it_works(event: str) -> None:
    spread = "from ijtui.server.net import spread; spread();"
    call = [sys.executable, "-c"]
    env = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    refused = subprocess.run([*call, spread + TRIED[event]], env=env, capture_output=True, check=False)
    assert b"PermissionError" in refused.stderr
    works = subprocess.run([*call, TRIED[event]], env=env, capture_output=True, check=False)
    assert (works.returncode, works.stderr) == (0, b"")


# Who somebody is


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2cw5oi3jOGlPJfTxPXvQdBlH5Rp9BsZDkNG3YI3lI4"
OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPCwYxjMDjYFEgxPsd1hPvCzYgAlLnUJhKpLkvYkpR0H"


def prints(line: str) -> str:
    key = key_in(line)
    assert key
    return key.fingerprint


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "etc", tmp_path / "library", tmp_path / "data")
    found.keys.mkdir(parents=True)
    return found


def arrived(*arguments: str, auth: str = "", sudo: str = "") -> Arrival:
    return Arrival(arguments, None, auth, sudo)


def auth_file(folder: Path, text: str) -> str:
    file = folder / "auth"
    file.write_text(text)
    return str(file)


def test_whoever_comes_with_their_own_key_is_let_in_with_all_they_have(
    places: Places, tmp_path: Path
) -> None:
    places.keys_of("anna").write_text(f"{KEY} one\n# no key\n{OTHER} two\n")
    auth = auth_file(tmp_path, f"publickey {KEY}\n")
    door = by_key(arrived("--user", "anna", auth=auth), places)
    assert door == Door("anna", prints(KEY), frozenset({prints(KEY), prints(OTHER)}))


@pytest.mark.parametrize("said", [f"publickey {OTHER}\n", f"hostbased {KEY}\n", "publickey x\n", ""])
def test_whoever_comes_with_another_key_is_not(places: Places, tmp_path: Path, said: str) -> None:
    places.keys_of("anna").write_text(f"{KEY}\n")
    with pytest.raises(NotAllowed, match="does not belong to anna"):
        by_key(arrived("--user", "anna", auth=auth_file(tmp_path, said)), places)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--user",), ("anna",), ("--user", "anna", "x"), ("--user", ""), ("--user", "../anna"),
     ("--user", "Anna"), ("--user", "-anna"), ("--user", "anna\n"), ("--user=anna",), ("--user", "a" * 33)],
)  # fmt: skip
def test_the_key_door_is_started_in_one_way_only(places: Places, arguments: tuple[str, ...]) -> None:
    with pytest.raises(BadInput):
        by_key(arrived(*arguments), places)


def test_a_name_beside_the_number_of_sudo_is_refused(places: Places) -> None:
    with pytest.raises(BadInput, match="sudo says who"):
        by_key(arrived("--user", "anna", sudo="0"), places)


def test_sudo_says_whose_account_it_was(places: Places) -> None:
    me = pwd.getpwuid(os.getuid()).pw_name
    assert by_sudo(arrived(sudo=str(os.getuid())), places) == Door(me)


@pytest.mark.parametrize(
    ("number", "refusal"),
    [("", BadInput), ("x", BadInput), ("-1", BadInput), ("\u0661", BadInput), (str(2**31 - 7), NotAllowed),
     (str(2**70), NotAllowed)],
)  # fmt: skip
def test_a_number_that_is_nobodys_is_refused(places: Places, number: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        by_sudo(arrived(sudo=number), places)


def test_a_file_that_is_not_there_tells_of_no_key(tmp_path: Path) -> None:
    assert fingerprint("") == ""
    assert fingerprint(str(tmp_path / "none")) == ""


def test_only_good_keys_in_files_with_good_names_let_in(places: Places) -> None:
    (places.keys / "anna.pub").write_text(f"{KEY} anna's laptop\nssh-dss AAAA x\nrubbish\n\n")
    (places.keys / 'x" ,command="id.pub').write_text(f"{KEY}\n")
    (places.keys / "bo").write_text(f"{KEY}\n")
    (places.keys / "cilla.pub").write_text(f'command="sh",no-pty {KEY}\n')
    (places.keys / "dan.pub").symlink_to(places.keys / "anna.pub")
    (places.keys / "eva.pub").mkdir()
    expected = f'restrict,pty,command="{places.session} --user anna" {KEY}'
    assert list(answer(places)) == [expected]


def test_a_key_of_another_kind_than_it_says_lets_nobody_in() -> None:
    assert key_in(KEY.replace("ssh-ed25519", "ssh-rsa", 1)) is None
    assert key_in(KEY) is not None


@pytest.mark.parametrize("name", ["anna", "a-b_1", "_x", "a" * 32])
def test_these_are_login_names(name: str) -> None:
    assert is_login(name)


@pytest.mark.parametrize("name", ["", "å", "A", "a.b", "a/b", "..", "-a", "a b", "a\n", "a" * 33])
def test_these_are_not(name: str) -> None:
    assert not is_login(name)
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        Places().settings_of(name)


# What they are told to write after ssh


@pytest.mark.parametrize(
    ("written", "sudo", "told"),
    [
        ("", "", f"{pwd.getpwuid(os.getuid()).pw_name}@{os.uname().nodename}"),
        ("", "1000", os.uname().nodename),
        ("samtal@samtal.example.se", "", "samtal@samtal.example.se"),
        ("samtal@samtal.example.se", "1000", "samtal.example.se"),
    ],
)
def test_everybody_is_told_the_address_they_came_by(
    places: Places, written: str, sudo: str, told: str
) -> None:
    (places.etc / "server.toml").write_text(f"address = {json.dumps(written)}\n")
    assert hosting_of(places, arrived(sudo=sudo)).address == told
