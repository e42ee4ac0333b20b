"""A file that only its receiver can open, in the format of the ordinary `age` tool (age-encryption.org/v1).

The cryptography is the library's, an extra that few need; nothing else imports it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Any

from ijtui.errors import BadInput
from ijtui.words import N_

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is opened; a handover with every note of twenty years takes a tenth of that."""

_BEGIN = b"age-encryption.org/v1\n"
_ARMOR = re.compile(
    rb"\s*-----BEGIN AGE ENCRYPTED FILE-----([A-Za-z0-9+/=\s]*)-----END AGE ENCRYPTED FILE-----\s*"
)
_HEADER = 64 * 1024
_SCRYPT = re.compile(rb"^-> scrypt \S+ (\d+)$", re.MULTILINE)
_MOST_WORK = 22
"""What `age` itself goes along with; each step doubles the memory that opening takes."""

_NO_LIBRARY = N_("Encrypted files need the Python package pyrage. Run: pipx inject ijtui pyrage")
_NO_RECIPIENT = N_(
    "“{key}” is no public key. The receiver makes one with age-keygen and sends you the line that "
    "begins with age1."
)
_NO_IDENTITY = N_(
    "There is no secret key in {file}. It is the file that age-keygen has written, or an SSH key "
    "without a passphrase."
)
_NOT_SEALED = N_("This is no encrypted file (age), or its beginning is missing.")
_TOO_LARGE = N_("This file is larger than any handover is.")
_TOO_DEAR = N_("Opening this file would take more memory than is sensible, so it is left alone.")
_WRONG = N_(
    "The file can't be opened: the key or the passphrase is another, or the file was damaged on the way."
)


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return the data so that only the owners of these public keys can read it.

    Args:
        data: what is to be read.
        recipients: public keys: "age1…" or "ssh-ed25519 …".

    Raises:
        BadInput: the library is missing, or one of them is no public key.
    """
    _library()
    import pyrage

    return bytes(pyrage.encrypt(data, [_recipient(key) for key in recipients]))


def seal_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Return the data so that whoever knows the passphrase can read it; takes a second on purpose.

    Raises:
        BadInput: the library is missing.
    """
    _library()
    import pyrage

    return bytes(pyrage.passphrase.encrypt(data, passphrase))


def wants_passphrase(data: bytes) -> bool:
    """Whether a file was sealed with a passphrase, and not for a key.

    Raises:
        BadInput: it is no sealed file.
    """
    return _SCRYPT.search(_checked(data)[:_HEADER]) is not None


def unseal(data: bytes, identities: bytes, file: str) -> bytes:
    """Return what stands in a file that was sealed for one's key.

    Args:
        data: the sealed file.
        identities: what stands in the file with one's secret keys.
        file: its name, for the error.

    Raises:
        BadInput: the library is missing, there is no secret key, or the file can't be opened.
    """
    _library()
    import pyrage

    sealed, keys = _checked(data), _identities(identities, file)
    try:
        return bytes(pyrage.decrypt(sealed, keys))
    except pyrage.DecryptError as error:
        raise BadInput(_WRONG) from error


def unseal_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Return what stands in a file that was sealed with a passphrase.

    Raises:
        BadInput: the library is missing, or the file can't be opened.
    """
    _library()
    import pyrage

    sealed = _checked(data)
    work = _SCRYPT.search(sealed[:_HEADER])
    if work is not None and int(work[1][:9]) > _MOST_WORK:
        raise BadInput(_TOO_DEAR)
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        raise BadInput(_WRONG) from error


def _library() -> None:
    try:
        import pyrage  # noqa: F401 - whether it is there
    except ImportError as error:
        raise BadInput(_NO_LIBRARY) from error


def _checked(data: bytes) -> bytes:
    """Return a sealed file as bytes; one that was written as letters, to be put into a mail, too."""
    if len(data) > LARGEST:
        raise BadInput(_TOO_LARGE)
    letters = _ARMOR.fullmatch(data)
    if letters is not None:
        try:
            data = base64.b64decode(b"".join(letters[1].split()), validate=True)
        except binascii.Error as error:
            raise BadInput(_WRONG) from error
    if not data.startswith(_BEGIN):
        raise BadInput(_NOT_SEALED)
    return data


def _recipient(key: str) -> Any:
    import pyrage

    kind = pyrage.ssh.Recipient if key.startswith("ssh-") else pyrage.x25519.Recipient
    try:
        return kind.from_str(key.strip())
    except pyrage.RecipientError as error:
        raise BadInput(_NO_RECIPIENT, key=key[:40]) from error


def _identities(text: bytes, file: str) -> list[Any]:
    """Return the secret keys of a file: one a line beside comments, or one of SSH."""
    import pyrage

    lines = [line.strip() for line in text.decode("utf-8", "replace").splitlines()]
    found = [line for line in lines if line.startswith("AGE-SECRET-KEY-1")]
    try:
        if found:
            return [pyrage.x25519.Identity.from_str(line) for line in found]
        return [pyrage.ssh.Identity.from_buffer(text)]
    except pyrage.IdentityError as error:
        raise BadInput(_NO_IDENTITY, file=file) from error
