"""Nobody gets past the door of accounts: sudo says who somebody is, and starts one thing only."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Mapping

import pytest

from tests.server.host import Host
from tests.server.shared_file import SECRET


def as_account(name: str, *command: str | os.PathLike[str], **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run something as an account of this machine."""
    return subprocess.run(
        command,
        user=name,
        group=pwd.getpwnam(name).pw_gid,
        extra_groups=os.getgrouplist(name, pwd.getpwnam(name).pw_gid),
        cwd="/",
        env={"PATH": "/usr/bin:/bin:/usr/sbin", "LANG": "en_GB.UTF-8", "TERM": "xterm", **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
    )


def asked(host: Host, who: str, command: str = "mine", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Ask at the door of accounts as somebody."""
    env = {"SSH_ORIGINAL_COMMAND": command, **env}
    return as_account(who, "sudo", "-n", "-u", host.account, "--", host.places.sudo_session, **env)


def test_an_account_in_the_group_comes_in_as_whom_it_belongs_to(host: Host) -> None:
    done = asked(host, host.person, "list people")
    assert done.returncode == 0, done.stderr
    assert b"Cilla Ceder" in done.stdout
    assert b"Cilla Ceder" in asked(host, host.person).stdout.splitlines()[0]


def test_an_account_outside_the_group_does_not(host: Host) -> None:
    assert asked(host, host.outsider, "list people").returncode == 1
    assert asked(host, host.outsider, "list people").stdout == b""


@pytest.mark.parametrize("name", ["SUDO_UID", "SUDO_USER", "USER", "LOGNAME"])
def test_nobody_is_somebody_else_by_a_variable(host: Host, name: str) -> None:
    other = str(pwd.getpwnam(host.trusted).pw_uid) if name == "SUDO_UID" else host.trusted
    assert b"Cilla Ceder" in asked(host, host.person, **{name: other}).stdout.splitlines()[0]


def test_only_sudo_makes_the_variable_mean_something(host: Host) -> None:
    """The service account itself could be anybody: whoever is that has everything already."""
    other = str(pwd.getpwnam(host.trusted).pw_uid)
    env = {"SSH_ORIGINAL_COMMAND": "mine", "SUDO_UID": other}
    assert b"Tor Ceder" in as_account(host.account, host.places.sudo_session, **env).stdout.splitlines()[0]
    alone = as_account(host.person, host.places.sudo_session, **env)
    assert (alone.returncode, alone.stdout) == (1, b"")


ATTEMPTS: Mapping[str, tuple[str, ...]] = {
    "a variable": ("-u", "{account}", "SUDO_UID=0", "{session}"),
    "a name": ("-u", "{account}", "{session}", "--user", "bo"),
    "a shell": ("-u", "{account}", "/bin/sh", "-c", "id"),
    "another account": ("-u", "{outsider}", "{session}"),
    "root": ("{session}",),
    "another group": ("-u", "{account}", "-g", "root", "{session}"),
    "the whole environment": ("-E", "-u", "{account}", "{session}"),
    "a library": ("-u", "{account}", "LD_PRELOAD=/tmp/evil.so", "{session}"),
    "the other door": ("-u", "{account}", "{key_door}", "--user", "bo"),
    "an editor": ("-u", "{account}", "-e", "{database}"),
    "a login": ("-u", "{account}", "-i"),
}


REFUSALS = (b"a password is required", b"sorry, you are not allowed", b"is not allowed to execute")
"""What sudo says when it starts nothing."""


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_sudo_starts_nothing_else_and_nothing_otherwise(host: Host, attempt: tuple[str, ...]) -> None:
    values = {
        "account": host.account,
        "outsider": host.outsider,
        "session": host.places.sudo_session,
        "key_door": host.places.session,
        "database": host.places.database,
    }
    words = ["sudo", "-n", *(word.format(**values) for word in attempt)]
    env = {"SSH_ORIGINAL_COMMAND": "mine", "EDITOR": "/bin/true"}
    refused = as_account(host.person, *words, **env)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert any(said in refused.stderr for said in REFUSALS)
    allowed = as_account(host.trusted, *words, **env)
    assert not any(said in allowed.stderr for said in REFUSALS), "it proves nothing"


def test_the_key_door_wants_no_name_where_sudo_says_one(host: Host) -> None:
    line = ("sudo", "-n", "-u", host.account, host.places.session, "--user", "bo")
    done = as_account(host.trusted, *line, SSH_ORIGINAL_COMMAND="mine")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"sudo says who" in done.stderr


def test_the_sudo_door_takes_no_arguments(host: Host) -> None:
    line = ("sudo", "-n", "-u", host.account, host.places.sudo_session, "--user", "bo")
    assert as_account(host.trusted, *line).returncode == 2


def test_people_with_accounts_come_in_over_ssh(host: Host) -> None:
    done = host.own.ask("list people")
    assert done.returncode == 0, done.stderr
    assert b"Cilla Ceder" in done.stdout
    assert host.own.ask("id").returncode == 2


@pytest.mark.parametrize(
    "command", ["cat {database}", "ls {data}", "cat {data}/ijtui.db-wal", "head -c1 {data}"]
)
def test_the_data_is_closed_to_every_other_account(host: Host, command: str) -> None:
    words = command.format(database=host.places.database, data=host.places.data).split()
    for who in (host.person, host.outsider):
        done = as_account(who, *words)
        assert (done.returncode != 0, done.stdout) == (True, b"")
        assert b"Permission denied" in done.stderr
    if "wal" not in command and "head" not in command:
        assert as_account(host.account, *words).stdout


def test_the_secret_is_there_to_be_found(host: Host) -> None:
    assert SECRET.encode() in as_account(host.account, "cat", host.places.database).stdout
