"""A municipality of 5 000 people against the example of five: the start screen and the list of people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from statistics import median

from benchmarks.example import Example, filled
from benchmarks.municipality import municipality
from benchmarks.report import in_turns, line, ratio, show
from benchmarks.startup import painted
from benchmarks.terminal import Terminal

ROUNDS = 15
_START = "Väntar på dig"
"""A heading of the start screen, painted together with all that is below it."""

_LISTED = {"few": "systemutvecklare", "many": "HR-specialist"}
"""A role that only the list of people shows, by file."""

_PEOPLE, _FIND, _LETTERS, _MANY = "3", "l", "berg", "·"
_TYPED = 8


def listed(example: Example, role: str) -> float:
    """Return the seconds from the key to the first paint of the list, in a session that was just opened."""
    with Terminal(example.command, example.environment) as terminal:
        terminal.wait_for(_START)
        terminal.settle(0.5)
        return terminal.until(_PEOPLE, role)


def letters(example: Example) -> list[float]:
    """Return the seconds that each letter takes until whoever fits is listed."""
    with Terminal(example.command, example.environment) as terminal:
        terminal.wait_for(_START)
        terminal.settle(0.5)
        terminal.until(_PEOPLE, _LISTED["many"])
        terminal.settle(0.5)
        terminal.until(_FIND, _MANY)
        terminal.settle(0.5)
        return [terminal.key(letter).painted for letter in _LETTERS * (_TYPED // len(_LETTERS))]


def main() -> None:
    """Measure and print."""
    many = municipality()
    with filled() as few:
        files: Mapping[str, Example] = {"few": few, "many": many}
        starts = in_turns(
            {name: partial(painted, each.command, _START, each.environment) for name, each in files.items()},
            ROUNDS,
        )
        lists = in_turns({name: partial(listed, each, _LISTED[name]) for name, each in files.items()}, ROUNDS)
    typed = letters(many)
    show(
        f"5 000 people and ten years beside five people, medians of {ROUNDS} rounds in turn, 120x40",
        [
            line("five people: start screen", median(starts["few"]) * 1000, "ms"),
            line("5 000 people: start screen", median(starts["many"]) * 1000, "ms"),
            line("start screen, 5 000 / five", ratio(starts["many"], starts["few"]), "x", 1.2),
            line("five people: list of people, first paint", median(lists["few"]) * 1000, "ms"),
            line("5 000 people: list of people, first paint", median(lists["many"]) * 1000, "ms"),
            line("list of people, 5 000 / five", ratio(lists["many"], lists["few"]), "x", 1.5),
            line("a letter while one looks for somebody, median", median(typed) * 1000, "ms"),
            line("a letter while one looks for somebody, slowest", max(typed) * 1000, "ms"),
            line("size of the file", many.database.stat().st_size / 2**20, "MiB", 1024),
        ],
    )
