"""What installing makes, that it can be done twice, and what it refuses to stand on."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.admin.parts import sudo_lines
from ijtui.admin.setup import Setup
from ijtui.admin.steps import File
from ijtui.errors import StorageFailed
from tests.admin.conftest import Server


@pytest.fixture(autouse=True)
def _made_right_again(server: Server) -> Iterator[None]:
    yield
    server.fine("install")


def everything(server: Server) -> dict[str, tuple[int, int, int, int]]:
    """Return mode, owner, number and time of change of all that lies under the server's root."""
    found = {}
    for place in server.root.rglob("*"):
        status = place.lstat()
        found[str(place)] = (status.st_mode, status.st_uid, status.st_ino, status.st_mtime_ns)
    return found


def test_the_second_time_nothing_is_changed_and_that_is_said(server: Server) -> None:
    before = everything(server)
    assert server.fine("install") == "Everything is as it should be; nothing was changed.\n"
    assert server.fine("install", "--dry-run") == "# Everything is as it should be.\n"
    assert everything(server) == before


def test_only_the_data_is_not_roots(server: Server) -> None:
    theirs = [place for place in server.root.rglob("*") if place.lstat().st_uid != 0]
    assert theirs == [server.places.data]
    assert stat.S_IMODE(server.places.data.stat().st_mode) == 0o700
    writable = [place for place in server.root.rglob("*") if place.lstat().st_mode & 0o022]
    assert writable == []


def test_nobody_can_log_in_to_the_account_but_by_what_sshd_starts(server: Server) -> None:
    account = pwd.getpwnam(server.account)
    assert account.pw_shell == "/bin/sh"
    assert account.pw_uid < 1000
    assert Path(account.pw_dir).stat().st_uid == 0
    assert list(Path(account.pw_dir).iterdir()) == []
    shadow = Path("/etc/shadow").read_text().splitlines()
    assert next(line for line in shadow if line.startswith(f"{server.account}:")).split(":")[1] == "*"


def test_a_dry_run_prints_what_a_shell_needs_and_changes_nothing(server: Server) -> None:
    for place in (server.places.session, server.places.keys, server.root / "etc/sudoers.d/ijtui"):
        place.rmdir() if place.is_dir() else place.unlink()
    before = everything(server)
    printed = server.fine("install", "--dry-run")
    assert everything(server) == before
    server.shell(printed)
    assert server.fine("install", "--dry-run") == "# Everything is as it should be.\n"


def test_a_dry_run_needs_no_root(server: Server) -> None:
    said = server.admin("install", "--dry-run", "--account", "nobody-has-this", user="nobody")
    assert said.code == 0
    assert "useradd --system" in said.out
    assert "nobody-has-this" in said.out


@pytest.mark.parametrize("words", [["install"], ["person", "list"], ["key", "list"], ["doctor"], ["backup"]])
def test_whoever_is_not_root_is_told_so(server: Server, words: list[str]) -> None:
    said = server.admin(*words, user="nobody")
    assert (said.code, said.err) == (1, "ijtui-admin: Only root can do this. Run: sudo ijtui-admin …\n")


def test_what_has_changed_is_made_right_again(server: Server) -> None:
    server.places.session.write_text("#!/bin/sh\n")
    server.places.authorized_keys.chmod(0o777)
    os.chown(server.places.keys, server.uid, -1)
    printed = server.fine("install")
    for place in (server.places.session, server.places.authorized_keys, server.places.keys):
        assert str(place) in printed
    assert "systemctl reload ssh" in printed
    assert server.fine("install", "--dry-run") == "# Everything is as it should be.\n"


@pytest.mark.parametrize("account", ["root", "daemon", "nobody"])
def test_an_account_of_somebody_else_is_left_alone(server: Server, account: str) -> None:
    before = pwd.getpwnam(account)
    said = server.admin("install", "--account", account)
    assert said.code == 1
    assert f"There is an account {account} already" in said.err
    assert pwd.getpwnam(account) == before


@pytest.mark.parametrize("name", ["a b", "ALL", "x,y=(root)", "-rf", "#0", "å", "%wheel", "x\ny"])
def test_a_name_that_says_more_than_a_name_is_refused(server: Server, name: str) -> None:
    for option in ("--account", "--group"):
        assert server.admin("install", "--dry-run", f"{option}={name}").code == 1


def test_a_python_that_others_can_change_is_not_installed_with(server: Server) -> None:
    server.places.session.unlink()
    folder = server.python.parent
    folder.chmod(0o777)
    said = server.admin("install")
    folder.chmod(0o755)
    assert said.code == 1
    assert f"{folder} can be changed by others than root" in said.err
    assert not server.places.session.exists()


def test_a_python_that_the_account_cannot_read_is_not_installed_with(server: Server) -> None:
    server.places.session.unlink()
    folder = server.python.parent
    folder.chmod(0o700)
    said = server.admin("install")
    folder.chmod(0o755)
    assert said.code == 1
    assert f"{folder} can't be read by everybody" in said.err


def test_a_python_that_finds_the_program_only_for_us_is_not_installed_with(server: Server) -> None:
    server.places.session.unlink()
    paths = next(server.python.parents[1].glob("lib/python*/site-packages/there.pth"))
    lies, aside = paths.read_text().split(), paths.with_suffix(".aside")
    paths.rename(aside)
    try:
        done = subprocess.run(
            [server.python, "-m", "ijtui.admin", "install", "--root", server.root],
            env={"PYTHONPATH": ":".join(lies), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            cwd="/",
        )
    finally:
        aside.rename(paths)
    assert (done.returncode, f"{server.python} can't start ijtui by itself" in done.stderr) == (1, True)
    assert not server.places.session.exists()


def test_lines_that_sudo_refuses_never_lie_where_it_reads_them(server: Server) -> None:
    right = sudo_lines(Setup(server.root, server.account, server.group))
    before = right.path.read_text()
    broken = File(right.path, before.replace("NOPASSWD", "NOPASSWORD"), right.mode, right.check)
    with pytest.raises(StorageFailed, match="visudo"):
        broken.do()
    assert right.path.read_text() == before
    assert list(right.path.parent.iterdir()) == [right.path]


def test_nothing_can_be_looked_after_before_it_is_installed(server: Server) -> None:
    said = server.admin("person", "list", "--root", server.folder / "elsewhere")
    assert said.code == 1
    assert "Run: ijtui-admin install" in said.err
