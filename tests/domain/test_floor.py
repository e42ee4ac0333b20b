"""No figure of fewer people than the floor can be worked out from all that is told, by anybody."""

from __future__ import annotations

from collections.abc import Container, Iterator
from fractions import Fraction
from itertools import chain, combinations, count

from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.floor import Group, Hidden, hidden

Row = list[Fraction]


def rank(rows: list[Row]) -> int:
    """Return how many of the rows say something that the others don't, by elimination."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [one - factor * other for one, other in zip(row, pivot, strict=True)]
        found += 1
    return found


def worked_out(told: list[Row], wanted: set[int]) -> int:
    """Return how much about those columns alone follows from the rows: sums of rows that are 0 elsewhere."""
    elsewhere = [[value for column, value in enumerate(row) if column not in wanted] for row in told]
    return rank(told) - rank(elsewhere)


def rows_told(top: Group, withheld: Container[object]) -> list[Row]:
    """Return every figure that is told, as which of the smallest groups it adds up."""
    leaves = list(top.leaves())
    told: list[Row] = []

    def walk(group: Group) -> None:
        if group.key not in withheld:
            inside = {leaf.key for leaf in group.leaves()}
            told.append([Fraction(leaf.key in inside) for leaf in leaves])
        for part in group.parts:
            walk(part)

    walk(top)
    return told


def given_away(top: Group, withheld: Container[object], floor: int) -> list[tuple[int, set[int]]]:
    """Return whose figures each viewer can work out that are of fewer people than the floor.

    Tried with every group of people there is: viewer 0 knows what is told, a manager also each group of
    the own people. What somebody works out of themself alone is no news.
    """
    leaves, told = list(top.leaves()), rows_told(top, withheld)
    found = []
    for viewer in {0, *(leaf.manager for leaf in leaves)}:
        others = [column for column, leaf in enumerate(leaves) if not viewer or leaf.manager != viewer]
        for basis in ("present", "employed"):
            people = {column: getattr(leaves[column], basis) for column in others}
            known = _only(told, {column for column in others if people[column]})
            for wanted in map(set, _subsets([column for column in others if people[column]])):
                who = set().union(*(people[column] for column in wanted))
                own = {column for column in wanted if people[column] == {viewer}}
                if len(who) < floor and worked_out(known, wanted) > worked_out(known, own):
                    found.append((viewer, who))
    return found


def _subsets(columns: list[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(columns, size) for size in range(1, len(columns) + 1))


def _only(rows: list[Row], columns: set[int]) -> list[Row]:
    """Return the rows where the columns of nobody are known to be nothing."""
    return [[value if column in columns else Fraction(0) for column, value in enumerate(row)] for row in rows]


PEOPLE = st.integers(1, 14)


@st.composite
def organisations(draw: st.DrawFn) -> Group:
    """Draw a tree of units with a few managers, people who move between them, and managers among them."""
    keys = count()
    here = draw(st.lists(st.frozensets(PEOPLE, max_size=9), min_size=1, max_size=6))
    where = [draw(st.integers(0, 4)) for _leaf in here]
    leaves = []
    for present in here:
        employed = draw(st.frozensets(st.sampled_from(sorted(present)))) if present else present
        leaves.append(Group(next(keys), draw(st.integers(0, 4)), present, employed))
    at = [
        tuple(leaf for leaf, place in zip(leaves, where, strict=True) if place == here) for here in range(5)
    ]
    units = [Group(f"unit {number}", parts=at[number]) for number in range(3) if at[number]]
    inside = (*(unit for unit in units if unit.key != "unit 2"), *at[3])
    administration = (Group("administration", parts=inside),) if inside else ()
    return Group("all", parts=(*administration, *(unit for unit in units if unit.key == "unit 2"), *at[4]))


@given(organisations(), st.integers(1, 6))
def test_no_figure_of_too_few_can_be_solved_for(top: Group, floor: int) -> None:
    assert given_away(top, hidden(top, floor), floor) == []


@given(organisations())
def test_everything_is_told_where_one_is_enough(top: Group) -> None:
    assert hidden(top, 1) == {}


@given(organisations(), st.integers(2, 6))
def test_whoever_is_told_of_is_enough_and_few_is_only_said_of_few(top: Group, floor: int) -> None:
    why = hidden(top, floor)

    def walk(group: Group) -> None:
        number = len(group.everybody())
        if group.key not in why:
            assert number == 0 or number >= floor
        else:
            assert (why[group.key] is Hidden.FEW) == (number < floor)
        for part in group.parts:
            walk(part)

    walk(top)


def some(first: int, number: int) -> frozenset[int]:
    return frozenset(range(first, first + number))


def led(key: str, manager: int, people: frozenset[int]) -> Group:
    return Group(key, manager, people, people)


def test_the_solver_finds_what_a_difference_gives_away() -> None:
    top = Group("all", parts=(led("a", 1, some(10, 9)), led("b", 2, some(30, 3))))
    assert (0, {30, 31, 32}) in given_away(top, {"b"}, 5)
    assert {viewer for viewer, _people in given_away(top, {"a", "b"}, 5)} == {1}
    assert given_away(top, {"all", "b"}, 5) == []
    assert hidden(top, 5) == {"all": Hidden.GIVES_AWAY, "b": Hidden.FEW}


def test_a_small_unit_takes_the_smallest_of_its_neighbours_with_it() -> None:
    """Two of them: with one alone, whoever leads that would work out the small one."""
    sizes = {"school": 30, "library": 3, "museum": 8, "archive": 9}
    units = tuple(
        Group(name, parts=(led(f"led in {name}", number, some(number * 100, size)),))
        for number, (name, size) in enumerate(sizes.items(), 1)
    )
    why = hidden(Group("all", parts=units), 5)
    assert {key for key in why if key in sizes} == {"library", "museum", "archive"}


def test_a_manager_who_belongs_to_the_unit_costs_nothing_but_the_difference() -> None:
    """The head of the unit is the only one there whom the director leads: the unit is told, its parts not."""
    own = frozenset({1})
    unit = Group("school", parts=(led("teachers", 1, some(10, 20)), led("head", 2, own)))
    assert hidden(unit, 5) == {"teachers": Hidden.GIVES_AWAY, "head": Hidden.FEW}


def test_a_manager_can_not_take_the_own_people_from_the_whole() -> None:
    """The unit is of eight, but whoever leads six of them would learn what the other two have done."""
    unit = Group("school", parts=(led("six", 1, some(10, 6)), led("two", 2, some(20, 2))))
    assert hidden(unit, 5) == {"school": Hidden.GIVES_AWAY, "two": Hidden.FEW}


def test_another_manager_since_spring_hides_nothing() -> None:
    team = some(10, 20)
    unit = Group("school", parts=(Group("before", 1, team, frozenset()), led("since", 2, team)))
    assert hidden(unit, 5) == {}
