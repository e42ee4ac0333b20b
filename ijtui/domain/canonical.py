"""One way to write a thing as JSON, so that equal things have equal bytes and equal hashes (RFC 8785).

The subset without fractions: what is signed holds texts, whole numbers, yes or no, nothing, lists and
objects. Texts are taken as they are; they were brought into NFC where they came in, and doing it here would
break the order of keys that the RFC demands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

_plain = json.JSONEncoder(ensure_ascii=False).encode

_LARGEST = 2**53 - 1
"""Larger whole numbers are not the same in every reader (RFC 8785, 3.2.2.3)."""


def canonical(value: object) -> bytes:
    """Return the one way to write the value, as UTF-8.

    Args:
        value: texts, whole numbers, yes or no, nothing, and lists and objects of these.

    Raises:
        TypeError: it holds something else, a fraction for one.
        ValueError: a number is too large, or a text holds half a character.
    """
    return _written(value).encode("utf-8")


def digest(value: object) -> str:
    """Return the SHA-256 of the one way to write the value, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _written(value: object) -> str:
    if value is None or isinstance(value, bool | str):
        return _plain(value)
    if isinstance(value, int):
        return _number(value)
    if isinstance(value, Mapping):
        keys = sorted(value, key=_in_utf_16)
        return "{" + ",".join(f"{_written(key)}:{_written(value[key])}" for key in keys) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(inner) for inner in value) + "]"
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _number(value: int) -> str:
    if abs(value) > _LARGEST:
        raise ValueError(f"{value} is too large")
    return str(int(value))


def _in_utf_16(key: object) -> str:
    """Return what the RFC sorts by: code units and not characters, which differ beyond the first 65 536."""
    if not isinstance(key, str):
        raise TypeError(f"{type(key).__name__} can't be a key")
    return key if key.isascii() else "".join(map(_units, key))


def _units(character: str) -> str:
    """Return a character, or the two surrogates that stand for it in UTF-16."""
    beyond = ord(character) - 0x10000
    return character if beyond < 0 else chr(0xD800 + (beyond >> 10)) + chr(0xDC00 + (beyond & 0x3FF))
