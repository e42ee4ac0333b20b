"""From the organisation's goal down: what serves what, and how many goals, without giving one away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.cascade import Serving, cascade, counted
from ijtui.domain.milestone import Milestone
from ijtui.errors import RuleBroken

TOP = Milestone("", 2027, "Kommunen", id=1)
MIDDLE = Milestone("Vård", 2027, "Vården", due=date(2027, 6, 30), id=2, serves=1)
LOW = Milestone("Köket", 2027, "Köket", due=date(2027, 3, 31), id=3, serves=2)
ALL = (TOP, MIDDLE, LOW)


def test_each_stands_before_what_serves_it() -> None:
    other = Milestone("", 2026, "För sig", id=4)
    steps = cascade((LOW, TOP, other, MIDDLE))
    assert [(step.depth, step.milestone.id) for step in steps] == [(0, 1), (1, 2), (2, 3), (0, 4)]


def test_one_that_serves_what_is_gone_stands_at_the_top() -> None:
    assert [step.depth for step in cascade((LOW,))] == [0]


def test_numbers_are_of_the_milestone_and_of_all_below_it() -> None:
    goals = {10: 1, 11: 2, 12: 3, 13: 3}
    assert counted(ALL, goals, frozenset(goals), 5) == {
        1: Serving(1, 4),
        2: Serving(1, 3),
        3: Serving(2, 2),
    }


def test_few_goals_of_others_are_not_told_nor_to_be_worked_out() -> None:
    goals = dict.fromkeys(range(20, 30), 2) | {10: 3, 11: 3, 1: 3}
    found = counted(ALL, goals, frozenset({1}), 5)
    assert found[3] == Serving(None, None)  # two of others, beside one's own
    assert found[2] == Serving(None, 13)  # or the two could be worked out
    assert found[1].altogether == 13


@pytest.mark.parametrize("serves", [3, 2])
def test_nothing_serves_itself(serves: int) -> None:
    with pytest.raises(RuleBroken, match="itself"):
        replace(MIDDLE, serves=serves).checked_among(ALL)


def test_nothing_serves_what_is_reached_before_it() -> None:
    with pytest.raises(RuleBroken, match="after"):
        replace(LOW, due=date(2027, 7, 1)).checked_among(ALL)
    with pytest.raises(RuleBroken, match="after"):
        replace(MIDDLE, due=date(2027, 3, 30)).checked_among(ALL)
    assert replace(MIDDLE, due=date(2027, 3, 31)).checked_among(ALL)
    assert Milestone("Ny", 2027, "Ny", serves=1).checked_among(ALL)


@st.composite
def trees(draw: st.DrawFn) -> tuple[tuple[Milestone, ...], dict[int, int], frozenset[int]]:
    size = draw(st.integers(1, 7))
    items = tuple(
        replace(TOP, id=number, serves=draw(st.none() | st.integers(1, number - 1)) if number > 1 else None)
        for number in range(1, size + 1)
    )
    goals = dict(enumerate(draw(st.lists(st.integers(1, size), max_size=40)), 1))
    return items, goals, frozenset(draw(st.sets(st.sampled_from([*goals] or [1]))))


@given(trees())
def test_nobody_works_out_a_few_goals_of_others(
    made: tuple[tuple[Milestone, ...], dict[int, int], frozenset[int]],
) -> None:
    """What is left of a told number, once everything told inside it is taken away, is nobody's or enough."""
    items, goals, readable = made
    found = counted(items, goals, readable, 5)
    others = {
        item.id: sum(goals[goal] == item.id for goal in goals if goal not in readable) for item in items
    }

    def left(item: Milestone) -> int:
        rest = 0 if found[item.id].directly is not None else others[item.id]
        for part in items:
            if part.serves == item.id and found[part.id].altogether is None:
                rest += left(part)
        return rest

    for item in items:
        if found[item.id].directly is not None:
            assert others[item.id] == 0 or others[item.id] >= 5
        if found[item.id].altogether is not None:
            assert left(item) == 0 or left(item) >= 5
