"""Who is told which figure: HR all of enough people, a manager of those below and the own people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.domain.floor import Hidden
from ijtui.domain.person import Part
from ijtui.domain.tally_tree import ALL, Branch
from ijtui.domain.target import EXAMPLE, Measure, Target
from ijtui.errors import NotAllowed, RuleBroken
from tests.builders import a_desk, a_person
from tests.town import LED, YEAR, Town, a_town


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Nobody changes anything in it but targets and the floor."""
    made = a_town(tmp_path_factory.mktemp("town"))
    yield made
    made.desk.close()


def shown(tree: Branch) -> dict[str, int | Hidden | None]:
    """Return how many points of each unit are told, or why they are not."""
    return {
        branch.name or branch.key: branch.tally.points.fulfilled if branch.tally else branch.why
        for _depth, branch in tree.walk()
        if branch.manager is None
    }


def test_hr_is_told_everything_that_is_of_enough_people(town: Town) -> None:
    with_office = town.session(town.hr, Office.HR)
    found = shown(with_office.figure.organisation(with_office.people.get(town.hr, town.hr.id), YEAR))
    everybody = sum(LED.values()) + len(LED)
    assert found == {
        ALL: everybody,
        "Kommunen": everybody,
        "Skolan": 8,
        "Biblioteket": Hidden.FEW,
        "Museet": Hidden.GIVES_AWAY,
        "Arkivet": 7,
    }
    with_office.close()


def test_a_manager_is_told_of_the_own_people_however_few_they_are(town: Town) -> None:
    librarian = town.managers["Biblioteket"]
    session = town.session(librarian)
    tree = session.figure.organisation(session.people.get(librarian, librarian.id), YEAR)
    own = [branch for _depth, branch in tree.walk() if branch.is_own]
    assert [(branch.tally.points.fulfilled if branch.tally else 0) for branch in own] == [3]
    assert set(shown(tree).values()) == {Hidden.ELSEWHERE, Hidden.FEW}
    session.close()


def test_the_next_manager_is_told_of_the_managers_below_as_hr_is(town: Town) -> None:
    session = town.session(town.director)
    found = shown(session.figure.organisation(session.people.get(town.director, town.director.id), YEAR))
    assert found["Skolan"] == 8
    assert (found["Biblioteket"], found["Museet"]) == (Hidden.FEW, Hidden.GIVES_AWAY)
    session.close()


def test_an_employee_is_told_of_nobody(town: Town) -> None:
    session = town.session(town.employee)
    tree = session.figure.organisation(session.people.get(town.employee, town.employee.id), YEAR)
    assert (tree.tally, tree.why, tree.parts) == (None, Hidden.ELSEWHERE, ())
    assert session.store.rows("SELECT * FROM counted_point") == []
    assert session.store.rows("SELECT * FROM counted_plan") == []
    session.close()


def test_a_manager_does_not_reach_the_counts_of_another(town: Town) -> None:
    session = town.session(town.managers["Skolan"])
    found = {row["manager"] for row in session.store.rows("SELECT manager FROM counted_point")}
    assert found == {town.managers["Skolan"].id}
    session.close()


def test_what_is_counted_says_nothing_and_names_nobody(town: Town) -> None:
    session = town.session(town.hr, Office.HR)
    points = session.store.rows("SELECT * FROM counted_point LIMIT 1")
    assert [*points[0]] == [
        *("unit", "name", "manager", "due", "binds", "carried_out", "late", "cancelled", "cause"),
        *("reported", "withdrawn", "changed"),
    ]
    shows = session.store.db.execute("SELECT * FROM counted_plan LIMIT 0").description
    assert [column[0] for column in shows] == ["year", "unit", "name", "manager", "agreed", "signed"]
    session.close()


def test_in_a_file_of_two_the_own_figure_is_told_and_no_other(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    me = desk.people.first_run("Maria Månsson", Part.MANAGER)
    desk.people.add(me, a_person(manager=me.id))
    tree = desk.figure.organisation(me, YEAR)
    assert [(branch.name, branch.why) for _depth, branch in tree.walk()] == [
        ("", Hidden.FEW),
        ("Digital utveckling", Hidden.FEW),
        ("", None),
    ]
    desk.close()


# What the organisation decides


def test_a_target_holds_until_the_next_one(town: Town) -> None:
    figure = town.desk.figure
    figure.take_over_example(town.hr)
    points = {year: figure.target(town.hr, year) for year in (2016, 2017, 2019, 2025, 2030)}
    assert {year: target.percent if target else None for year, target in points.items()} == {
        2016: None,
        2017: 50,
        2019: 50,
        2025: 90,
        2030: 90,
    }
    assert figure.target(town.hr, 2030, Measure.PLANS) == Target(2016, Measure.PLANS, 100)


def test_the_example_takes_the_place_of_no_target(town: Town) -> None:
    figure, own = town.desk.figure, Target(2020, Measure.POINTS, 65)
    figure.set_target(town.hr, own)
    figure.remove_target(town.hr, 2025, Measure.POINTS)
    found = figure.take_over_example(town.hr)
    assert own in found
    assert {target for target in EXAMPLE if target.year != 2020} <= set(found)
    assert len(found) == len(EXAMPLE)


def test_only_whoever_counts_for_all_decides(town: Town) -> None:
    session = town.session(town.director)
    for refused in (
        lambda: session.figure.set_floor(town.director, 1),
        lambda: session.figure.take_over_example(town.director),
        lambda: session.figure.remove_target(town.director, 2025, Measure.POINTS),
    ):
        with pytest.raises(NotAllowed):
            refused()
    office = town.session(town.hr, Office.HR)
    office.figure.set_floor(town.hr, 7)
    office.figure.set_floor(town.hr, 5)
    office.figure.set_target(town.hr, Target(2027, Measure.POINTS, 95))
    office.figure.remove_target(town.hr, 2027, Measure.POINTS)
    assert session.figure.floor() == 5
    office.close()
    session.close()


@pytest.mark.parametrize("target", [Target(26, Measure.POINTS, 50), Target(2026, Measure.PLANS, 101)])
def test_a_target_is_a_share_of_a_year(town: Town, target: Target) -> None:
    with pytest.raises(RuleBroken):
        town.desk.figure.set_target(town.hr, target)


def test_the_floor_is_at_least_one(town: Town) -> None:
    with pytest.raises(RuleBroken):
        town.desk.figure.set_floor(town.hr, 0)
