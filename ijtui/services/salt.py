"""What makes the hash of words that could be guessed tell nothing of them; it goes when they go."""

from __future__ import annotations

import secrets
from collections.abc import Callable

NewSalt = Callable[[], str]


def new_salt() -> str:
    """Return 32 random bytes in hexadecimal digits (reliability notes §3.1)."""
    return secrets.token_hex(32)
