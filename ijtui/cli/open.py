"""Opening the app, on a terminal that can show it."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ijtui import paths
from ijtui.cli.language import settings
from ijtui.terminal.environment import prepare, refuse_unusable_terminal

if TYPE_CHECKING:
    from ijtui.settings import Language


def open_app(database: Path, language: str = "") -> int:
    """Open the app on that file and return its exit code.

    Args:
        database: the file; made where there is none.
        language: spoken instead of what the settings say, or "".

    Raises:
        BadInput: there is no terminal, or none that can show a full screen.
        StorageFailed: the file can't be used.
    """
    refuse_unusable_terminal()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a lost terminal must not end us before all is saved
    prepare()
    from ijtui.app import run

    chosen = settings(paths.settings_file())
    return run(database, replace(chosen, language=cast("Language", language)) if language else chosen)
