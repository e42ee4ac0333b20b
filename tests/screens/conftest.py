"""Files to open the app on, and a place for settings that is nobody's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ijtui.services.demo.fill import fill
from tests.builders import NOW, Room, a_room


@pytest.fixture(autouse=True)
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's settings lie; not made yet."""
    folder = tmp_path / "config"
    monkeypatch.setenv("IJTUI_CONFIG", str(folder))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder / "settings.toml"


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    """A file that nobody owns yet and that is not made yet."""
    tmp_path.chmod(0o700)
    return tmp_path / "ijtui.db"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A file with two people and one booked conversation."""
    room = a_room(tmp_path)
    yield room
    room.desk.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Make the example in a language once; it is copied, never opened."""
    made: dict[str, Path] = {}

    def make(language: str) -> Path:
        if language not in made:
            folder = tmp_path_factory.mktemp(f"demo-{language}", numbered=True)
            folder.chmod(0o700)
            made[language] = folder / "demo.db"
            fill(made[language], language, NOW.date())
        return made[language]

    return make


@pytest.fixture
def demo(tmp_path: Path, filled: Callable[[str], Path]) -> Callable[[str], Path]:
    """Return a copy of the example of one's own."""

    def copy(language: str) -> Path:
        tmp_path.chmod(0o700)
        target = tmp_path / f"demo-{language}.db"
        shutil.copy(filled(language), target)
        target.chmod(0o600)
        return target

    return copy
