"""What a session holds in memory, and what it sends while nobody does anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.bare import READY
from benchmarks.example import PYTHON, USEFUL, filled
from benchmarks.report import in_turns, line, ratio, show
from benchmarks.terminal import Terminal

ROUNDS = 5
_LISTEN = 5.0
_TO_THE_TALK = "\x1b[B\r"
"""Keys from the start screen into the conversation that is under way."""


def memory(command: Sequence[str], marker: str, environment: Mapping[str, str], keys: str = "") -> float:
    """Return the private memory of a session that has settled, in bytes, perhaps behind some keys."""
    with Terminal(command, environment) as terminal:
        terminal.wait_for(marker)
        terminal.settle(1.0)
        if keys:
            terminal.key(keys)
            terminal.settle(1.5)
        return terminal.private_memory()


def idle_bytes(command: Sequence[str], marker: str, environment: Mapping[str, str], keys: str = "") -> int:
    """Return the bytes that a session sends in five idle seconds, on its first screen or behind some keys."""
    with Terminal(command, environment) as terminal:
        terminal.wait_for(marker)
        terminal.settle(1.0)
        if keys:
            terminal.key(keys)
            terminal.settle(1.5)
        return terminal.listen(_LISTEN)


def main() -> None:
    """Measure and print."""
    bare = [PYTHON, "-m", "benchmarks.bare"]
    with filled() as example:
        env = example.environment
        found = in_turns(
            {
                "bare": lambda: memory(bare, READY, env),
                "ours": lambda: memory(example.command, USEFUL, env),
                "talk": lambda: memory(example.command, USEFUL, env, _TO_THE_TALK),
            },
            ROUNDS,
        )
        start = idle_bytes(example.command, USEFUL, env)
        talk = idle_bytes(example.command, USEFUL, env, _TO_THE_TALK)
    show(
        f"A session at rest, medians of {ROUNDS} rounds in turn",
        [
            line("bare Textual app, private memory", median(found["bare"]) / 2**20, "MiB"),
            line("ijtui, private memory", median(found["ours"]) / 2**20, "MiB"),
            line("private memory / bare", ratio(found["ours"], found["bare"]), "x", 1.6),
            line("ijtui in a conversation, private memory", median(found["talk"]) / 2**20, "MiB"),
            line("the same / bare", ratio(found["talk"], found["bare"]), "x", 1.6),
            line(f"bytes sent in {_LISTEN:g} idle s on the start screen", start, "B", 0),
            line(f"bytes sent in {_LISTEN:g} idle s in a conversation", talk, "B", 0),
        ],
    )
