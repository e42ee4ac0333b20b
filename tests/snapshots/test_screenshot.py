"""The picture on the front page is made from the example, and is what the program shows today.

Make it anew with: IJTUI_SCREENSHOT=write ./run test tests/snapshots/test_screenshot.py
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tests.snapshots import walks
from tests.snapshots.conftest import OpenApp, led

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.svg"


def test_the_screenshot_shows_the_program_as_it_is(open_app: OpenApp) -> None:
    app = open_app("en")

    async def picture() -> str:
        async with app.run_test(size=(100, 30)) as pilot:
            await led(app, pilot, walks.talk)
            return app.export_screenshot()

    drawn = asyncio.run(picture())
    if os.environ.get("IJTUI_SCREENSHOT") == "write":
        PICTURE.write_text(drawn)
    assert PICTURE.read_text() == drawn, "the picture is stale: see the top of this file"
