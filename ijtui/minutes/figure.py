"""The key figure as a page to read, with the rule that it is counted by, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from textwrap import fill

from ijtui.domain.figure import Figure, Plans, Points
from ijtui.domain.target import Measure, Target, in_force
from ijtui.minutes.figure_words import APART, MEASURES, POINTS, rules, share, target_in_words
from ijtui.words import N_, Words

VERSION = 1


def as_text(figure: Figure, words: Words, targets: Iterable[Target] = ()) -> str:
    """Return the figure with the target and the rule that it is counted by, as lines of plain text."""
    return "\n".join(
        [
            words("Key figure {year}", year=figure.year),
            "",
            *_targets(figure.year, tuple(targets), words),
            *_parts(figure, words),
            *_rules(words),
        ]
    )


def _targets(year: int, targets: tuple[Target, ...], words: Words) -> Iterator[str]:
    found = [(measure, in_force(targets, year, measure)) for measure in Measure]
    if any(target for _measure, target in found):
        yield words("The organisation's target")
        for measure, target in found:
            if target is not None:
                yield _line(words(MEASURES[measure]), target_in_words(target, words, year))
        yield ""


def _rules(words: Words) -> Iterator[str]:
    yield words("How it is counted")
    for rule in rules(words):
        yield fill(rule, _PAGE, initial_indent="- ", subsequent_indent="  ")


def _parts(figure: Figure, words: Words) -> Iterator[str]:
    """Yield each of the two parts of which there is anything to count."""
    if figure.plans.employees or figure.held != Points():
        yield words("As manager")
        yield from _points(figure.held, words)
        yield from _plans(figure.plans, words)
        yield ""
    if figure.own_plan.employees or figure.own != Points():
        yield words("As employee")
        yield from _points(figure.own, words)
        yield from _own_plan(figure.own_plan, words)
        yield ""
    if figure == Figure(figure.year, Points(), Plans(), Points(), Plans()):
        yield words("There is nothing to count yet.")
        yield ""


def _points(points: Points, words: Words) -> Iterator[str]:
    told = share(points.fulfilled, points.agreed, points.share, words)
    yield _line(words(MEASURES[Measure.POINTS]), told)
    yield from _counts(points, POINTS, words)
    if any(getattr(points, name) for name in APART):
        yield f"  {words('Told apart')}"
        yield from _counts(points, APART, words)


def _counts(points: Points, labels: Mapping[str, str], words: Words) -> Iterator[str]:
    for name, label in labels.items():
        if number := getattr(points, name):
            yield _line(f"  {words(label)}", str(number))


def _plans(plans: Plans, words: Words) -> Iterator[str]:
    signed = share(plans.signed, plans.employees, plans.share, words)
    yield _line(words(MEASURES[Measure.PLANS]), signed)
    agreed = share(plans.agreed, plans.employees, plans.share_agreed, words)
    yield _line(words("Employees with an agreed plan, signed or not"), agreed)


def _own_plan(plans: Plans, words: Words) -> Iterator[str]:
    if plans.employees:
        state = N_("signed by both") if plans.signed else N_("agreed, not signed by both")
        yield _line(words("Own plan"), words(state if plans.agreed else N_("none yet")))


_PAGE, _WIDE = 80, 60


def _line(label: str, value: str) -> str:
    return f"  {label:<{_WIDE}} {value}"


def as_json(figure: Figure, targets: Iterable[Target] = ()) -> str:
    """Return the counts as JSON; shares are whole per cent, or null where there is nothing to share."""
    targets = tuple(targets)
    found = {measure: in_force(targets, figure.year, measure) for measure in Measure}
    told = {
        "ijtui-figure": VERSION,
        "year": figure.year,
        "targets": {measure.value: target.percent if target else None for measure, target in found.items()},
        "manager": {"points": numbers(figure.held), "plans": numbers(figure.plans)},
        "employee": {"points": numbers(figure.own), "plans": numbers(figure.own_plan)},
    }
    return json.dumps(told, indent=2)


def numbers(of: Points | Plans) -> dict[str, int | None]:
    """Return all counts by name, with what they make up."""
    sums = {"agreed": of.agreed, "share": of.share}
    if isinstance(of, Points):
        return {**asdict(of), "fulfilled": of.fulfilled, **sums}
    return {**asdict(of), **sums, "share_agreed": of.share_agreed}
