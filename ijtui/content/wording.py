"""The shipped hints on wording, one file a language: words, and how to say it more clearly (D-F4)."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from ijtui import paths
from ijtui.domain.wording_hints import Wording, WordingHint
from ijtui.words import LANGUAGES


@lru_cache
def wording(language: str) -> Wording:
    """Return the hints for texts in that language; none for one that ships without."""
    if language not in LANGUAGES:
        return Wording(())
    found = tomllib.loads((paths.CONTENT / language / "wording.toml").read_text("utf-8"))
    return Wording(WordingHint(name, tuple(hint["words"]), hint["say"]) for name, hint in found.items())
