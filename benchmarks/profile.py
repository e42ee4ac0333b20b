"""What costs most from the start until a conversation has been opened, typed in and left again."""

from __future__ import annotations

import pstats
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.example import IN_TALK, PYTHON, USEFUL, filled
from benchmarks.report import show
from benchmarks.terminal import Terminal

MOST = 20
_WAITING = ("'poll' of 'select", "'acquire' of '_thread")
_DOWN, _ENTER, _QUIT = "\x1b[B", "\r", "\x11"
_TYPED = "Vi tar det igen i januari. "


def recorded(output: Path) -> pstats.Stats:
    """Run the program through its usual steps under cProfile and return what it found."""
    with (
        filled() as example,
        Terminal(
            [PYTHON, "-m", "cProfile", "-o", str(output), *example.command[1:]], example.environment
        ) as terminal,
    ):
        terminal.wait_for(USEFUL)
        terminal.settle()
        terminal.until(f"{_DOWN}{_ENTER}", IN_TALK)
        for letter in _TYPED:
            terminal.key(letter)
        terminal.key(_QUIT, within=10.0)
        terminal.settle(1.0, within=20.0)  # the profile is written after the last byte
    return pstats.Stats(str(output))


def costs(stats: pstats.Stats) -> list[str]:
    """Return a line a function, those first that took most time themselves; waiting is none of theirs."""
    found: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = vars(stats)["stats"]
    busy = {where: cost for where, cost in found.items() if not any(word in where[2] for word in _WAITING)}
    whole = sum(own for _, _, own, _, _ in busy.values())
    dearest = sorted(busy.items(), key=lambda item: -item[1][2])[:MOST]
    return [
        f"  {own / whole:6.1%} {own * 1000:8.1f} ms {calls:>8} x  {Path(file).name}:{name}"
        for (file, _line, name), (_, calls, own, _, _) in dearest
    ]


def main() -> None:
    """Profile and print."""
    with TemporaryDirectory(prefix="ijtui-profile-") as folder:
        lines = costs(recorded(Path(folder, "profile")))
    show(f"The {MOST} dearest functions by their own time: start, a conversation, {len(_TYPED)} keys", lines)
