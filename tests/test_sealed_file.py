"""Sealed files are those of the `age` tool: what either writes the other opens, and nothing else."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from ijtui.errors import BadInput
from ijtui.sealed_file import (
    LARGEST,
    seal,
    seal_with_passphrase,
    unseal,
    unseal_with_passphrase,
    wants_passphrase,
)
from tests.sealing import sealed_cheaply

SECRET = "överlämning".encode()


@pytest.fixture(scope="module")
def key() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


def file_of(key: pyrage.x25519.Identity) -> bytes:
    """Return what age-keygen writes."""
    return f"# created: 2026-11-21\n# public key: {key.to_public()}\n{key}\n".encode()


def test_what_is_sealed_for_a_key_is_opened_with_it_alone(key: pyrage.x25519.Identity) -> None:
    sealed = seal(SECRET, [str(key.to_public())])
    assert SECRET not in sealed
    assert not wants_passphrase(sealed)
    assert unseal(sealed, file_of(key), "key.txt") == pyrage.decrypt(sealed, [key]) == SECRET
    with pytest.raises(BadInput, match="can't be opened"):
        unseal(sealed, file_of(pyrage.x25519.Identity.generate()), "key.txt")


def test_what_is_sealed_with_a_passphrase_says_so_and_costs_work_to_open() -> None:
    sealed = seal_with_passphrase(SECRET, "hemlig fras")
    assert SECRET not in sealed
    assert wants_passphrase(sealed)
    work = int(sealed.split(b"\n")[1].split()[-1])
    assert 14 <= work <= 22


def test_the_passphrase_opens_it_and_no_other() -> None:
    sealed = sealed_cheaply(SECRET, "hemlig fras")
    assert wants_passphrase(sealed)
    assert unseal_with_passphrase(sealed, "hemlig fras") == SECRET
    with pytest.raises(BadInput, match="can't be opened"):
        unseal_with_passphrase(sealed, "en annan")


def test_what_was_written_as_letters_is_opened_too(key: pyrage.x25519.Identity) -> None:
    letters = base64.encodebytes(seal(SECRET, [str(key.to_public())])).decode()
    armored = f"-----BEGIN AGE ENCRYPTED FILE-----\n{letters}-----END AGE ENCRYPTED FILE-----\n".encode()
    assert unseal(armored, file_of(key), "key.txt") == SECRET


@pytest.mark.skipif(shutil.which("age") is None, reason="the age tool is not installed")
def test_the_age_tool_opens_it(key: pyrage.x25519.Identity, tmp_path: Path) -> None:
    identity = tmp_path / "key.txt"
    identity.write_bytes(file_of(key))
    command = ["age", "--decrypt", "--identity", str(identity)]
    opened = subprocess.run(
        command, input=seal(SECRET, [str(key.to_public())]), capture_output=True, check=True
    )
    assert opened.stdout == SECRET


@pytest.mark.parametrize("cut", [0, 1, 30, 100, -1])
def test_a_damaged_file_is_one_sentence(key: pyrage.x25519.Identity, cut: int) -> None:
    sealed = seal(SECRET, [str(key.to_public())])
    with pytest.raises(BadInput):
        unseal(sealed[:cut], file_of(key), "key.txt")
    flipped = bytearray(sealed)
    flipped[cut] ^= 1
    with pytest.raises(BadInput):
        unseal(bytes(flipped), file_of(key), "key.txt")


def test_what_is_no_sealed_file_is_refused(key: pyrage.x25519.Identity) -> None:
    for data in (b"", b"{}", b"PK\x03\x04", b"\0" * 100):
        with pytest.raises(BadInput, match="no encrypted file"):
            unseal(data, file_of(key), "key.txt")
    with pytest.raises(BadInput, match="larger"):
        unseal(b"\0" * (LARGEST + 1), file_of(key), "key.txt")


def test_a_file_that_would_take_all_memory_is_left_alone() -> None:
    dear = b"age-encryption.org/v1\n-> scrypt V5NfyZVqaopXMga//dUr8w 40\nAAAA\n--- AAAA\n"
    with pytest.raises(BadInput, match="memory"):
        unseal_with_passphrase(dear, "x")


@pytest.mark.parametrize("wrong", ["", "age1", "age1zzz", "ssh-ed25519 AAAA", "åäö", "AGE-SECRET-KEY-1"])
def test_what_is_no_public_key_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="no public key"):
        seal(SECRET, [wrong])


@pytest.mark.parametrize("wrong", [b"", b"# only a comment\n", b"AGE-SECRET-KEY-1ZZZ", b"\xff\xfe"])
def test_what_is_no_secret_key_is_refused(key: pyrage.x25519.Identity, wrong: bytes) -> None:
    with pytest.raises(BadInput, match=r"no secret key in key\.txt"):
        unseal(seal(SECRET, [str(key.to_public())]), wrong, "key.txt")


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(BadInput, match="pipx inject ijtui pyrage"):
        seal_with_passphrase(SECRET, "x")
