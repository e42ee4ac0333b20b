"""One function for every text that comes in from a person or a file.

Terminals obey control characters and people cannot see direction marks, so neither
is ever stored, shown or exported (reliability notes §4.1).
"""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators, byte order mark, annotations
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"  # non-characters and lone surrogates
)
UNSAFE = re.compile(f"[{_CONTROLS}]")
"""Matches every character that no text of ours may hold."""

UNSAFE_IN_A_LINE = re.compile(f"[{_CONTROLS}\t\n]")
"""Matches what a text that is shown on one line may not hold either."""


def clean(text: str) -> str:
    """Return the text in NFC, with LF line ends and without control characters.

    Idempotent. A lone surrogate (a byte that was never decoded) is dropped too.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if UNSAFE.search(text):
        text = UNSAFE.sub("", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return the text as one clean line: runs of white space become one space."""
    return " ".join(clean(text).split())
