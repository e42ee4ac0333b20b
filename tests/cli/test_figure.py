"""The key figure on the command line: one's own, a page for the annual report, targets and the floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ijtui.minutes.csv_form import MARK
from tests.cli.conftest import Ask
from tests.town import YEAR, a_town


@pytest.fixture
def town(surroundings: Path) -> str:
    """The usual file of the account holds an organisation; the arguments that ask for its year."""
    a_town(surroundings).desk.close()
    return str(YEAR)


def test_the_page_for_the_annual_report_is_markdown(ask: Ask, town: str) -> None:
    said = ask("figure", "--year", town, "--format", "md")
    assert said.code == 0
    assert said.out.startswith(f"# Key figure {YEAR}: Kommunen\n")
    assert "| Skolan | 8 | 8 | 8 | 100 % | 0 | 0 % |" in said.out
    assert "| Biblioteket | fewer than 5, not shown |" in said.out


def test_a_unit_is_asked_for_by_its_name(ask: Ask, town: str) -> None:
    assert ask("figure", "--year", town, "--unit", "skolan").out.startswith(f"# Key figure {YEAR}: Skolan\n")
    said = ask("figure", "--year", town, "--unit", "Badhuset")
    assert said.code != 0
    assert "Badhuset" in said.err


def test_a_spreadsheet_and_a_program_are_told_the_same(ask: Ask, town: str) -> None:
    table = ask("figure", "--year", town, "--format", "csv").out
    assert table.startswith(MARK)
    told = json.loads(ask("figure", "--year", town, "--format", "json").out)
    assert told["figure"]["points"]["fulfilled"] == 28
    assert f"{YEAR};Organisation;Kommunen;;;28;28;100" in table


def test_ones_own_figure_is_told_where_nothing_else_is_asked_for(ask: Ask, town: str) -> None:
    assert "There is nothing to count yet." in ask("figure", "--year", town).out
    assert json.loads(ask("figure", "--year", town, "--json").out)["targets"] == {
        "points": None,
        "plans": None,
    }


def test_targets_are_set_listed_and_taken_away(ask: Ask, town: str) -> None:
    assert "--example" in ask("figure", "target").out
    assert "90 %" in ask("figure", "target", "--example").out
    assert (
        "2026  Agreed points fulfilled                95 %"
        in ask("figure", "target", "--year", town, "95").out
    )
    assert "| 95 %" in ask("figure", "--year", town, "--format", "md").out
    assert "2026" not in ask("figure", "target", "--year", town, "--remove").out
    assert "2016  Employees" not in ask("figure", "target", "--year", "2016", "--plans", "--remove").out


@pytest.mark.parametrize("given", [["--year", "2026"], ["90", "--example"], ["101"], ["x"]])
def test_a_target_that_says_nothing_or_too_much_is_refused(ask: Ask, town: str, given: list[str]) -> None:
    assert ask("figure", "target", *given).code != 0


def test_the_floor_is_the_files_own(ask: Ask, town: str) -> None:
    assert "5 people or more" in ask("figure", "floor").out
    assert "3 people or more" in ask("figure", "floor", "3").out
    assert "| Biblioteket | 3 |" in ask("figure", "--year", town, "--format", "md").out
    assert ask("figure", "floor", "0").code != 0
