"""What has to be there before the first frame, and what waits."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from pathlib import Path

import pytest

from ijtui.app import IjtuiApp
from ijtui.errors import StorageFailed
from ijtui.settings import Settings
from tests.builders import Room
from tests.screens.visit import Visitor, visit

LATER = (
    "sqlite3",
    "sqlite_utils",
    "pydantic",
    "markdown_it",
    "click",
    "ijtui.data",
    "ijtui.content",
)
"""What the first frame does without."""


def test_the_first_frame_needs_neither_storage_nor_validation() -> None:
    program = "import sys, ijtui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & set(LATER) == set()


def test_the_collector_works_again_once_the_file_is_open(room: Room) -> None:
    gc.disable()

    async def walk(me: Visitor) -> None:
        await me.reads("Erik Ek")
        assert gc.isenabled()

    try:
        visit(room.desk.store.path, walk)
    finally:
        gc.enable()
        gc.unfreeze()


@pytest.mark.parametrize("damage", ["readable by all", "not ours"])
def test_a_file_that_cannot_be_used_ends_the_start_with_a_reason(tmp_path: Path, damage: str) -> None:
    tmp_path.chmod(0o700)
    path = tmp_path / "ijtui.db"
    path.write_bytes(b"" if damage == "readable by all" else b"somebody's shopping list")
    path.chmod(0o644 if damage == "readable by all" else 0o600)
    app = IjtuiApp(path, Settings(language="en"))

    async def start() -> None:
        async with app.run_test() as pilot:
            while not app._exit:
                await pilot.pause(0.01)

    asyncio.run(start())
    assert isinstance(app.refusal, StorageFailed)
    assert app.return_code == 1
    assert app.session is None
