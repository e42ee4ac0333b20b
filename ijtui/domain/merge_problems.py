"""What keeps reports from being added up: everything at once, each said of its file (D-S2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from ijtui.domain.merging import Given
from ijtui.domain.report import RULE, Basis, Place, Report, Row
from ijtui.domain.unit_names import Names
from ijtui.errors import BadInput

NO_UNIT = "–"
"""Stands in a sentence for people in no unit."""

_NAMED = 3
"""Units that a sentence names; two files may have hundreds in common."""


def problems(given: Sequence[Given], expected: Iterable[Place] = ()) -> tuple[BadInput, ...]:
    """Return everything that keeps the reports from being added up, by file and whatever their order.

    Args:
        given: the reports.
        expected: the units of the organisation, where they are known.
    """
    ordered = sorted(given, key=lambda one: (one.file, one.hash))
    names = Names((place for one in ordered for place in one.report.places), expected)
    found = [*_of_another_kind(ordered), *_placed_otherwise(ordered, names)]
    for one, other in combinations(ordered, 2):
        if one.hash == other.hash:
            found.append(
                BadInput("It is the same report as {other}. Leave one out.", one.file, other=other.file)
            )
    for one, other in permutations(ordered, 2):
        found += _between(one, other, names)
    return tuple(sorted(found, key=lambda problem: problem.source))


def _of_another_kind(given: Sequence[Given]) -> Iterator[BadInput]:
    """Yield those of another year than most, and those that were counted by another rule."""
    years = Counter(one.report.year for one in given)
    usual = max(years, key=lambda year: (years[year], year), default=0)
    for one in given:
        if one.report.year != usual:
            yield BadInput(
                "It is of {year}, and the others are of {usual}. Only reports of one year add up.",
                one.file,
                year=one.report.year,
                usual=usual,
            )
        if one.report.rule != RULE:
            yield BadInput(
                "It was counted by rule {rule}, and this ijtui adds up what was counted by rule {ours}."
                " Use the same version for both, and report again.",
                one.file,
                rule=one.report.rule,
                ours=RULE,
            )


def _placed_otherwise(given: Sequence[Given], names: Names) -> Iterator[BadInput]:
    """Yield the units that a file puts elsewhere than the others do, or than was expected."""
    for one in given:
        for place in one.report.places:
            above = names.above(place.unit)[:1]
            if place.part_of and [place.part_of.casefold()] != [name.casefold() for name in above]:
                yield BadInput(
                    "In it {unit} is part of {here}, and elsewhere of {there}. Make them the same, and report"
                    " again.",
                    one.file,
                    unit=place.unit,
                    here=place.part_of,
                    there=above[0] if above else "–",
                )


def _between(one: Given, other: Given, names: Names) -> Iterator[BadInput]:
    """Yield what one file has in common with another; each matter is said of one of the two."""
    if one.hash == other.hash or one.report.year != other.report.year:
        return
    if one.hash in other.report.merged:
        yield BadInput("It is already added up in {other}. Leave it out.", one.file, other=other.file)
    elif one.hashes & other.hashes:
        if one.file < other.file:
            yield BadInput(
                "A report that is added up in it is added up in {other}, too. Add them up anew from the first"
                " reports.",
                one.file,
                other=other.file,
            )
    elif other.hash not in one.report.merged:
        yield from _units_twice(one, other)
        yield from _part_of_whole(one, other, names)


def _units_twice(one: Given, other: Given) -> Iterator[BadInput]:
    """Yield the units that both count: of the older file where one reporter has done so twice."""
    twice: dict[bool, list[str]] = {True: [], False: []}
    theirs: dict[str, list[Row]] = {}
    for unit, row in _counted(other.report):
        theirs.setdefault(unit.casefold(), []).append(row)
    for unit, row in _counted(one.report):
        for their in theirs.get(unit.casefold(), ()):
            is_same = bool(set(row.reporters) & set(their.reporters))
            if is_same or (unit and not _are_apart(row, their)):
                twice[is_same].append(unit or NO_UNIT)
    if twice[True] and (one.report.made, one.file) < (other.report.made, other.file):
        yield BadInput(
            "The same reporter has counted {units} in {other}, too, which is newer. Leave this one out.",
            one.file,
            units=_listed(twice[True]),
            other=other.file,
        )
    if twice[False] and one.file < other.file:
        yield BadInput(
            "Another reporter has counted {units} in {other}, too. Ask which of the two counts there, or let"
            " each give their part a name of its own.",
            one.file,
            units=_listed(twice[False]),
            other=other.file,
        )


def _counted(report: Report) -> Iterator[tuple[str, Row]]:
    """Yield each unit with the row it is counted in; "" for people in none, who may be anybody's."""
    for row in report.rows:
        for unit in row.units or ("",):
            yield unit, row


def _are_apart(row: Row, other: Row) -> bool:
    """Whether one counts those who head a unit, and the other those whom they lead."""
    return {row.basis, other.basis} == {Basis.HEADS, Basis.LED}


def _part_of_whole(one: Given, other: Given, names: Names) -> Iterator[BadInput]:
    """Yield the units that are part of what the other counts with everybody in it."""
    wholes = {unit.casefold() for unit in other.report.wholes}
    theirs = {unit.casefold() for unit in other.report.units}
    inside: dict[str, list[str]] = {}
    for unit in one.report.units:
        whole = next((above for above in names.above(unit) if above.casefold() in wholes), None)
        if whole is not None and unit.casefold() not in theirs:
            inside.setdefault(whole, []).append(unit)
    for whole, units in inside.items():
        yield BadInput(
            "{other} counts everybody in {whole}, which {units} is part of. Leave one out.",
            one.file,
            units=_listed(units),
            whole=whole,
            other=other.file,
        )


def _listed(units: Sequence[str]) -> str:
    """Return names of units one after the other, the first few of many."""
    named = ", ".join(sorted(set(units))[:_NAMED])
    return f"{named} …" if len(set(units)) > _NAMED else named
