"""Reports of several files add up to what one file would have counted, each person once (D-S2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from ijtui.domain.merge_problems import problems
from ijtui.domain.merging import Given, Merged, merged
from ijtui.domain.report import RULE, Basis, Place, Report, of_all, of_own
from ijtui.domain.tally import Tally, total
from ijtui.domain.tally_tree import NOBODY, Branch, Sight
from ijtui.domain.unit import Tree, Unit
from ijtui.domain.unit_names import missing
from tests.builders import NOW
from tests.domain.reports import (
    FLOOR,
    TREE,
    UNITS,
    Team,
    counted,
    given,
    of_file,
    of_manager,
    of_year,
    with_heads,
)

NORTH, SOUTH = Team("Norra", 11, 9, 2, 5, 1, 4), Team("Södra", 12, 8, 0, 3, 2, 8)
HOME = Team("Hemmet", 13, 7, 0, 6, 0, 5)


def told(found: Merged, floor: int = FLOOR) -> dict[str, Tally | None]:
    return by_name(found.counted.told(Sight(NOBODY), floor))


def by_name(top: Branch) -> dict[str, Tally | None]:
    return {branch.name: branch.tally for _depth, branch in top.walk() if branch.manager is None}


def sentences(*reports: Report, expected: tuple[Place, ...] = ()) -> list[str]:
    return [f"{problem.source}: {problem}" for problem in problems(given(*reports), expected)]


TEAMS = st.lists(
    st.builds(Team, st.sampled_from(["", *UNITS]), st.integers(11, 16), *[st.integers(0, 9)] * 5).filter(
        lambda team: team.people + team.gone
    ),
    min_size=1,
    unique_by=(lambda team: (team.unit, team.manager), lambda team: team.unit or str(team.manager)),
)
"""Any number of managers, none of them in the same unit as another."""


def reported(teams: list[Team]) -> list[Given]:
    """Let every manager report from a file of their own."""
    own = sorted(teams, key=lambda team: team.manager)
    return given(*(of_manager(*those) for _who, those in groupby(own, key=lambda team: team.manager)))


@given_any(TEAMS, st.integers(1, 8))
def test_what_managers_report_adds_up_to_the_figure_of_one_file_that_holds_all(
    teams: list[Team], floor: int
) -> None:
    reports = reported(teams)
    assert problems(reports) == ()
    whole = by_name(counted(teams).told(Sight(NOBODY), floor))
    assert told(merged(reports, floor), floor) == whole


@given_any(TEAMS, st.data())
def test_the_order_of_the_files_changes_nothing(teams: list[Team], data: st.DataObject) -> None:
    reports = reported(teams)
    shuffled = data.draw(st.permutations(reports))
    assert told(merged(shuffled, FLOOR)) == told(merged(reports, FLOOR))
    assert problems(shuffled) == problems(reports)


SCHOOL = Tree.of([Unit("Skolan", id=2), Unit("Norra", parent=2, id=3), Unit("Södra", parent=2, id=4)])
CARE = Tree.of([Unit("Vården", id=5), Unit("Hemmet", parent=5, id=6)])


@given_any(TEAMS)
def test_whole_files_add_up_and_what_is_told_is_what_there_is(teams: list[Team]) -> None:
    inside = [(tree, [team for team in teams if tree.named(team.unit)]) for tree in (SCHOOL, CARE)]
    files = [(tree, those) for tree, those in inside if those]
    reports = given(*(of_file(*those, name=str(tree), tree=tree) for tree, those in files))
    assert problems(reports) == ()
    if reports:
        found = told(merged(reports, FLOOR))
        everyone = [team for _tree, those in files for team in those]
        assert found[""] in (None, total(team.tally for team in everyone))
        for unit, tally in found.items():
            within = {TREE.units[number].name for number in TREE.within(UNITS[unit])} if unit else set()
            assert tally is None or not unit or tally == total(t.tally for t in everyone if t.unit in within)


@given_any(TEAMS)
def test_what_was_added_up_is_a_report_that_adds_up_again(teams: list[Team]) -> None:
    first = merged(reported(teams), FLOOR)
    again = of_all(
        first.counted, first.reporters, first.year, NOW, FLOOR, led=first.led, whole=first.whole,
        merged=first.hashes,
    )  # fmt: skip
    assert total(row.tally for row in again.rows) == total(team.tally for team in teams)
    assert set(again.merged) == {one.hash for one in reported(teams)}
    second = merged(given(again), FLOOR)
    for name, tally in told(second).items():
        assert tally is None or tally == told(first).get(name, tally)
    assert told(second).get("") == told(first).get("")


def test_a_row_of_too_few_is_told_of_with_enough_others_only() -> None:
    few = of_file(Team("Norra", 11, 3), Team("Södra", 12, 3))
    assert [row.basis for row in few.rows] == [Basis.FEW]
    assert set(told(merged(given(few), FLOOR)).values()) == {None}
    others = of_manager(Team("Hemmet", 13, 4))
    assert set(told(merged(given(few, others), FLOOR)).values()) == {None}
    found = told(merged(given(few, of_manager(HOME), of_manager(Team("Skolan", 14, 8))), FLOOR))
    assert (found[""] is not None, found["Skolan"], found["Hemmet"]) == (True, None, None)


@pytest.mark.parametrize(("north", "south"), [(9, 8), (5, 5), (4, 9), (3, 3)])
def test_who_heads_a_unit_is_counted_in_it_by_their_own_manager(north: int, south: int) -> None:
    everybody = with_heads(north, south)
    reports = given(*(of_own(everybody, who, f"m{who}", 2026, NOW) for who in (11, 12, 20)))
    assert problems(reports) == ()
    whole = by_name(everybody.told(Sight(NOBODY), FLOOR))
    assert told(merged(reports, FLOOR)) == whole
    if north == 9:
        assert whole["Norra"] is not None


def test_two_who_count_the_heads_of_a_unit_are_refused() -> None:
    everybody = with_heads()
    one, other = (of_own(everybody, 20, name, 2026, NOW) for name in ("x", "y"))
    assert sentences(one, other)[0].startswith("a.json: Another reporter has counted Norra, Södra in b.json")


# What is refused


def test_the_same_report_twice_is_refused() -> None:
    one = of_manager(NORTH)
    twice = [Given("a.json", one, "h" * 64), Given("b.json", one, "h" * 64)]
    assert [str(problem) for problem in problems(twice)] == [
        "It is the same report as b.json. Leave one out."
    ]


def test_an_older_report_of_the_same_reporter_is_refused() -> None:
    newer = of_manager(NORTH, made=NOW + timedelta(days=1))
    assert sentences(newer, of_manager(NORTH)) == [
        "b.json: The same reporter has counted Norra in a.json, too, which is newer. Leave this one out."
    ]
    nowhere = Team("", 11, 9)
    assert sentences(of_manager(nowhere), of_manager(nowhere, made=NOW + timedelta(days=1))) == [
        "a.json: The same reporter has counted – in b.json, too, which is newer. Leave this one out."
    ]


def test_a_unit_that_two_reporters_count_is_refused_and_people_in_none_are_not() -> None:
    assert sentences(of_manager(NORTH), of_manager(Team("norra", 12, 8), tree=Tree())) == []
    other = Tree.of([Unit("norra", id=1)])
    assert sentences(of_manager(NORTH), of_manager(Team("norra", 12, 8), tree=other)) == [
        "a.json: Another reporter has counted Norra in b.json, too. Ask which of the two counts there, or let"
        " each give their part a name of its own."
    ]
    assert sentences(of_manager(Team("", 11, 9)), of_manager(Team("", 12, 9))) == []


def test_a_part_of_what_is_counted_as_a_whole_is_refused() -> None:
    school = of_file(Team("Skolan", 14, 9), SOUTH)
    assert sentences(school, of_manager(NORTH)) == [
        "b.json: a.json counts everybody in Skolan, which Norra is part of. Leave one out."
    ]
    assert sentences(of_manager(Team("Skolan", 14, 9)), of_manager(NORTH), of_manager(SOUTH)) == []


def test_a_part_is_known_by_what_was_expected_too() -> None:
    flat = Tree.of([Unit("Skolan", id=1)])
    school = of_file(Team("Skolan", 14, 9), tree=flat)
    alone = of_manager(Team("Norra", 11, 9), tree=Tree.of([Unit("Norra", id=1)]))
    assert sentences(school, alone) == []
    assert sentences(school, alone, expected=(Place("Skolan"), Place("Norra", part_of="Skolan"))) == [
        "b.json: a.json counts everybody in Skolan, which Norra is part of. Leave one out."
    ]


def test_another_year_and_another_rule_are_refused() -> None:
    other = replace(of_year(of_manager(HOME), 2025), rule=RULE + 1)
    assert sentences(of_manager(NORTH), of_manager(SOUTH), other) == [
        "c.json: It is of 2025, and the others are of 2026. Only reports of one year add up.",
        "c.json: It was counted by rule 2, and this ijtui adds up what was counted by rule 1. Use the same"
        " version for both, and report again.",
    ]


def test_a_report_that_is_added_up_in_another_is_refused() -> None:
    one, other = given(of_manager(NORTH), of_manager(SOUTH))
    both = merged([one, other], FLOOR)
    sum_ = of_all(both.counted, both.reporters, 2026, NOW, FLOOR, led=both.led, merged=both.hashes)
    assert [str(problem) for problem in problems([one, Given("sum.json", sum_, "s" * 64)])] == [
        "It is already added up in sum.json. Leave it out."
    ]
    half = replace(sum_, merged=(one.hash,))
    found = problems([Given("half.json", half, "t" * 64), Given("sum.json", sum_, "s" * 64)])
    assert [str(problem) for problem in found] == [
        "A report that is added up in it is added up in sum.json, too."
        " Add them up anew from the first reports."
    ]


def test_a_unit_that_is_part_of_two_things_is_refused() -> None:
    moved = Tree.of([Unit("Vården", id=1), Unit("Södra", parent=1, id=2)])
    assert sentences(of_manager(NORTH), of_manager(SOUTH), of_manager(HOME)) == []
    found = sentences(of_file(NORTH, SOUTH), of_manager(Team("Södra", 12, 8), tree=moved))
    assert (
        "b.json: In it Södra is part of Vården, and elsewhere of Skolan. Make them the same, and report"
        in [sentence.removesuffix(" again.") for sentence in found]
    )


def test_units_that_go_round_in_a_file_are_part_of_nothing() -> None:
    places = (Place("A", part_of="B"), Place("B", part_of="A"))
    report = replace(of_manager(NORTH), places=places)
    assert merged(given(report), FLOOR).counted.tree.units
    assert sentences(report)


def test_everything_is_said_at_once() -> None:
    reports = (of_manager(NORTH), of_manager(Team("Norra", 12, 6)), of_year(of_manager(HOME), 2025))
    assert {sentence[:6] for sentence in sentences(*reports)} == {"a.json", "c.json"}


# What is missing


@pytest.mark.parametrize(
    ("covered", "wholes", "expected"),
    [
        (["Norra", "Södra", "Hemmet"], [], []),
        (["Norra", "Hemmet"], [], ["Södra"]),
        (["Hemmet"], [], ["Skolan"]),
        (["Skolan", "Hemmet"], [], ["Norra", "Södra"]),
        (["Skolan", "Hemmet"], ["Skolan"], []),
        (["skolan"], ["SKOLAN"], ["Vården"]),
        ([], [], ["Kommunen"]),
    ],
)
def test_what_nobody_has_reported_is_named_from_above(
    covered: list[str], wholes: list[str], expected: list[str]
) -> None:
    assert [unit.name for unit in missing(TREE, covered, wholes)] == expected
