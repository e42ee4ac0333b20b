"""Names for people and places that nobody has to recognise, whichever language the example speaks."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ijtui import paths


@dataclass(frozen=True, slots=True)
class Names:
    """Common first and last names, and what places may be called."""

    first: Sequence[str]
    last: Sequence[str]
    places: Sequence[str]


@cache
def names() -> Names:
    """Return the names as they ship."""
    return Names(**tomllib.loads((paths.CONTENT / "names.toml").read_text("utf-8")))
