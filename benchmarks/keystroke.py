"""One key in an editor, ours against the stock text area: in a form of twenty questions and in the talk."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from benchmarks.example import IN_TALK, PYTHON, USEFUL, filled
from benchmarks.form import text_of
from benchmarks.report import line, p95, show
from benchmarks.terminal import Answer, Terminal

KEYS = 150
_WARM_UP = 10
SIZES = (1_000, 10_000, 100_000)
_SENTENCE = "hur gick det sedan "


@dataclass(frozen=True, slots=True)
class Typing:
    """What typing cost.

    Attributes:
        median: milliseconds from the key until its letter is painted.
        p95: the same, that 95 of 100 keys stay below.
        size: bytes a key, the median.
        mean: bytes a key, rows that came or moved and the saved mark included.
    """

    median: float
    p95: float
    size: float
    mean: float


def typing(terminals: dict[str, Terminal]) -> dict[str, Typing]:
    """Type the same letters into each in turn and return what it cost."""
    answers: dict[str, list[Answer]] = {name: [] for name in terminals}
    for turn in range(_WARM_UP + KEYS):
        letter = _SENTENCE[turn % len(_SENTENCE)]
        for name, terminal in terminals.items():
            answers[name].append(terminal.key(letter))
    return {name: _cost(found[_WARM_UP:]) for name, found in answers.items()}


def _cost(answers: list[Answer]) -> Typing:
    times = [answer.painted * 1000 for answer in answers]
    sizes = [answer.size for answer in answers]
    return Typing(median(times), p95(times), median(sizes), sum(sizes) / len(sizes))


def form(kind: str, size: int) -> Terminal:
    """Open the form of twenty questions with one kind of editor and that much text."""
    terminal = Terminal([PYTHON, "-m", "benchmarks.form", kind, "--size", str(size)])
    terminal.wait_for("20 Samarbete")
    terminal.settle(1.0)
    return terminal


def in_form(size: int) -> dict[str, Typing]:
    """Type into the stock editor and ours, both in the same form with that much text."""
    with form("stock", size) as stock, form("ours", size) as ours:
        return typing({"stock": stock, "ours": ours})


def in_talk(size: int) -> dict[str, Typing]:
    """Type into the stock editor in the form, and into a note of the conversation that is under way."""
    with (
        form("stock", size) as stock,
        filled() as example,
        Terminal(example.command, example.environment) as talk,
    ):
        talk.wait_for(USEFUL)
        talk.settle(1.0)
        talk.key("\x1b[B")
        talk.key("\r")
        talk.wait_for(IN_TALK)
        talk.settle(1.5)
        talk.paste(text_of(size))
        talk.settle(1.5)
        return typing({"stock": stock, "ours": talk})


def _compared(stock: Typing, ours: Typing) -> list[str]:
    return [
        line("stock: median of a key", stock.median, "ms"),
        line("ours: median of a key", ours.median, "ms"),
        line("stock: p95 of a key", stock.p95, "ms"),
        line("ours: p95 of a key", ours.p95, "ms"),
        line("ours / stock, median", ours.median / stock.median, "x"),
        line("ours / stock, p95", ours.p95 / stock.p95, "x", 0.6),
        line("stock: bytes a key, median", stock.size, "B"),
        line("ours: bytes a key, median", ours.size, "B", 700),
        line("ours: bytes a key, mean", ours.mean, "B"),
    ]


def main() -> None:
    """Measure and print."""
    for where, measure in (("form of 20 questions", in_form), ("the example's conversation", in_talk)):
        lines, medians = [], []
        for size in SIZES:
            found = measure(size)
            medians.append(found["ours"].median)
            lines += [f" {size // 1000} kB of text", *_compared(found["stock"], found["ours"])]
        lines.append(line("ours: median at 100 kB / at 1 kB", medians[-1] / medians[0], "x", 1.25))
        show(f"One key in {where}, {KEYS} keys in turn with the stock text area, 120x40", lines)
