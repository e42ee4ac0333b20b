"""Many sessions at once at one file, in pairs, each saving once a second: what a save and a change cost."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from statistics import median, quantiles

from benchmarks.bare import READY
from benchmarks.example import PYTHON
from benchmarks.pairs import Pairs, pairs
from benchmarks.report import line, show
from benchmarks.terminal import Terminal

HOW_MANY = (1, 10, 40)
_LASTS, _IDLE = 30.0, 20.0
_TO_START = "\x1b[1;5H"
_ERRORS = ("INTE SPARAT", "Två texter")


@dataclass
class Sitting:
    """Somebody at a terminal.

    Attributes:
        notes: where their session notes its saves.
        typed: each word that the other has not seen yet, with when it was typed.
    """

    terminal: Terminal
    notes: Path
    typed: dict[bytes, float] = field(default_factory=dict)


def cpu(sittings: Sequence[Terminal]) -> float:
    """Return the percentage of one core that a session takes at rest, on average."""
    before = sum(terminal.seconds_run() for terminal in sittings)
    end = time.perf_counter() + _IDLE
    while (left := end - time.perf_counter()) > 0:
        wait_and_read(sittings, left)
    after = sum(terminal.seconds_run() for terminal in sittings)
    return 100 * (after - before) / _IDLE / len(sittings)


def wait_and_read(sittings: Sequence[Terminal], timeout: float) -> None:
    """Read what has come on any of the terminals."""
    ready, _, _ = select(sittings, [], [], timeout)
    for terminal in ready:
        terminal.read()


def at_rest(sittings: Sequence[Terminal]) -> tuple[float, float]:
    """Return the private memory of a session in MiB, the median, and its share of a core at rest."""
    share = cpu(sittings)
    return median(terminal.private_memory() for terminal in sittings) / 2**20, share


def bare(count: int, environment: dict[str, str]) -> tuple[float, float]:
    """Return the same for as many bare apps."""
    with ExitStack() as stack:
        command = [PYTHON, "-m", "benchmarks.bare"]
        apps = [stack.enter_context(Terminal(command, environment)) for _number in range(count)]
        for app in apps:
            app.wait_for(READY, within=120)
        return at_rest(apps)


def sit_down(stack: ExitStack, shared: Pairs, login: str, folder: Path, *, second: bool) -> Sitting:
    """Open the conversation and stand in its first note, or in the second one."""
    notes = folder / f"{login}.saves"
    command = [PYTHON, "-m", "benchmarks.session", str(shared.database), login, str(notes)]
    terminal = stack.enter_context(Terminal(command, shared.environment))
    terminal.wait_for(" Lind", within=120) if second else terminal.wait_for(" Berg", within=120)
    terminal.settle(0.5)
    terminal.until("\r", "ni båda ser detta", within=30)
    terminal.settle(0.5)
    if second:
        terminal.key("\t")
        terminal.settle(0.5)
    return Sitting(terminal, notes)


def word(number: int, turn: int) -> str:
    """Return a word that was never typed before and shares no letter in its place with the one before."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[(number * (place + 1) + turn * (3, 5, 7, 9)[place]) % 26] for place in range(4))


def type_on(sittings: Sequence[Sitting]) -> tuple[list[float], int]:
    """Let everybody type a word a second; return how long each took to the other, and how many never came."""
    begun, waited, turn = time.perf_counter(), list[float](), [0] * len(sittings)
    terminals = [sitting.terminal for sitting in sittings]
    while (now := time.perf_counter()) < begun + _LASTS + 3:
        for number, sitting in enumerate(sittings):
            due = begun + turn[number] + number / len(sittings)
            if due <= now and turn[number] < _LASTS:
                new = word(number, turn[number])
                sitting.typed[new.encode()] = time.perf_counter()
                sitting.terminal.press(f"{_TO_START}{new} ")
                turn[number] += 1
        wait_and_read(terminals, 0.005)
        for number, sitting in enumerate(sittings):
            partner = number ^ 1
            if partner < len(sittings):
                waited += _seen(sitting, sittings[partner].terminal)
    return waited, sum(len(sitting.typed) for sitting in sittings) if len(sittings) > 1 else 0


def _seen(sitting: Sitting, other: Terminal) -> list[float]:
    now = time.perf_counter()
    recent = bytes(other.seen[-20_000:])
    found = [new for new in sitting.typed if new in recent]
    return [now - sitting.typed.pop(new) for new in found]


def saves(sittings: Sequence[Sitting]) -> tuple[list[float], int]:
    """Return the seconds of each save, and how many failed."""
    lines = [text for sitting in sittings for text in sitting.notes.read_text().split()]
    took = [float(text) for text in lines if text != "failed"]
    return took, len(lines) - len(took)


def p99(values: Sequence[float]) -> float:
    """Return the value that 99 of 100 stay below."""
    return quantiles(values, n=100)[-1] if len(values) > 1 else values[0]


def measured(count: int) -> list[str]:
    """Return the lines of the report on that many sessions."""
    with pairs(count) as shared, ExitStack() as stack:
        bare_memory, bare_share = bare(count, shared.environment)
        folder = shared.database.parent
        sittings = [
            sit_down(stack, shared, login, folder, second=bool(number % 2))
            for number, login in enumerate(shared.logins[:count])
        ]
        terminals = [sitting.terminal for sitting in sittings]
        memory, share = at_rest(terminals)
        waited, lost = type_on(sittings)
        took, failed = saves(sittings)
        errors = failed + lost + sum(_complaints(terminal) for terminal in terminals)
    lines = [
        line("private memory of a session", memory, "MiB"),
        line("the same / bare", memory / bare_memory, "x", 1.6),
        line("share of a core at rest", share, "%"),
        line("the same / bare", share / bare_share, "x", 2),
        line(f"a save, median of {len(took)}", 1000 * median(took), "ms"),
        line("a save, p99", 1000 * p99(took), "ms"),
        line("errors, and words that the other never saw", errors, "", 0),
    ]
    if waited:
        lines += [
            line(f"from a key to the other's screen, median of {len(waited)}", median(waited), "s"),
            line("from a key to the other's screen, p99", p99(waited), "s", 1),
        ]
    return lines


def _complaints(terminal: Terminal) -> int:
    return sum(terminal.seen.count(error.encode()) for error in _ERRORS)


def main(how_many: Sequence[int] = HOW_MANY) -> None:
    """Measure and print."""
    for count in how_many:
        show(f"{count} sessions in pairs, one save a second each for {_LASTS:g} s", measured(count))
