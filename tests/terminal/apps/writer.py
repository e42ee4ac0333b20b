"""An editor that can be caught at every bad moment; each has its key."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import time
from itertools import count
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from ijtui.terminal.safe_app import SafeApp

DRAFT = Path("draft.txt")
SECRET = "her salary is 41 300"


class App(SafeApp[None]):
    """Saves what is in the editor when it is told to, and only then."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        ("f2", "block", "Block"),
        ("ctrl+l", "query", "Block in C"),
        ("f3", "edit", "Edit elsewhere"),
        ("f4", "paint", "Paint"),
        ("f1", "flood", "Write more than a terminal holds"),
        ("f12", "tell('[@click=app.quit]x[/] [/nope] [b')", "Tell"),
        ("f5", "fail", "Fail"),
        ("f8", "fail_in_worker", "Fail in a worker"),
        ("f9", "fail_in_timer", "Fail in a timer"),
        ("f10", "fail_in_thread", "Fail in a thread"),
        ("ctrl+o", "leave_task", "Leave a task that will fail"),
        ("f11", "suspend_process", "Sleep"),
    ]

    def compose(self) -> ComposeResult:
        yield TextArea()
        yield Static("ready", id="state")

    def on_mount(self) -> None:
        self.editor = self.query_one(TextArea)
        self.editor.cursor_blink = False
        self.say(f"ready as {os.getpid()}")

    def say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content(text))

    def rescue(self) -> bool:
        if Path("rescue-fails").exists():
            raise RuntimeError(SECRET)
        DRAFT.write_text(self.editor.text)
        return True

    def kept_in(self) -> str:
        return str(DRAFT)

    def action_block(self) -> None:
        Path("blocked").touch()
        time.sleep(60)

    def action_query(self) -> None:
        Path("blocked").touch()
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        sqlite3.connect(":memory:").execute(endless)

    def action_edit(self) -> None:
        with self.suspend():
            subprocess.call(["sh", "-c", os.environ["EDITOR"]])
        self.say("back from the editor")

    def action_paint(self) -> None:
        numbers = count()
        self.set_interval(1 / 60, lambda: self.say(f"painting {next(numbers)} " * 60))

    def action_flood(self) -> None:
        Path("flooding").touch()
        driver = self._driver
        assert driver is not None
        for _ in range(300):
            driver.write("flood" * 800)

    def action_tell(self, text: str) -> None:
        self.hint(text)

    def action_fail(self) -> None:
        fail()

    @work
    async def action_fail_in_worker(self) -> None:
        fail()

    @work(thread=True)
    def action_fail_in_thread(self) -> None:
        fail()

    def action_leave_task(self) -> None:
        self.left_behind = asyncio.create_task(fail_when_cancelled())
        self.set_timer(0.01, self.exit)

    def action_fail_in_timer(self) -> None:
        self.set_timer(0.01, fail)


def fail() -> None:
    salary = SECRET
    raise ValueError(f"not a number: {salary}")


async def fail_when_cancelled() -> None:
    try:
        await asyncio.sleep(60)
    finally:
        fail()
