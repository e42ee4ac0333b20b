"""From the start to the first screen that is of use, against a bare Textual app's first paint."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.bare import READY
from benchmarks.example import PYTHON, USEFUL, filled
from benchmarks.report import in_turns, line, ratio, show
from benchmarks.terminal import Terminal

ROUNDS = 15
_HEAVY = ("textual", "pydantic", "sqlite_utils")


def painted(command: Sequence[str], marker: str, environment: Mapping[str, str]) -> float:
    """Return the seconds until the marker is on the screen."""
    with Terminal(command, environment) as terminal:
        return terminal.wait_for(marker)


def run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds a command takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    bare = [PYTHON, "-m", "benchmarks.bare"]
    with filled() as example:
        env = example.environment
        found = in_turns(
            {
                "bare": lambda: painted(bare, READY, env),
                "first": lambda: painted(example.command, "Samtal", env),
                "useful": lambda: painted(example.command, USEFUL, env),
                "pass": lambda: run([PYTHON, "-c", "pass"], env),
                "version": lambda: run([PYTHON, "-m", "ijtui", "--version"], env),
            },
            ROUNDS,
        )
    show(
        f"Start-up, medians of {ROUNDS} rounds in turn, 120x40",
        [
            line("bare Textual app, first paint", median(found["bare"]) * 1000, "ms"),
            line("ijtui, first paint", median(found["first"]) * 1000, "ms"),
            line("ijtui, first useful screen", median(found["useful"]) * 1000, "ms"),
            line("first paint / bare", ratio(found["first"], found["bare"]), "x"),
            line("first useful screen / bare", ratio(found["useful"], found["bare"]), "x", 1.6),
            line("python -c pass", median(found["pass"]) * 1000, "ms"),
            line("ijtui --version", median(found["version"]) * 1000, "ms"),
            line("ijtui --version / python -c pass", ratio(found["version"], found["pass"]), "x", 5.0),
            line("of textual, pydantic, sqlite_utils it imports", len(imported_by_version()), "", 0),
        ],
    )


def imported_by_version() -> list[str]:
    """Return which of the heavy packages `ijtui --version` imports."""
    ask = (
        "import sys; sys.argv = ['ijtui', '--version']\n"
        "from ijtui.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([PYTHON, "-c", ask], check=True, capture_output=True, text=True)
    return [name for name in _HEAVY if repr(name) in done.stderr]
