"""The folder of public keys, which is the truth about who comes in by which key: one file a person, root's.

A key belongs to one person: sshd takes the first line that fits, so it would let in whichever comes first.
"""

from __future__ import annotations

import re
from pathlib import Path

from ijtui.admin.put import put
from ijtui.admin.steps import ran
from ijtui.errors import BadInput, NotFound, RuleBroken, StorageFailed
from ijtui.server.keys import Key, key_in, keys_of
from ijtui.server.places import KEY_TYPES, Places, is_login
from ijtui.words import N_

_LARGEST = 64 * 1024
_LEAST_BITS = 2048
_OPTIONS = re.compile(r'(?:[^\s"]|"(?:\\.|[^"\\])*")+\s+')
"""What may stand before a key, as sshd reads it: no white space but within quotation marks."""

_PRIVATE = N_("This is a private key, which nobody should ever hand out. Ask for the file that ends in .pub.")
_NO_KEY = N_("This is no public key that is let in. One looks like this: ssh-ed25519 AAAA…")
_EMPTY = N_("There is no key in it.")
_TOO_SHORT = N_("The key has {bits} bits; it takes {least}. Ask for a new one: ssh-keygen -t ed25519")
_REFUSED = N_("ssh-keygen does not take this for a key: {reason}")
_SOMEBODYS = N_("This key is already the one of {login}. Everybody needs a key of their own.")
_NOT_THERE = N_("{login} has no key {fingerprint}. See them: ijtui-admin key list {login}")
_SEVERAL = N_("More than one key of {login} begins with {fingerprint}. Write more of it.")


def understood(text: str, source: str) -> tuple[Key, ...]:
    """Return the keys in what somebody handed in; whatever stands before them is dropped.

    Raises:
        BadInput: a line is no key, or none that is let in; with its number.
    """
    if "-----BEGIN" in text or text.startswith("PuTTY-User-Key-File"):
        raise BadInput(_PRIVATE, source)
    lines = [(number, line.strip()) for number, line in enumerate(text[:_LARGEST].splitlines(), 1)]
    found = [_key(line, source, number) for number, line in lines if line and not line.startswith("#")]
    if not found:
        raise BadInput(_EMPTY, source)
    return tuple(found)


def logins(places: Places) -> tuple[str, ...]:
    """Return everybody who has a file of keys."""
    return tuple(file.stem for file in sorted(places.keys.glob("*.pub")) if is_login(file.stem))


def add(places: Places, login: str, key: Key) -> bool:
    """Let that key in as that person's, and return whether it wasn't before.

    Raises:
        RuleBroken: it is somebody else's.
    """
    for other in logins(places):
        if key.body in {held.body for held in keys_of(places, other)}:
            if other != login:
                raise RuleBroken(_SOMEBODYS, login=other)
            return False
    _write(places, login, (*keys_of(places, login), key))
    return True


def remove(places: Places, login: str, fingerprint: str) -> Key:
    """Let that person's key in no longer, and return it.

    Args:
        places: of the server.
        login: whose key.
        fingerprint: as `ssh-keygen -l` shows it, or how it begins.

    Raises:
        NotFound: they have no such key.
        BadInput: they have several that begin so.
    """
    held = keys_of(places, login)
    beginning = fingerprint if fingerprint.startswith("SHA256:") else f"SHA256:{fingerprint}"
    meant = [key for key in held if key.fingerprint.startswith(beginning)]
    if not meant:
        raise NotFound(_NOT_THERE, login=login, fingerprint=fingerprint)
    if len(meant) > 1:
        raise BadInput(_SEVERAL, login=login, fingerprint=fingerprint)
    _write(places, login, tuple(key for key in held if key != meant[0]))
    return meant[0]


def take_away(places: Places, login: str) -> int:
    """Let none of that person's keys in any longer, and return how many there were."""
    held = keys_of(places, login)
    places.keys_of(login).unlink(missing_ok=True)
    return len(held)


def _key(line: str, source: str, number: int) -> Key:
    options = None if line.split()[0] in KEY_TYPES else _OPTIONS.match(line)
    key = key_in(line[options.end() :] if options else line)
    if key is None:
        raise BadInput(_NO_KEY, source, number)
    try:
        bits = int(ran("ssh-keygen", "-l", "-f", "-", given=f"{key.kind} {key.body}\n").split()[0])
    except StorageFailed as failed:
        raise BadInput(_REFUSED, source, number, reason=failed.values["reason"]) from failed
    if key.kind == "ssh-rsa" and bits < _LEAST_BITS:
        raise BadInput(_TOO_SHORT, source, number, bits=bits, least=_LEAST_BITS)
    return key


def _write(places: Places, login: str, keys: tuple[Key, ...]) -> None:
    file: Path = places.keys_of(login)
    if keys:
        put(file, "".join(f"{key.line}\n" for key in keys), 0o644)
    else:
        file.unlink(missing_ok=True)
