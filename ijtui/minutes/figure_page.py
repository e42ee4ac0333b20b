"""The key figure of an organisation as Markdown, ready for the annual report: tables, target, trend, rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace

from ijtui import dates
from ijtui.domain.figure_page import FigurePage, YearTold
from ijtui.domain.tally import Tally
from ijtui.domain.tally_tree import Branch
from ijtui.domain.target import Measure
from ijtui.domain.unit import UnitKind
from ijtui.minutes.escape import guarded, line
from ijtui.minutes.figure_words import (
    APART,
    CAUSES,
    MEASURES,
    POINTS,
    grouped,
    per_cent,
    rules,
    share,
    target_in_words,
    withheld,
)
from ijtui.words import N_, Words

TOGETHER = N_("those not shown one by one, together")
LEVELS = {
    UnitKind.ORGANISATION: N_("Organisation"),
    UnitKind.ADMINISTRATION: N_("Administration"),
    UnitKind.UNIT: N_("Unit"),
}
"""What a unit of each kind is called."""


_TABLES = (
    (frozenset({UnitKind.ORGANISATION, UnitKind.ADMINISTRATION}), N_("By administration")),
    (frozenset({UnitKind.UNIT}), N_("By unit")),
)


def as_markdown(page: FigurePage, words: Words) -> str:
    """Return the page; it names units, and nobody."""
    name = page.name(page.branch) or words("the whole organisation")
    parts = (
        [f"# {_plain(words('Key figure {year}', year=page.year))}: {_plain(name)}"],
        [words("Counted on {day}.", day=dates.long(page.day, words))],
        _result(page, words),
        *(_units(page, kinds, heading, words) for kinds, heading in _TABLES),
        _trend(page, words),
        _counts(page.branch.tally, words),
        _causes(page.branch.tally, words),
        [f"## {words('How it is counted')}", *(f"- {rule}" for rule in rules(words, page.floor))],
    )
    return "\n\n".join("\n".join(_spaced(part)) for part in map(list, parts) if part)


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(lines):
        yield text
        if number == 0 and text.startswith("#") and len(lines) > 1:
            yield ""


def _plain(text: str) -> str:
    return guarded(line(text, mdx=True), mdx=True)


def _result(page: FigurePage, words: Words) -> Iterator[str]:
    """Yield the two shares beside the target of the year."""
    yield f"## {words('Result')}"
    found = page.branch.tally
    if found is None:
        yield withheld(page.branch.why, page.floor, words)
        return
    points, plans = found.points, found.plans
    rows = (
        (Measure.POINTS, share(points.fulfilled, points.agreed, points.share, words)),
        (Measure.PLANS, share(plans.signed, plans.employees, plans.share, words)),
    )
    yield from _table(
        (words("Share"), words("Result"), words("Target")),
        (
            (words(MEASURES[measure]), told, target_in_words(page.target(measure), words, page.year) or "–")
            for measure, told in rows
        ),
    )


def _units(page: FigurePage, kinds: frozenset[UnitKind], heading: str, words: Words) -> Iterator[str]:
    """Yield a line for each unit of these kinds inside; managers are not named."""
    inside = (branch for _depth, branch in page.branch.walk() if branch is not page.branch)
    units = [branch for branch in inside if branch.kind in kinds]
    if not units:
        return
    yield f"## {words(heading)}"
    yield from _table(
        (
            *(words(said) for said in (N_("Unit"), N_("Employees"), N_("Points agreed"), N_("Fulfilled"))),
            *(words(said) for said in (N_("Share"), N_("of them late"), N_("Signed plan"))),
        ),
        [
            *(_unit(branch, page, words) for branch in units),
            *_together(page.branch, units, page, words),
        ],
    )


def _together(
    told: Branch, units: Sequence[Branch], page: FigurePage, words: Words
) -> Iterator[tuple[str, ...]]:
    """Yield a line of what is not told one by one, where one of the units in the table is among it."""
    if told.rest is not None and any(unit.tally is None for unit in units if unit in told.parts):
        yield _unit(replace(told, name=words(TOGETHER), tally=told.rest), page, words)


def _unit(branch: Branch, page: FigurePage, words: Words) -> tuple[str, ...]:
    called, found = _plain(branch.name), branch.tally
    if found is None:
        return (called, withheld(branch.why, page.floor, words), *[""] * 5)
    points, plans = found.points, found.plans
    counted = (plans.employees, points.agreed, points.fulfilled)
    shares = per_cent(points.share), grouped(points.late), per_cent(plans.share)
    return (called, *map(grouped, counted), *shares)


def _trend(page: FigurePage, words: Words) -> Iterator[str]:
    yield f"## {words('Over the years')}"
    yield from _table(
        (words("Year"), words(MEASURES[Measure.POINTS]), words("Target"), words("Signed plan")),
        (_year(year, page, words) for year in page.trend),
    )


def _year(year: YearTold, page: FigurePage, words: Words) -> tuple[str, ...]:
    target = page.target(Measure.POINTS, year.year)
    aim = per_cent(target.percent if target else None)
    if year.tally is None:
        return str(year.year), withheld(year.why, page.floor, words), aim, ""
    return str(year.year), per_cent(year.tally.points.share), aim, per_cent(year.tally.plans.share)


def _counts(found: Tally | None, words: Words) -> Iterator[str]:
    """Yield how the points stand, and below them what is told apart."""
    if found is None or not found.points.agreed:
        return
    counts = asdict(found.points)
    yield f"## {words('How the agreed points stand')}"
    rows = [(words(label), grouped(counts[name])) for name, label in POINTS.items()]
    total = [(f"**{words('Points agreed')}**", f"**{grouped(found.points.agreed)}**")]
    apart = [
        (f"{words('Told apart')}: {words(label)}", grouped(counts[name]))
        for name, label in APART.items()
        if name != "undated"
    ]
    yield from _table((words("Points"), words("How many")), rows + total + apart)


def _causes(found: Tally | None, words: Words) -> Iterator[str]:
    if found is None or not found.points.partly + found.points.not_done:
        return
    yield f"## {words('What stood in the way')}"
    rows = [(words(CAUSES[name]), grouped(number)) for name, number in asdict(found.kept_back).items()]
    yield from _table((words("Of what was not done, or only in part"), words("How many")), rows)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; all but the first column are at the right."""
    yield f"| {' | '.join(headings)} |"
    yield f"| --- |{' ---: |' * (len(headings) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
