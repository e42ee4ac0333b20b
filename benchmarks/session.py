"""One session at a shared file, which notes how long each of its saves takes: session.py FILE LOGIN NOTES."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ijtui.cli.open import open_app
from ijtui.domain.account import Door
from ijtui.services.text import TextService


def noted(save: Callable[..., Any], notes: Path) -> Callable[..., Any]:
    """Return the same use case, which writes how many seconds it took, or that it failed, to a file."""

    def save_and_note(*values: Any, **options: Any) -> Any:
        began, outcome = time.perf_counter(), "failed"
        try:
            saved = save(*values, **options)
            outcome = f"{time.perf_counter() - began:.6f}"
        finally:
            with notes.open("a") as lines:
                lines.write(f"{outcome}\n")
        return saved

    return save_and_note


if __name__ == "__main__":
    file, login, notes = sys.argv[1:]
    setattr(TextService, "save", noted(TextService.save, Path(notes)))  # noqa: B010 - a method can't be assigned
    sys.exit(open_app(Path(file), door=Door(login)))
