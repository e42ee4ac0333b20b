"""Opening the years of a person with ten years of data, against opening those of somebody with none."""

from __future__ import annotations

from statistics import median

from benchmarks.decade import EMPTY, FULL, decade
from benchmarks.example import Example
from benchmarks.report import in_turns, line, p95, ratio, show
from benchmarks.terminal import Terminal

ROUNDS = 30
_AT_REST, _A_FRAME = 0.15, 0.008
"""Seconds without a byte after which all is painted, or one frame."""

_TITLE = "Year by year"
_PEOPLE, _DOWN, _OPEN, _BACK = "3", "\x1b[B", "y", "q"


def at_person(example: Example, steps: int) -> Terminal:
    """Open the app and go to that person in the list of people."""
    terminal = Terminal(example.command, example.environment)
    terminal.wait_for(FULL.split()[0])
    terminal.settle(1.0)
    terminal.until(_PEOPLE, EMPTY)
    for _step in range(steps):
        terminal.key(_DOWN)
    return terminal


def opened(terminal: Terminal, quiet: float) -> float:
    """Return the seconds from the key until the years are painted, and go back."""
    seconds = terminal.until(_OPEN, _TITLE, quiet)
    terminal.settle(_AT_REST)
    terminal.until(_BACK, EMPTY)
    terminal.settle(_AT_REST)
    return seconds


def main() -> None:
    """Measure and print."""
    with decade() as example, at_person(example, 0) as full, at_person(example, 1) as empty:
        found = in_turns(
            {
                "full": lambda: opened(full, _AT_REST),
                "empty": lambda: opened(empty, _AT_REST),
                "full, first": lambda: opened(full, _A_FRAME),
                "empty, first": lambda: opened(empty, _A_FRAME),
            },
            ROUNDS,
            warm_up=3,
        )
        for terminal, name in ((full, FULL), (empty, EMPTY)):
            terminal.until(_OPEN, f"{_TITLE} · {name}")
    show(
        f"Opening a person's years, {ROUNDS} rounds in turn, 120x40",
        [
            line("nothing yet: first frame, median", median(found["empty, first"]) * 1000, "ms"),
            line("ten years: first frame, median", median(found["full, first"]) * 1000, "ms"),
            line("nothing yet: opened and at rest, median", median(found["empty"]) * 1000, "ms"),
            line("ten years: opened and at rest, median", median(found["full"]) * 1000, "ms"),
            line("nothing yet: opened and at rest, p95", p95(found["empty"]) * 1000, "ms"),
            line("ten years: opened and at rest, p95", p95(found["full"]) * 1000, "ms"),
            line(
                "ten years / nothing yet, first frame",
                ratio(found["full, first"], found["empty, first"]),
                "x",
            ),
            line(
                "ten years / nothing yet, opened and at rest", ratio(found["full"], found["empty"]), "x", 1.3
            ),
        ],
    )
