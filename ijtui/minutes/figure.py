"""The key figure as a page to read, with the rule that it is counted by, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import fill

from ijtui.domain.figure import Figure, Plans, Points
from ijtui.words import N_, Words

VERSION = 1

_POINTS = (
    ("in_time", N_("carried out in time")),
    ("late", N_("carried out late")),
    ("partly", N_("carried out in part")),
    ("not_done", N_("left undone")),
    ("unanswered", N_("waiting for the other's answer")),
    ("going_on", N_("going on")),
    ("overdue", N_("past the last day")),
)
_APART = (
    ("dropped", N_("dropped by both")),
    ("changed", N_("agreed anew, in other words or to another day")),
    ("undated", N_("without a last day, in no year")),
)

_RULES = (
    N_(
        "A point counts in the year of its last day, as it is agreed now. It is fulfilled when both have said"
        " that it was carried out, in time or late; what only one of the two says does not count yet."
    ),
    N_(
        "Share = fulfilled ÷ agreed. What both agreed to drop is in neither number. The counts that are told"
        " apart are not added."
    ),
    N_(
        "An employee has an agreed plan when a conversation of the year was concluded with a goal or an"
        " agreement in it, and a signed one when both have signed the newest version."
    ),
    N_("These are counts alone: nobody is named, and nothing that was said is in them."),
)


def as_text(figure: Figure, words: Words) -> str:
    """Return the figure with the rule that it is counted by, as lines of plain text."""
    return "\n".join(
        [words("Key figure {year}", year=figure.year), "", *_parts(figure, words), *_rules(words)]
    )


def _rules(words: Words) -> Iterator[str]:
    yield words("How it is counted")
    for rule in _RULES:
        yield fill(words(rule), _PAGE, initial_indent="- ", subsequent_indent="  ")


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
    yield _line(
        words("Agreed points fulfilled"), _share(points.fulfilled, points.agreed, points.share, words)
    )
    yield from _counts(points, _POINTS, words)
    if any(getattr(points, name) for name, _label in _APART):
        yield f"  {words('Told apart')}"
        yield from _counts(points, _APART, words)


def _counts(points: Points, labels: tuple[tuple[str, str], ...], words: Words) -> Iterator[str]:
    for name, label in labels:
        if number := getattr(points, name):
            yield _line(f"  {words(label)}", str(number))


def _plans(plans: Plans, words: Words) -> Iterator[str]:
    signed = _share(plans.signed, plans.employees, plans.share, words)
    yield _line(words("Employees whose plan both have signed"), signed)
    agreed = _share(plans.agreed, plans.employees, plans.share_agreed, words)
    yield _line(words("Employees with an agreed plan, signed or not"), agreed)


def _own_plan(plans: Plans, words: Words) -> Iterator[str]:
    if plans.employees:
        state = N_("signed by both") if plans.signed else N_("agreed, not signed by both")
        yield _line(words("Own plan"), words(state if plans.agreed else N_("none yet")))


def _share(part: int, whole: int, share: int | None, words: Words) -> str:
    if share is None:
        return words("none")
    return words("{part} of {whole} ({share} %)", part=part, whole=whole, share=share)


_PAGE, _WIDE = 80, 60


def _line(label: str, value: str) -> str:
    return f"  {label:<{_WIDE}} {value}"


def as_json(figure: Figure) -> str:
    """Return the counts as JSON; shares are whole per cent, or null where there is nothing to share."""
    told = {
        "ijtui-figure": VERSION,
        "year": figure.year,
        "manager": {"points": _numbers(figure.held), "plans": _numbers(figure.plans)},
        "employee": {"points": _numbers(figure.own), "plans": _numbers(figure.own_plan)},
    }
    return json.dumps(told, indent=2)


def _numbers(of: Points | Plans) -> dict[str, int | None]:
    sums = {"agreed": of.agreed, "share": of.share}
    if isinstance(of, Points):
        return {**asdict(of), "fulfilled": of.fulfilled, **sums}
    return {**asdict(of), **sums, "share_agreed": of.share_agreed}
