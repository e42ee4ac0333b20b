"""A signature made with `ssh-keygen -Y sign`: read and checked here, so that no other program is started.

The format is PROTOCOL.sshsig of OpenSSH. The arithmetic is the library's, an extra that few need.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ijtui.errors import BadInput
from ijtui.words import N_

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
    from cryptography.hazmat.primitives.serialization.ssh import SSHPublicKeyTypes

NAMESPACE = "plan@ijtui"
"""What such a signature is good for; one that was made for anything else is refused."""

LARGEST = 20_000
"""Characters; the largest keys make a signature of some 3 000."""

_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_HASHES = {b"sha512": hashlib.sha512, b"sha256": hashlib.sha256}
_RSA = {b"rsa-sha2-512": "SHA512", b"rsa-sha2-256": "SHA256"}  # never SHA-1, as ssh-keygen has it
_CURVES = {"secp256r1": "SHA256", "secp384r1": "SHA384", "secp521r1": "SHA512"}
_TOUCHED = 0x01

_NO_SIGNATURE = N_("That is no signature of ssh-keygen. Make one with: {command}")
_OTHER_USE = N_("That signature was made for something else. Make one with: {command}")
_NO_LIBRARY = N_(
    "Signatures with an SSH key can't be checked here. Whoever looks after the server installs ijtui[keys]."
)
_OTHER_KEY = N_("A key of the kind {kind} can't be checked here. Use an Ed25519, ECDSA or RSA key.")

COMMAND = "ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n plan@ijtui plan.json"
"""Makes one."""


class NoLibrary(BadInput):
    """What is needed to check a signature is not installed."""


@dataclass(frozen=True, slots=True)
class SshSignature:
    """A signature as it came, taken apart.

    Attributes:
        key: the public key, as it stands in a key file after its kind.
        reserved: bound by the signature and without a meaning yet.
        hash_name: "sha512" or "sha256".
        scheme: how it was signed ("ssh-ed25519", "rsa-sha2-512" …).
        blob: the signature itself.
        rest: what a key in hardware adds: whether it was touched, and its counter.
    """

    key: bytes
    reserved: bytes
    hash_name: bytes
    scheme: bytes
    blob: bytes
    rest: bytes

    @property
    def fingerprint(self) -> str:
        """The key's fingerprint as `ssh-keygen -l` writes it: "SHA256:…"."""
        return "SHA256:" + base64.b64encode(hashlib.sha256(self.key).digest()).decode().rstrip("=")

    def is_of(self, message: bytes) -> bool:
        """Whether exactly these bytes were signed with its key.

        Raises:
            BadInput: the library is missing, or the key is of a kind that it doesn't know.
        """
        hashed = _HASHES[self.hash_name](message).digest()
        parts = (NAMESPACE.encode(), self.reserved, self.hash_name, hashed)
        return _is_signed(self, _MAGIC + b"".join(map(_string, parts)))


def taken_apart(text: str) -> SshSignature:
    """Return what an armoured signature holds.

    Raises:
        BadInput: it is none, or one for something else.
    """
    try:
        return _taken_apart(_Reader(_unarmoured(text)))
    except (ValueError, IndexError) as error:
        raise BadInput(_NO_SIGNATURE, command=COMMAND) from error


def _unarmoured(text: str) -> bytes:
    lines = [line.strip() for line in text[:LARGEST].strip().splitlines()]
    if len(lines) < 3 or (lines[0], lines[-1]) != (_BEGIN, _END):
        raise ValueError
    return base64.b64decode("".join(lines[1:-1]), validate=True)


def _taken_apart(reader: _Reader) -> SshSignature:
    if reader.take(len(_MAGIC)) != _MAGIC or reader.number() != 1:
        raise ValueError
    key, namespace, reserved, hash_name = (reader.string() for _part in range(4))
    inside = _Reader(reader.string())
    if hash_name not in _HASHES:
        raise ValueError
    if namespace != NAMESPACE.encode():
        raise BadInput(_OTHER_USE, command=COMMAND)
    return SshSignature(key, reserved, hash_name, inside.string(), inside.string(), inside.left())


class _Reader:
    """Takes the parts of SSH's wire format one after the other; too few bytes are a ValueError."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, count: int) -> bytes:
        if count > len(self._data):
            raise ValueError
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        return self.take(self.number())

    def left(self) -> bytes:
        return self._data


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _is_signed(signature: SshSignature, signed: bytes) -> bool:
    try:
        from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
        from cryptography.hazmat.primitives.serialization import load_ssh_public_key
    except ImportError as error:
        raise NoLibrary(_NO_LIBRARY) from error
    kind = _Reader(signature.key).string()
    try:
        key = load_ssh_public_key(kind + b" " + base64.b64encode(signature.key))
        _verify(key, signature, signed)
    except UnsupportedAlgorithm as error:
        raise BadInput(_OTHER_KEY, kind=kind.decode("ascii", "replace")) from error
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


def _verify(key: PublicKeyTypes | SSHPublicKeyTypes, signature: SshSignature, signed: bytes) -> None:
    """Return if the signature is good.

    Raises:
        InvalidSignature: it isn't.
        UnsupportedAlgorithm: a kind of key that is not for this.
    """
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    if signature.scheme.startswith(b"sk-"):
        signed = _in_hardware(signature, signed)
    if isinstance(key, ed25519.Ed25519PublicKey):
        key.verify(signature.blob, signed)
    elif isinstance(key, rsa.RSAPublicKey):
        if signature.scheme not in _RSA:
            raise InvalidSignature
        algorithm = getattr(hashes, _RSA[signature.scheme])()
        key.verify(signature.blob, signed, padding.PKCS1v15(), algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        reader = _Reader(signature.blob)
        r, s = (int.from_bytes(reader.string(), "big") for _number in range(2))
        algorithm = getattr(hashes, _CURVES[key.curve.name])()
        key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(algorithm))
    else:
        raise UnsupportedAlgorithm("")


def _in_hardware(signature: SshSignature, signed: bytes) -> bytes:
    """Return what a key in hardware signs in place of the bytes (PROTOCOL.u2f); it must have been touched.

    Raises:
        ValueError: it was not, or something is missing.
    """
    reader = _Reader(signature.key)
    kind, _first = reader.string(), reader.string()
    application = reader.string() if b"ecdsa" not in kind else _Reader(reader.left()).string()
    flags, counter = signature.rest[:1], signature.rest[1:]
    if len(counter) != 4 or not flags[0] & _TOUCHED:
        raise ValueError
    return hashlib.sha256(application).digest() + flags + counter + hashlib.sha256(signed).digest()
