"""The key figure of an organisation line by line, for a spreadsheet and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from ijtui.domain.figure_page import FigurePage
from ijtui.domain.tally import Tally
from ijtui.domain.tally_tree import Branch
from ijtui.domain.target import Measure
from ijtui.minutes.csv_form import Cell, as_csv
from ijtui.minutes.figure import numbers
from ijtui.minutes.figure_page import LEVELS, TOGETHER
from ijtui.minutes.figure_words import APART, CAUSES, POINTS, rules, withheld
from ijtui.words import N_, Words

VERSION = 1

_FIRST = (N_("Year"), N_("Level"), N_("Unit"), N_("Manager"), N_("Not shown because"))
_SHARES = (
    N_("Points agreed"),
    N_("Fulfilled"),
    N_("Share, per cent"),
    N_("Target, per cent"),
    N_("Employees"),
    N_("Agreed plans"),
    N_("Signed plans"),
    N_("Signed, per cent"),
)
_APART = tuple(name for name in APART if name != "undated")


def as_spreadsheet(page: FigurePage, words: Words) -> bytes:
    """Return a line for each part, each unit before what is in it, and the rule below."""
    counts = (*POINTS.values(), *(APART[name] for name in _APART), *CAUSES.values())
    headings = [words(said) for said in (*_FIRST, *_SHARES, *counts)]
    width = len(headings)
    lines = [_row(branch, unit, page, words) for unit, branch in _lines(page.branch, words(TOGETHER))]
    ruled = [[rule, *[None] * (width - 1)] for rule in rules(words, page.floor)]
    return as_csv(headings, [*lines, [None] * width, *ruled])


def _lines(branch: Branch, together: str, unit: str = "") -> Iterator[tuple[str, Branch]]:
    """Yield every line with the unit that it is of or in, and one for those that are not told one by one."""
    here = branch.name or unit
    yield here, branch
    for part in branch.parts:
        yield from _lines(part, together, here)
    if branch.rest is not None:
        yield f"{here}: {together}" if here else together, Branch("rest", tally=branch.rest)


def _row(branch: Branch, unit: str, page: FigurePage, words: Words) -> list[Cell]:
    first: list[Cell] = [page.year, _level(branch, words), unit, _manager(branch, page)]
    found = branch.tally
    if found is None:
        counted = len(_SHARES) + len(POINTS) + len(_APART) + len(CAUSES)
        return [*first, withheld(branch.why, page.floor, words), *[None] * counted]
    return [*first, None, *_shares(found, page), *_counts(found)]


def _level(branch: Branch, words: Words) -> str:
    if branch.manager is not None:
        return words("Manager's people")
    if branch.key == "rest":
        return words("Together")
    return words(LEVELS[branch.kind]) if branch.kind else words("Everything")


def _manager(branch: Branch, page: FigurePage) -> str:
    return page.name(branch) if branch.manager is not None else ""


def _shares(found: Tally, page: FigurePage) -> Iterator[Cell]:
    points, plans, target = found.points, found.plans, page.target(Measure.POINTS)
    yield from (points.agreed, points.fulfilled, points.share, target.percent if target else None)
    yield from (plans.employees, plans.agreed, plans.signed, plans.share)


def _counts(found: Tally) -> Iterator[Cell]:
    points, causes = asdict(found.points), asdict(found.kept_back)
    yield from (points[name] for name in (*POINTS, *_APART))
    yield from (causes[name] for name in CAUSES)


def as_objects(page: FigurePage, words: Words) -> str:
    """Return the same as JSON; a figure that is not told has `withheld` and no counts."""
    told = {
        "ijtui-figure-of-organisation": VERSION,
        "year": page.year,
        "counted": page.day.isoformat(),
        "floor": page.floor,
        "targets": _targets(page, page.year),
        "figure": _object(page.branch, page),
        "trend": [
            {
                "year": year.year,
                "targets": _targets(page, year.year),
                **(_told(year.tally) if year.tally else {"withheld": year.why}),
            }
            for year in page.trend
        ],
        "rule": list(rules(words, page.floor)),
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _targets(page: FigurePage, year: int) -> dict[str, int | None]:
    found = {measure: page.target(measure, year) for measure in Measure}
    return {measure.value: target.percent if target else None for measure, target in found.items()}


def _object(branch: Branch, page: FigurePage) -> dict[str, object]:
    level = "manager" if branch.manager is not None else branch.kind or "all"
    return {
        "level": str(level),
        "name": page.name(branch),
        **(_told(branch.tally) if branch.tally else {"withheld": branch.why}),
        "rest": _told(branch.rest) if branch.rest else None,
        "parts": [_object(part, page) for part in branch.parts],
    }


def _told(found: Tally) -> dict[str, object]:
    points = {name: number for name, number in numbers(found.points).items() if name != "undated"}
    return {"points": points, "plans": numbers(found.plans), "kept_back": asdict(found.kept_back)}
