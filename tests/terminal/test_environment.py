"""The process is made fit before Textual is read, and only started where there is a screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ijtui.errors import BadInput
from ijtui.terminal.environment import refuse_unusable_terminal
from tests.journeys.conftest import OpenTerminal
from tests.journeys.surroundings import surroundings

LOOK = """
import json, os, resource, sys
from ijtui.terminal.environment import prepare
prepare({remote})
seen = dict(os.environ)
seen["umask"] = oct(os.umask(0))
seen["core"] = resource.getrlimit(resource.RLIMIT_CORE)[0]
seen["modules"] = sorted(sys.modules)
print(json.dumps(seen))
"""
START = """
from ijtui.errors import IjtuiError
from ijtui.terminal.environment import refuse_unusable_terminal
from ijtui.words import explain
try:
    refuse_unusable_terminal()
except IjtuiError as error:
    print(explain(error))
else:
    print("started")
"""


def prepared(home: Path, remote: bool | None = None, **env: str) -> dict[str, object]:
    """Return what a fresh process looks like after `prepare`, and which modules that has read."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(remote=remote)],
        env={name: value for name, value in surroundings(home, **env).items() if name != "ESCDELAY"} | env,
        capture_output=True,
        check=True,
    )
    seen: dict[str, object] = json.loads(done.stdout)
    return seen


def test_what_writes_or_runs_things_is_dropped(tmp_path: Path) -> None:
    names = "DEBUG LOG DRIVER PRESS SCREENSHOT SCREENSHOT_LOCATION ALLOW_SIGNALS NOT_YET_INVENTED"
    debug = ["TEXTUAL", *(f"TEXTUAL_{name}" for name in names.split())]
    seen = prepared(tmp_path, None, **dict.fromkeys(debug, "1"))
    assert not set(debug) & set(seen)


def test_a_developer_keeps_it(tmp_path: Path) -> None:
    assert prepared(tmp_path, TEXTUAL="debug", IJTUI_DEVELOP="1")["TEXTUAL"] == "debug"


def test_a_size_of_the_past_is_dropped(tmp_path: Path) -> None:
    assert not {"COLUMNS", "LINES"} & set(prepared(tmp_path, COLUMNS="80", LINES="24"))


def test_near_and_far_have_their_settings(tmp_path: Path) -> None:
    near, far = prepared(tmp_path), prepared(tmp_path, SSH_CONNECTION="10.0.0.1 1 10.0.0.2 22")
    for seen in near, far:
        assert (seen["TEXTUAL_ANIMATIONS"], seen["TEXTUAL_DISABLE_KITTY_KEY"]) == ("none", "1")
    assert not {"ESCDELAY", "TEXTUAL_FPS", "TEXTUAL_SMOOTH_SCROLL"} & set(near)
    assert (far["ESCDELAY"], far["TEXTUAL_FPS"], far["TEXTUAL_SMOOTH_SCROLL"]) == ("300", "15", "0")
    assert prepared(tmp_path, remote=True)["ESCDELAY"] == "300"


def test_what_a_person_has_set_is_left_alone(tmp_path: Path) -> None:
    seen = prepared(tmp_path, remote=True, ESCDELAY="50", TEXTUAL_FPS="60", TEXTUAL_DISABLE_KITTY_KEY="0")
    assert (seen["ESCDELAY"], seen["TEXTUAL_FPS"], seen["TEXTUAL_DISABLE_KITTY_KEY"]) == ("50", "60", "0")


def test_files_are_private_and_a_crash_leaves_no_memory(tmp_path: Path) -> None:
    seen = prepared(tmp_path)
    assert (seen["umask"], seen["core"]) == ("0o77", 0)


def test_preparing_reads_nothing_heavy(tmp_path: Path) -> None:
    modules = prepared(tmp_path)["modules"]
    assert isinstance(modules, list)
    assert not {"textual", "rich", "asyncio", "pydantic", "sqlite3", "sqlite_utils"} & set(modules)


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_without_a_screen_is_refused(open_terminal: OpenTerminal, term: str) -> None:
    terminal = open_terminal([sys.executable, "-c", START], env={"TERM": term})
    terminal.exit_code()
    assert f"(TERM={term})" in terminal.screen()


def test_a_real_terminal_is_accepted(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal([sys.executable, "-c", START])
    terminal.exit_code()
    assert terminal.line(0) == "started"


@pytest.mark.parametrize("redirected", ["< /dev/null", "> there", "2> there"])
def test_a_redirected_stream_is_refused(open_terminal: OpenTerminal, tmp_path: Path, redirected: str) -> None:
    (tmp_path / "start.py").write_text(START)
    terminal = open_terminal(["sh", "-c", f"{sys.executable} start.py {redirected}; cat there"])
    terminal.exit_code()
    assert "ssh -t" in terminal.screen().replace("\n", " ")


def test_under_a_test_there_is_no_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadInput):
        refuse_unusable_terminal({"TERM": "xterm-256color"})
