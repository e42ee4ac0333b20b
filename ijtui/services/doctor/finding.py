"""What the doctor says of one thing."""

from __future__ import annotations

import shlex
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        ok: nothing is wrong with it.
        message: one sentence, already in the language of the moment.
        mend: the command that mends it, ready to be pasted into a shell, or "".
    """

    ok: bool
    message: str
    mend: str = ""


def command(*words: object) -> str:
    """Return words as one line for a shell."""
    return shlex.join(str(word) for word in words)
