"""Public keys: which lines of a person's key file let in, and whose a fingerprint is.

What sshd asks, as `AuthorizedKeysCommand`, is answered here with nothing but the standard library: it runs as
`nobody`, before anybody has shown who they are. Only kind and key go into an answer; options and comments,
which could say anything, don't.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ijtui.server.places import KEY_TYPES, Places, is_login

_LARGEST = 64 * 1024
"""Bytes of a key file that are read; the longest key takes a thousand."""

_HARMLESS = frozenset("0123456789 abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZåäöÅÄÖ@._+-")


@dataclass(frozen=True, slots=True)
class Key:
    """One public key.

    Attributes:
        kind: one of `KEY_TYPES`.
        body: the key in base64, as `ssh-keygen` writes it.
        comment: whose or from where, for people; never passed on.
    """

    kind: str
    body: str
    comment: str = ""

    @property
    def fingerprint(self) -> str:
        """What `ssh-keygen -l` and sshd's log call it: "SHA256:…"."""
        return fingerprint(self.body)

    @property
    def line(self) -> str:
        """The line of a key file."""
        return f"{self.kind} {self.body} {self.comment}".rstrip()


def fingerprint(body: str) -> str:
    """Return the fingerprint of a key in base64."""
    digest = hashlib.sha256(base64.b64decode(body)).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def key_in(line: str) -> Key | None:
    """Return the key in a line "TYPE BASE64 [comment]", or None where there is none that lets in."""
    parts = line.split(None, 2)
    if len(parts) < 2 or parts[0] not in KEY_TYPES or not _is_body(*parts[:2]):
        return None
    comment = "".join(sign for sign in "".join(parts[2:]).strip() if sign in _HARMLESS)
    return Key(parts[0], parts[1], comment)


def keys_of(places: Places, login: str) -> tuple[Key, ...]:
    """Return that person's keys; none where there is no file.

    Raises:
        OSError: the file is there and can't be read.
    """
    file = places.keys_of(login)
    return _read(file) if file.is_file() else ()


def answer(places: Places) -> Iterator[str]:
    """Yield a line of `authorized_keys` for every key of everybody.

    Files with strange names, links, and what can't be read are passed over; none keeps anybody else out.

    Raises:
        OSError: the folder can't be read.
    """
    for file in sorted(places.keys.iterdir()):
        if file.suffix == ".pub" and is_login(file.stem):
            for key in _readable(file):
                yield f'restrict,pty,command="{places.session} --user {file.stem}" {key.kind} {key.body}'


def main(places: Places | None = None) -> int:
    """Print what sshd asks for; nothing, and nobody is let in, where the keys can't be read."""
    try:
        lines = [f"{line}\n" for line in answer(places or Places())]
    except OSError:
        return 1
    sys.stdout.write("".join(lines))
    return 0


def _readable(file: Path) -> tuple[Key, ...]:
    try:
        return _read(file) if file.is_file() and not file.is_symlink() else ()
    except OSError:
        return ()


def _read(file: Path) -> tuple[Key, ...]:
    with file.open("rb") as stream:
        text = stream.read(_LARGEST).decode("ascii", "replace")
    return tuple(key for key in map(key_in, text.splitlines()) if key)


def _is_body(kind: str, body: str) -> bool:
    """Whether that is base64 and says itself that it is a key of this kind."""
    try:
        blob = base64.b64decode(body, validate=True)
    except binascii.Error:
        return False
    length = int.from_bytes(blob[:4], "big")
    return blob[4 : 4 + length] == kind.encode() and len(blob) > 4 + length
