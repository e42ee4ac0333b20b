"""Terminals for tests, closed at their end, and files with the example to open on them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.example import example_in, on
from tests.journeys.terminal import Terminal

OpenTerminal = Callable[..., Terminal]
"""Takes what `Terminal` takes; the home is the test's own directory unless told otherwise."""

OpenFile = Callable[..., Terminal]
"""Takes a file and what `Terminal` takes; opens the program on it."""


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[OpenTerminal]:
    """Return a function that runs a program on a terminal of its own."""
    with ExitStack() as stack:

        def open_one(program: Sequence[str], **options: Any) -> Terminal:
            return stack.enter_context(Terminal(program, **{"home": tmp_path, **options}))

        yield open_one


@pytest.fixture
def open_file(open_terminal: OpenTerminal) -> OpenFile:
    """Return a function that opens the program on a file."""
    return lambda file, **options: open_terminal(on(file), **options)


@pytest.fixture(scope="session")
def _originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("examples")
    return {language: example_in(folder, language) for language in ("en", "sv")}


@pytest.fixture
def english(_originals: dict[str, Path], tmp_path: Path) -> Path:
    """Return a file with the example in English, the test's own."""
    return Path(shutil.copy(_originals["en"], tmp_path / "english.db"))


@pytest.fixture
def swedish(_originals: dict[str, Path], tmp_path: Path) -> Path:
    """Return a file with the example in Swedish, the test's own."""
    return Path(shutil.copy(_originals["sv"], tmp_path / "swedish.db"))
