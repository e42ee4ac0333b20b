"""Ids made of words: small letters a–z, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether the text is an id already."""
    return len(text) <= LONGEST and _SLUG.fullmatch(text) is not None


def slug(text: str, otherwise: str) -> str:
    """Return an id made of the text's first words; `otherwise` where no letter is left.

    >>> slug("Året som gått – hur blev det?", "question")
    'aret-som-gatt-hur-blev-det'
    """
    plain = unicodedata.normalize("NFKD", text[:200].casefold()).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[a-z0-9]+", plain)
    made = "-".join(words)
    if len(made) > 40:
        made = made[:41].rpartition("-")[0] or made[:40]
    return made or otherwise


class Names:
    """Gives every thing in a file an id of its own; the ones that the author chose come first.

    Args:
        taken: ids that are already used.
    """

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken

    def unique(self, wanted: str) -> str:
        """Return `wanted`, or with -2, -3 … after it where something else has that id."""
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name
