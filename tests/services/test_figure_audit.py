"""Everything that is told, on every page, at every depth and of every year, put together and solved for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.account import Office
from ijtui.domain.tally_tree import Branch
from ijtui.services.desk import Desk
from tests.domain.test_floor import Row, worked_out
from tests.town import YEAR, Town, a_town

YEARS = (YEAR - 1, YEAR)
FLOOR = 5

Column = tuple[int, str]
"""A year, and the people of one manager in one unit."""


def leaves(branch: Branch) -> frozenset[str]:
    """Return the groups of one manager that a line adds up."""
    return frozenset(part.key for _depth, part in branch.walk() if part.manager is not None)


def told(branch: Branch) -> Iterator[frozenset[str]]:
    """Yield what each figure adds up that is told in a tree, the sums of what is not told one by one, too."""
    for _depth, part in branch.walk():
        if part.tally is not None:
            yield leaves(part)
        if part.rest is not None:
            yield frozenset().union(*(leaves(inside) for inside in part.parts if inside.tally is None))


def pages(desk: Desk, units: list[str]) -> Iterator[tuple[int, Branch]]:
    """Yield every tree that a session may hand on: the whole and each unit of each year."""
    found = desk.people.me()
    assert found is not None
    for year in YEARS:
        for unit in ("", *units):
            yield year, desk.figure.page(found[0], year, unit).branch


def on_screen(desk: Desk) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the sums that a session shows, but for those of the own people."""
    found = desk.people.me()
    assert found is not None
    for year in YEARS:
        for _depth, part in desk.figure.organisation(found[0], year).walk():
            if part.tally is not None and not part.is_own:
                yield year, leaves(part)


def everything_told(town: Town, sizes: dict[str, int]) -> set[tuple[int, frozenset[str]]]:
    """Return which sums HR and the director are told, together; a screen tells no more than the pages."""
    sums: set[tuple[int, frozenset[str]]] = set()
    shown: set[tuple[int, frozenset[str]]] = set()
    for person, office in ((town.hr, Office.HR), (town.director, Office.NONE)):
        session = town.session(person, office)
        sums |= {(year, group) for year, branch in pages(session, [*sizes]) for group in told(branch)}
        shown |= set(on_screen(session))
        session.close()
    assert shown <= sums
    return sums


def as_rows(sums: set[tuple[int, frozenset[str]]], columns: list[Column]) -> list[Row]:
    return [
        [Fraction(year == of and key in group) for of, key in columns]
        for year, group in sorted(sums, key=str)
    ]


def subsets(columns: list[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(columns, size) for size in range(1, min(4, len(columns)) + 1))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_nobody_can_solve_for_a_figure_of_too_few(numbers: list[int]) -> None:
    sizes = {f"Enhet {number}": size for number, size in enumerate(numbers)}
    with TemporaryDirectory() as folder:
        town = a_town(Path(folder), sizes)
        whole = town.desk.figure.organisation(town.hr, YEAR)
        columns = [(year, key) for year in YEARS for key in sorted(leaves(whole))]
        people = {
            f"led:{number + 2}:{town.managers[name].id}": size
            for number, (name, size) in enumerate(sizes.items())
        }
        people[f"led:1:{town.director.id}"] = len(sizes)
        assert set(people) == {key for _year, key in columns}
        rows = as_rows(everything_told(town, sizes), columns)
        for viewer in {"", *people}:
            known = [
                [Fraction(0) if key == viewer else row[at] for at, (_year, key) in enumerate(columns)]
                for row in rows
            ]
            few = [at for at, (_year, key) in enumerate(columns) if people[key] < FLOOR and key != viewer]
            for wanted in subsets(few):
                if sum(people[key] for key in {columns[at][1] for at in wanted}) < FLOOR:
                    assert not worked_out(known, set(wanted)), (viewer, [columns[at] for at in wanted])
        town.desk.close()
