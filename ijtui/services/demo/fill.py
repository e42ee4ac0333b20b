"""Filling a new file with the example."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from ijtui.errors import BadInput
from ijtui.services.demo.days import Hands
from ijtui.services.demo.script import read_script
from ijtui.services.demo.stage import Stage
from ijtui.services.demo.story import STORY
from ijtui.services.demo.year_story import EVENTS, SCENES
from ijtui.services.desk import open_desk
from ijtui.words import N_

_EXISTS = N_("{file} exists already. Choose a new name; the example never replaces a file.")


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
    if os.path.lexists(path):
        raise BadInput(_EXISTS, file=path)
    script = read_script(language)
    hands = Hands(today)
    try:
        desk = open_desk(path, clock=hands, new_id=_numbered())
        try:
            with desk.store.writing():
                Stage(desk, hands, script).play((*STORY, *SCENES), EVENTS)
        finally:
            desk.close()
    except BaseException:
        _remove(path)
        raise


def _numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"demo-{next(numbers):04}"


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
