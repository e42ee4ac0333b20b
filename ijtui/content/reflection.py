"""The form of a quarter's reflection: strengths, challenges, next step (D-J2)."""

from __future__ import annotations

from functools import cache

from ijtui import paths
from ijtui.domain.quarter import Quarter


def reflection(quarter: Quarter, language: str) -> str:
    """Return the template of a reflection on that quarter, with places to fill in.

    Args:
        quarter: what it looks back on.
        language: "sv" or "en".
    """
    return _template(language).replace("{number}", str(quarter.number)).replace("{year}", str(quarter.year))


@cache
def _template(language: str) -> str:
    return (paths.CONTENT / language / "reflection.md").read_text("utf-8")
