"""Rounds and what is counted of them, without a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.coverage import Group, Tally, branches, groups, parts_of
from ijtui.domain.floor import USUAL_FLOOR, hidden
from ijtui.domain.post import Post
from ijtui.domain.round import Member, Strays, belonging, strays
from ijtui.domain.stage import Place, Stage
from ijtui.domain.unit import Tree, Unit
from ijtui.errors import RuleBroken
from tests.builders import NOW, a_person
from tests.services.rounds import a_round

TODAY = NOW.date()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"name": "x" * 121},
        {"last": date(2026, 8, 31)},
        {"last": date(2027, 9, 3)},
    ],
)
def test_a_round_has_a_name_and_a_season_of_a_year_at_most(wrong: Mapping[str, object]) -> None:
    assert a_round().checked() == a_round()
    with pytest.raises(RuleBroken):
        a_round(**wrong).checked()


def test_a_round_is_closed_once() -> None:
    closed = a_round().ended(TODAY)
    assert not closed.is_open
    with pytest.raises(RuleBroken):
        closed.ended(TODAY)


def test_whom_a_round_is_for_is_said_by_the_post_of_the_day_before_the_person() -> None:
    tree = Tree.of([Unit("Förvaltningen", id=1), Unit("Enheten", parent=1, id=2), Unit("En annan", id=3)])
    people = [
        a_person("leds", id=1, manager=9, unit="enheten"),
        a_person("leds av ingen", id=2, unit="Enheten"),
        a_person("har flyttat", id=3, manager=9, unit="Enheten"),
        a_person("har slutat", id=4, manager=9, unit="Enheten"),
        a_person("leder alla", id=5, unit=""),
        a_person("slutade i går", id=6, manager=9, unit="Enheten", until=TODAY - timedelta(days=1)),
    ]
    posts = [
        Post(3, 2, date(2020, 1, 1), until=TODAY.replace(day=1)),
        Post(3, 3, TODAY),
        Post(4, 2, date(2020, 1, 1), until=TODAY.replace(day=1)),
        Post(5, 1, TODAY),
    ]

    def names(*units: int) -> list[str]:
        this = a_round(units=frozenset(units))
        return [person.name for person in belonging(this, people, posts, tree, TODAY)]

    assert names() == ["leds", "har flyttat", "leder alla"]
    assert names(1) == ["leds", "leder alla"]
    assert names(2) == ["leds"]
    assert names(3) == ["har flyttat"]


def test_who_is_missing_and_who_is_too_much() -> None:
    people = [a_person(id=number) for number in (1, 2, 3)]
    members = [Member(1, None, "", TODAY), Member(2, None, "", TODAY)]
    assert strays(members, people[1:], people) == Strays((people[2],), (people[0],))
    assert not strays(members, people[:2], people)


PLACES = st.lists(
    st.builds(
        Place,
        st.sampled_from(Stage),
        st.none(),
        st.sampled_from([None, 1, 2, 3, 4]),
        st.sampled_from(["", "a1", "a2", "b1", "c1"]),
    )
)
NAMES = {1: "Ada", 2: "Bo", 3: "Ci", 4: "Dan"}


def home(unit: str) -> str:
    return unit[:1]


@given(PLACES)
def test_everybody_is_counted_once(places: list[Place]) -> None:
    counted = groups(places, NAMES)
    assert sum((group.tally.people for group in counted if group.tally), 0) == len(places)
    total, parts = branches(places, NAMES, home, ())
    assert total.tally == Tally.of(place.stage for place in places) or not places
    for branch in parts:
        of_managers = [group.tally for group in branch.managers if group.tally]
        assert branch.whole.tally == sum(of_managers, Tally())


@given(PLACES)
def test_no_count_of_too_few_is_told_nor_can_be_worked_out(places: list[Place]) -> None:
    members = [(number, place.manager, place.unit) for number, place in enumerate(places, 10)]
    total, parts = branches(places, NAMES, home, hidden(parts_of(members, home)))
    assert_safe(total, [branch.whole for branch in parts])
    for branch in parts:
        assert_safe(branch.whole, branch.managers)


def assert_safe(whole: Group, parts: Sequence[Group]) -> None:
    """Nothing is told that is of too few: no part, and not what is left of the whole."""
    told = [part.tally.people for part in parts if part.tally]
    assert all(people >= USUAL_FLOOR for people in told)
    if whole.tally is not None:
        left = whole.tally.people - sum(told)
        assert left == 0 or left >= USUAL_FLOOR


def test_managers_come_by_name_and_last_those_whom_nobody_leads() -> None:
    places = [Place(Stage.BOOKED, None, manager, "") for manager in (None, 2, 1)]
    assert [group.name for group in groups(places, NAMES)] == ["Ada", "Bo", ""]
