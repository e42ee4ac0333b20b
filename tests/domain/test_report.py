"""What leaves a file in a report is what its figure tells, and nothing is lost of it (D-S2, D-S4)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.report import Basis, Place, Row, of_own
from ijtui.domain.tally import total
from ijtui.domain.unit import UnitKind
from tests.builders import NOW
from tests.domain.reports import FLOOR, UNITS, YEAR, Team, of_file, of_manager, with_heads

NORTH, SOUTH = Team("Norra", 11, 9, 2, 5, 1, 4), Team("Södra", 12, 8, 0, 3, 2, 8)
HOME = Team("Hemmet", 13, 7, 0, 6, 0, 5)


def test_a_manager_reports_the_own_people_unit_by_unit_and_nobody_elses() -> None:
    few = Team("Södra", 11, 2, kept=1)
    report = of_manager(NORTH, SOUTH, few)
    assert report.rows == (
        Row("Norra", (), ("manager-11",), 11, Basis.LED, NORTH.tally),
        Row("Södra", (), ("manager-11",), 2, Basis.LED, few.tally),
    )
    assert report.wholes == ()


def test_those_who_head_a_unit_are_told_apart_from_those_they_lead() -> None:
    everybody = with_heads()
    assert [(row.unit, row.basis, row.present) for row in of_own(everybody, 20, "x", YEAR, NOW).rows] == [
        ("Norra", Basis.HEADS, 1),
        ("Södra", Basis.HEADS, 1),
    ]
    (row,) = of_own(everybody, 11, "y", YEAR, NOW).rows
    assert (row.unit, row.basis, row.present) == ("Norra", Basis.LED, 9)


def test_the_units_come_with_what_they_are_part_of() -> None:
    assert of_manager(NORTH).places == (
        Place("Kommunen", UnitKind.ORGANISATION),
        Place("Skolan", UnitKind.ADMINISTRATION, "Kommunen"),
        Place("Norra", UnitKind.UNIT, "Skolan"),
    )


def test_a_whole_file_reports_every_unit_that_may_be_told_of() -> None:
    report = of_file(NORTH, SOUTH, HOME)
    assert [(row.unit, row.holds, row.tally) for row in report.rows] == [
        ("Norra", (), NORTH.tally),
        ("Södra", (), SOUTH.tally),
        ("Hemmet", (), HOME.tally),
    ]
    assert set(report.wholes) == {"Kommunen", "Skolan", "Norra", "Södra", "Vården", "Hemmet"}


def test_a_unit_that_may_not_be_told_of_is_counted_with_those_that_hide_it() -> None:
    few, head = Team("Norra", 11, 3, kept=1), Team("Skolan", 14, 6, kept=2)
    report = of_file(few, SOUTH, head, HOME)
    assert [(row.unit, row.holds, row.present, row.basis) for row in report.rows] == [
        ("Skolan", ("Norra", "Södra"), 17, Basis.SEVERAL),
        ("Hemmet", (), 7, Basis.SEVERAL),
    ]
    assert report.rows[0].tally == few.tally + head.tally + SOUTH.tally


def test_a_file_of_too_few_has_one_row_that_says_so() -> None:
    (row,) = of_file(Team("Norra", 11, 3), Team("Hemmet", 13, 3)).rows
    assert (row.unit, row.holds, row.present, row.basis) == ("", ("Norra", "Hemmet"), 6, Basis.FEW)


def test_people_in_no_unit_are_counted() -> None:
    (row, *_rest) = of_file(Team("", 11, 9), NORTH).rows
    assert (row.unit, row.units, row.present) == ("", (), 9)


TEAMS = st.lists(
    st.builds(Team, st.sampled_from(["", *UNITS]), st.integers(11, 16), *[st.integers(0, 9)] * 5).filter(
        lambda team: team.people + team.gone
    ),
    min_size=1,
    unique_by=lambda team: (team.unit, team.manager),
)


@given(TEAMS)
def test_no_row_of_a_whole_file_is_of_too_few_and_all_of_them_are_everything(teams: list[Team]) -> None:
    report = of_file(*teams)
    assert total(row.tally for row in report.rows) == total(team.tally for team in teams)
    assert report.present == sum(team.people + team.gone for team in teams)
    for row in report.rows:
        enough = row.present >= FLOOR and row.tally.people in (0, *range(FLOOR, 999))
        assert enough or row.basis is Basis.FEW


@given(TEAMS)
def test_every_team_is_in_one_row_and_its_unit_is_named(teams: list[Team]) -> None:
    report = of_file(*teams)
    assert {unit for row in report.rows for unit in row.units} >= {team.unit for team in teams} - {""}
    names = {place.unit for place in report.places}
    assert set(report.units) <= names
    assert {place.part_of for place in report.places} <= names | {""}
