"""What the app's ground allows and what it does not."""

from __future__ import annotations

import asyncio
import io
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.errors import NotAllowed, StorageFailed
from ijtui.terminal.safe_app import SafeApp
from tests.journeys.conftest import OpenTerminal
from tests.terminal.apps import program

HOSTILE = "[@click=app.quit]x[/] [/nope] [b"


class Little(SafeApp[None]):
    """Has nothing but a disk, which may be full."""

    disk_is_full = False

    def rescue(self) -> bool:
        return not self.disk_is_full

    def kept_in(self) -> str:
        return ""


def run(act: Callable[[Little], None]) -> Little:
    """Let the act happen inside a running app, then let the app settle."""
    app = Little()

    async def live() -> None:
        async with app.run_test(notifications=True) as pilot:
            act(app)
            await pilot.pause()

    asyncio.run(live())
    return app


def told(app: Little) -> list[str]:
    return [note.message for note in app._notifications]


def test_a_hint_is_shown_as_it_is_written(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("writer"))
    terminal.wait_for("ready as")
    terminal.press("f12")
    terminal.wait_for(HOSTILE)


def test_an_address_is_copied_and_shown_but_starts_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda *_: pytest.fail("a browser on the server"))
    app = run(lambda app: app.open_url("https://example.org/[/nope]\x1b[2J"))
    assert app.clipboard == "https://example.org/[/nope][2J"
    assert app.clipboard in "".join(told(app))


def test_nothing_is_delivered_into_the_servers_downloads(tmp_path: Path) -> None:
    def deliver(app: Little) -> None:
        app.deliver_text(io.StringIO("hers"), save_directory=tmp_path, save_filename="a")
        app.deliver_binary(io.BytesIO(b"hers"), save_directory=tmp_path, save_filename="b")
        app.deliver_screenshot(path=str(tmp_path))

    run(deliver)
    assert not list(tmp_path.iterdir())


def test_no_other_program_gets_the_terminal_of_a_shared_session() -> None:
    def lend(app: Little) -> None:
        app.may_suspend = False
        with pytest.raises(NotAllowed), app.suspend():
            pytest.fail("the terminal was lent")
        app.action_suspend_process()

    assert told(run(lend)) == ["No other program can be started from this session."]


def test_the_process_is_not_put_to_sleep_with_something_unsaved() -> None:
    def sleep(app: Little) -> None:
        app.disk_is_full = True
        app.action_suspend_process()

    [hint] = told(run(sleep))
    assert "not saved" in hint


def test_the_terminal_is_not_lent_with_something_unsaved() -> None:
    def lend(app: Little) -> None:
        app.disk_is_full = True
        with pytest.raises(StorageFailed), app.suspend():
            pytest.fail("the terminal was lent")

    run(lend)


def test_the_first_error_is_the_one_that_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(app: Little) -> None:
        app._handle_exception(KeyError("hers"))
        app._handle_exception(ValueError("hers"))

    with pytest.raises(KeyError):
        run(fail)
    said = capfd.readouterr().err
    assert "KeyError" in said
    assert "ValueError" not in said
    assert "hers" not in said
