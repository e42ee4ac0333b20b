"""One key in an editor, ours against the stock text area: in a form of twenty questions and in the talk."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from benchmarks.example import IN_TALK, PYTHON, USEFUL, filled
from benchmarks.report import line, p95, show
from benchmarks.terminal import Answer, Terminal

KEYS = 60
SIZES = (1_000, 10_000, 100_000)
_SENTENCE = "hur gick det sedan "


@dataclass(frozen=True, slots=True)
class Typing:
    """What typing cost.

    Attributes:
        median: milliseconds from the key to the last byte of its repaint.
        p95: the same, that 95 of 100 keys stay below.
        size: bytes a key.
    """

    median: float
    p95: float
    size: float


def typing(terminals: dict[str, Terminal]) -> dict[str, Typing]:
    """Type the same letters into each in turn and return what it cost."""
    answers: dict[str, list[Answer]] = {name: [] for name in terminals}
    for turn in range(KEYS):
        letter = _SENTENCE[turn % len(_SENTENCE)]
        for name, terminal in terminals.items():
            answers[name].append(terminal.key(letter))
    return {name: _cost(found) for name, found in answers.items()}


def _cost(answers: list[Answer]) -> Typing:
    times = [answer.last * 1000 for answer in answers]
    return Typing(median(times), p95(times), median(answer.size for answer in answers))


def in_form(size: int) -> dict[str, Typing]:
    """Type into the stock editor and ours, both in the same form with that much text."""
    commands = {
        kind: [PYTHON, "-m", "benchmarks.form", kind, "--size", str(size)] for kind in ("stock", "ours")
    }
    with Terminal(commands["stock"]) as stock, Terminal(commands["ours"]) as ours:
        terminals = {"stock": stock, "ours": ours}
        for terminal in terminals.values():
            terminal.wait_for("20 Samarbete")
            terminal.settle(1.0)
            terminal.key("x")
        return typing(terminals)


def in_talk() -> Typing:
    """Type into a shared note of the example's conversation that is under way."""
    with filled() as example, Terminal(example.command, example.environment) as terminal:
        terminal.wait_for(USEFUL)
        terminal.settle(1.0)
        terminal.key("j")
        terminal.key("\r")
        terminal.wait_for(IN_TALK)
        terminal.settle(1.5)
        terminal.key("x")
        return typing({"talk": terminal})["talk"]


def main() -> None:
    """Measure and print."""
    lines, ours_by_size = [], {}
    for size in SIZES:
        found = in_form(size)
        stock, ours = found["stock"], found["ours"]
        ours_by_size[size] = ours
        lines += [
            f" {size // 1000} kB of text",
            line("stock: p95 of a key", stock.p95, "ms"),
            line("ours: median of a key", ours.median, "ms"),
            line("ours: p95 of a key", ours.p95, "ms"),
            line("ours / stock, p95", ours.p95 / stock.p95, "x", 0.6),
            line("stock: bytes a key", stock.size, "B"),
            line("ours: bytes a key", ours.size, "B", 700),
        ]
    talk = in_talk()
    flat = ours_by_size[SIZES[-1]].median / ours_by_size[SIZES[0]].median
    lines += [
        line("ours: median at 100 kB / at 1 kB", flat, "x", 1.25),
        " in the example's conversation, the real screen",
        line("p95 of a key", talk.p95, "ms"),
        line("bytes a key", talk.size, "B", 700),
    ]
    show(f"One key, {KEYS} keys in turn, form of 20 questions, 120x40", lines)
