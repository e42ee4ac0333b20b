"""What the files and pages of minutes are called: ids and plain letters only."""

from __future__ import annotations

import re
import unicodedata

from ijtui.domain.conversation import Conversation

_LONGEST = 60
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l"})


def stem(conversation: Conversation) -> str:
    """Return "minutes-12-2026-11-21-asa-berg": number, day and employee, as far as they are known."""
    parts = ["minutes", str(conversation.id)]
    if conversation.starts:
        parts.append(conversation.starts.date().isoformat())
    return "-".join(part for part in (*parts, ascii_slug(conversation.employee.name)) if part)


def ascii_slug(text: str) -> str:
    """Return small letters a–z, digits and single hyphens, at most 60; å and ä become a, ö becomes o.

    >>> ascii_slug("Åsa Öberg-Ek")
    'asa-oberg-ek'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = plain.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
