"""The keys: what is let in, what is dropped, and what is never an answer to sshd."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tests.admin.conftest import Server


def test_what_sshd_is_told_is_kind_and_key_behind_a_forced_command(server: Server) -> None:
    server.fine("person", "add", "anna", "Anna Ahl")
    kind, body, _comment = server.a_key().read_text().split()
    server.fine("key", "add", "anna", "-", given=f'command="sh",no-pty {kind} {body} anna@home "x\n')
    session = server.places.session
    assert server.answered() == [f'restrict,pty,command="{session} --user anna" {kind} {body}']
    assert server.places.keys_of("anna").read_text().startswith(f"{kind} {body}")


@pytest.mark.parametrize(
    "before",
    [
        "",
        'environment="A=b c" ',
        'command="a \\" ssh-ed25519 AAAA",restrict ',
        "cert-authority,no-pty\t",
        "  ",
    ],
)
def test_what_stands_before_a_key_is_dropped(server: Server, before: str) -> None:
    server.fine("person", "add", "anna", "Anna Ahl")
    key = server.a_key().read_text()
    server.fine("key", "add", "anna", "-", given=f"\n# a remark\n{before}{key}")
    assert server.places.keys_of("anna").read_text() == key


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "There is no key in it"),
        ("# nothing\n", "There is no key in it"),
        ("hello\n", "<stdin>:1: This is no public key"),
        ("\nssh-ed25519 AAAA\n", "<stdin>:2: This is no public key"),
        ("ssh-dss AAAAB3NzaC1kc3MAAAA=\n", "This is no public key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nx\n", "This is a private key"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== x\n", "ssh-keygen does not take this for a key"),
        ("\x00\x1b[2J\ud7ff\n", "This is no public key"),
    ],
)
def test_what_is_no_key_is_refused_with_its_line(server: Server, given: str, said: str) -> None:
    server.fine("person", "add", "anna", "Anna Ahl")
    refused = server.admin("key", "add", "anna", "-", given=given)
    assert refused.code == 1
    assert said in refused.err
    assert server.answered() == []


def test_a_key_that_is_too_short_is_refused(server: Server) -> None:
    server.fine("person", "add", "anna", "Anna Ahl")
    refused = server.admin("key", "add", "anna", server.a_key("short", "-t", "rsa", "-b", "1024"))
    assert (refused.code, "1024 bits" in refused.err) == (1, True)
    assert server.answered() == []


def test_a_key_belongs_to_one_person(peopled: Server) -> None:
    key = peopled.a_key()
    peopled.fine("key", "add", "anna", key)
    assert "before" in peopled.fine("key", "add", "anna", key)
    refused = peopled.admin("key", "add", "bo", key)
    assert (refused.code, "already the one of anna" in refused.err) == (1, True)
    assert len(peopled.answered()) == 3


def test_a_key_of_nobody_is_not_let_in(peopled: Server) -> None:
    refused = peopled.admin("key", "add", "eva", peopled.a_key())
    assert (refused.code, "eva has no account" in refused.err) == (1, True)
    assert not peopled.places.keys_of("eva").exists()


def test_a_key_goes_by_the_beginning_of_its_fingerprint(peopled: Server) -> None:
    peopled.fine("key", "add", "anna", peopled.a_key("second"))
    listed = [line.split() for line in peopled.fine("key", "list", "anna").splitlines()[1:]]
    assert [row[3] for row in listed] == ["anna", "second"]
    refused = peopled.admin("key", "remove", "anna", "SHA256:")
    assert (refused.code, "More than one" in refused.err) == (1, True)
    peopled.fine("key", "remove", "anna", listed[0][2][:20])
    assert "second" in peopled.places.keys_of("anna").read_text()
    peopled.fine("key", "remove", "anna", listed[1][2])
    assert not peopled.places.keys_of("anna").exists()
    assert peopled.admin("key", "remove", "anna", listed[1][2]).code == 1


@pytest.mark.parametrize(
    "name",
    [
        'x" ,command="id.pub',
        "a\nssh-ed25519 AAAA.pub",
        "-oProxyCommand=id.pub",
        "Anna.pub",
        ".pub",
        "anna.pub.part",
        "..pub",
        "å.pub",
        "x y.pub",
    ],
)
def test_a_file_with_a_strange_name_lets_nobody_in(peopled: Server, name: str) -> None:
    before = peopled.answered()
    shutil.copy(peopled.a_key(), peopled.places.keys / name)
    assert peopled.answered() == before
    assert peopled.admin("doctor").code == 1


def test_a_link_and_a_folder_among_the_keys_let_nobody_in(peopled: Server) -> None:
    before = peopled.answered()
    (peopled.places.keys / "eva.pub").symlink_to(peopled.a_key())
    (peopled.places.keys / "eve.pub").mkdir()
    shutil.copy(peopled.a_key(), peopled.places.keys / "ewa.pub")
    (peopled.places.keys / "ewa.pub").chmod(0o600)
    os.mkfifo(peopled.places.keys / "evi.pub")
    assert peopled.answered() == before
    peopled.fine("key", "list")


def test_the_account_can_add_no_key(peopled: Server) -> None:
    before = peopled.answered()
    said = peopled.admin("key", "add", "anna", "-", given=peopled.a_key().read_text(), user=peopled.account)
    assert (said.code, "Only root can do this" in said.err) == (1, True)
    copied = ["setpriv", f"--reuid={peopled.account}", "--clear-groups", "cp", "/dev/null"]
    for place in (peopled.places.keys, peopled.places.etc, peopled.places.library, peopled.places.session):
        target = place / "eva.pub" if place.is_dir() else place
        assert subprocess.run([*copied, target], stderr=subprocess.DEVNULL).returncode != 0
    assert peopled.answered() == before
