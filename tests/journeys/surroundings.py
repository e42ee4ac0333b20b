"""What a program under test knows of the world: a home of its own, and nothing of ours."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]

_ESCAPE_MILLISECONDS = 25
"""After which the program takes a lone ESC for the key; its own default is 100."""


def surroundings(home: Path, language: str = "en", **more: str) -> dict[str, str]:
    """Return an environment in which everything a program keeps lies under that home."""
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "TMPDIR": str(home),
        "TERM": "xterm-256color",
        "LANG": f"{language}_{'SE' if language == 'sv' else 'GB'}.UTF-8",
        "LC_CTYPE": "C.UTF-8",
        "ESCDELAY": str(_ESCAPE_MILLISECONDS),
        **places,
        **more,
    }
