"""Medians and ratios, printed so that one sees at once what was to be reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles


def in_turns(
    measures: Mapping[str, Callable[[], float]], rounds: int, warm_up: int = 1
) -> dict[str, list[float]]:
    """Take each measure once a round, in turn, so that a slow moment of the machine meets all of them.

    Args:
        measures: what to measure, by name; returns seconds, or whatever is compared.
        rounds: how often each is counted.
        warm_up: rounds before that are thrown away.
    """
    found: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(warm_up + rounds):
        for name, measure in measures.items():
            value = measure()
            if turn >= warm_up:
                found[name].append(value)
    return found


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios round by round, which drift of the machine does not move."""
    return median(our / their for our, their in zip(ours, theirs, strict=True))


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay below."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def line(name: str, value: float, unit: str, target: float | None = None) -> str:
    """Return one line of a report: name, value, and whether the target is reached."""
    said = f"  {name:<52} {value:>9.2f} {unit:<4}"
    if target is None:
        return said.rstrip()
    verdict = "reached" if value <= target else "NOT REACHED"
    return f"{said} to reach {target:g}: {verdict}"


def show(title: str, lines: Sequence[str]) -> None:
    """Print a report."""
    print(title)
    print("\n".join(lines))
    print()
