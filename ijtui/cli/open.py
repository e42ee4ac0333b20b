"""Opening the app, on a terminal that can show it."""

from __future__ import annotations

import gc
import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ijtui import paths
from ijtui.cli.language import settings
from ijtui.terminal.environment import prepare, refuse_unusable_terminal
from ijtui.words import speak

if TYPE_CHECKING:
    from ijtui.domain.account import Door
    from ijtui.hosting import Hosting
    from ijtui.settings import Language, Settings


def open_app(
    database: Path, language: str = "", door: Door | None = None, hosting: Hosting | None = None
) -> int:
    """Open the app on that file and return its exit code.

    Args:
        database: the file; made where there is none.
        language: spoken instead of what the settings say, or "".
        door: how somebody came in to a shared file; None for one's own.
        hosting: how the shared server is run.

    Raises:
        BadInput: there is no terminal, or none that can show a full screen.
        StorageFailed: the file can't be used.
    """
    refuse_unusable_terminal()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a lost terminal must not end us before all is saved
    prepare()
    chosen = settings(paths.settings_file())
    chosen = replace(chosen, language=cast("Language", language)) if language else chosen
    return run(database, chosen, door, hosting)


def run(database: Path, chosen: Settings, door: Door | None = None, hosting: Hosting | None = None) -> int:
    """Open the app on that file and return the exit code; the terminal and the process are ready for it.

    Args:
        database: the file; made where there is none.
        chosen: how the person wants it.
        door: how somebody came in to a shared file; None for one's own.
        hosting: how the shared server is run.

    Raises:
        IjtuiError: the file can't be used.
    """
    from ijtui.app import IjtuiApp

    speak(chosen.spoken_language(os.environ))
    gc.disable()  # until the first frame is painted
    app = IjtuiApp(database, chosen, door=door, hosting=hosting)
    code = app.run(mouse=chosen.mouse)
    if app.desk is not None:
        app.desk.close()
    if app.refusal is not None:
        raise app.refusal
    return app.return_code or code or 0
