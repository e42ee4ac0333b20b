"""A file sealed with a passphrase as the format says it (age-encryption.org/v1), made here and cheap to open.

The library takes a second of work and a gigabyte of memory on purpose, which a test has no use for.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_WORK = 10


def sealed_cheaply(data: bytes, passphrase: str) -> bytes:
    """Return up to 64 kB of data sealed with a passphrase."""
    file_key, salt, nonce = bytes(range(16)), bytes(16), bytes(range(16, 32))
    label = b"age-encryption.org/v1/scrypt"
    wrap = hashlib.scrypt(passphrase.encode(), salt=label + salt, n=2**_WORK, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_letters(salt), _WORK, _letters(wrapped))
    mac = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    last = bytes(11) + b"\x01"
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(last, data, None)
    return header + b" " + _letters(mac) + b"\n" + nonce + payload


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, info).derive(key)


def _letters(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
