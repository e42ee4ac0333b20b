"""Filling a new file with the example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from ijtui.services.demo.days import Hands
from ijtui.services.demo.new_file import new_file
from ijtui.services.demo.script import read_script
from ijtui.services.demo.stage import Stage
from ijtui.services.demo.story import STORY
from ijtui.services.demo.year_story import EVENTS, SCENES


def fill(path: Path, language: str, today: date) -> None:
    """Make a file and fill it with the example; the same language and day always give the same rows.

    Args:
        path: the new file.
        language: of the texts and of the agendas, "sv" or "en".
        today: the day on which the example plays.

    Raises:
        BadInput: there is something of that name already.
        StorageFailed: the file can't be made; nothing is left behind.
    """
    hands = Hands(today)
    script = read_script(language)
    with new_file(path, _numbered(), hands) as desk, desk.store.writing():
        Stage(desk, hands, script).play((*STORY, *SCENES), EVENTS)


def _numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"demo-{next(numbers):04}"
