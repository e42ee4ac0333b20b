"""The filled example conversation as a file, made once a run in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PYTHON = sys.executable
USEFUL = "Omar Haddad"
"""A name in the lists of the start screen: once it is painted, one can go to work."""

IN_TALK = "Balans och arbetsbelastning"
"""A heading of the conversation that is under way."""


@dataclass(frozen=True, slots=True)
class Example:
    """A filled file and what the program needs to be at home.

    Attributes:
        database: the file.
        environment: settings apart from the user's own, and Swedish.
    """

    database: Path
    environment: dict[str, str]

    @property
    def command(self) -> list[str]:
        """What opens the app on the file."""
        return [PYTHON, "-m", "ijtui", "--db", str(self.database)]


@contextmanager
def filled() -> Iterator[Example]:
    """Make the example and take it away again."""
    with TemporaryDirectory(prefix="ijtui-benchmark-") as folder:
        database = Path(folder, "ijtui.db")
        environment = {"IJTUI_CONFIG": str(Path(folder, "config")), "LANG": "sv_SE.UTF-8", "LC_ALL": ""}
        subprocess.run(
            [PYTHON, "-m", "ijtui", "demo", "--fill", str(database), "--language", "sv"],
            check=True,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
        )
        yield Example(database, environment)
