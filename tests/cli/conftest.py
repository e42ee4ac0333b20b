"""A filled example to ask about, and two ways of asking: as a process of its own, and within this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.cli import run
from ijtui.paths import PACKAGE
from ijtui.services.demo import fill
from ijtui.words import language, speak

TODAY = date(2026, 11, 21)
"""A Saturday in week 47, on which the example plays."""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Ask = Callable[..., Said]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Swedish example; only to be read."""
    file = tmp_path_factory.mktemp("example") / "ijtui.db"
    fill(file, "sv", TODAY)
    return file


@pytest.fixture
def filled(example: Path, tmp_path: Path) -> Path:
    """A copy of the example to do with what one likes."""
    return Path(shutil.copy(example, tmp_path / "ijtui.db"))


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account without anything of its own, in a folder that is returned and would hold its `ijtui.db`."""
    for name in [name for name in os.environ if name.startswith(("IJTUI", "_IJTUI", "LC_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(tmp_path),
        "IJTUI_CONFIG": str(tmp_path / "config"),
        "IJTUI_DB": str(tmp_path / "ijtui.db"),
        "LANG": "C.UTF-8",
        "LANGUAGE": "",
        "COLUMNS": "80",
        "PYTHONPATH": str(PACKAGE.parent),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def process(surroundings: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Ask a process of its own; what `subprocess.run` takes can be given, and `env` is added to the usual."""

    def ask(*arguments: str | bytes | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        environ = {**os.environ, **options.pop("env", {})}
        environ.pop("PYTHONUNBUFFERED", None)  # as people run it: what is written waits in a buffer
        options = {"capture_output": True, "stdin": subprocess.DEVNULL, "timeout": 30, **options}
        return subprocess.run([sys.executable, "-m", "ijtui", *arguments], env=environ, **options)

    return ask


@pytest.fixture
def ask(surroundings: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Iterator[Ask]:
    """Ask within this process, which is twenty times as fast; help comes in the language of the first one."""
    before = language()

    def asked(*arguments: str | Path) -> Said:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    yield asked
    speak(before)
