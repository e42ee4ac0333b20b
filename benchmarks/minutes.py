"""Minutes from the shell, against importing the store's library and doing nothing."""

from __future__ import annotations

from statistics import median

from benchmarks.example import PYTHON, filled
from benchmarks.report import in_turns, line, ratio, show
from benchmarks.startup import run

ROUNDS = 15


def main() -> None:
    """Measure and print."""
    with filled() as example:
        env = example.environment
        minutes = [*example.command, "minutes", "2"]
        found = in_turns(
            {
                "import": lambda: run([PYTHON, "-c", "import sqlite_utils"], env),
                "md": lambda: run(minutes, env),
                "json": lambda: run([*minutes, "--format", "json"], env),
            },
            ROUNDS,
        )
    show(
        f"Minutes, medians of {ROUNDS} rounds in turn",
        [
            line("importing sqlite_utils", median(found["import"]) * 1000, "ms"),
            line("ijtui minutes", median(found["md"]) * 1000, "ms"),
            line("ijtui minutes / importing sqlite_utils", ratio(found["md"], found["import"]), "x", 1.5),
            line("ijtui minutes --format json / the same", ratio(found["json"], found["import"]), "x"),
        ],
    )
