"""A municipality of 5 000 people and ten years as a file, made once a run in a folder of its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.example import Example
from ijtui.services.demo.municipality import fill_municipality


@cache
def _folder() -> TemporaryDirectory[str]:
    """Return a folder that is there as long as the program runs."""
    return TemporaryDirectory(prefix="ijtui-benchmark-")


@cache
def municipality() -> Example:
    """Make the file; it is gone when the program ends."""
    folder = Path(_folder().name)
    print("Making a municipality of 5 000 people and ten years ...", flush=True)
    database = folder / "ijtui.db"
    fill_municipality(database, "sv", date.today())  # noqa: DTZ011 - the app looks at the wall, too
    environment = {"IJTUI_CONFIG": str(folder / "config"), "LANG": "sv_SE.UTF-8", "LC_ALL": ""}
    return Example(database, environment)
