"""The organisation's figure in every form: each tells the same, and nothing in it becomes anything else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.figure_page import FigurePage
from ijtui.domain.tally_tree import Branch
from ijtui.errors import NotAllowed, NotFound
from ijtui.minutes.csv_form import MARK
from ijtui.minutes.figure_page import as_markdown
from ijtui.minutes.figure_table import as_objects, as_spreadsheet
from ijtui.words import in_language
from tests.town import LED, YEAR, Town, a_town

WORDS = in_language("en")
HOSTILE = {"=1+1|calc": 8, "*[x](https://example.com)* <b>": 9, "Skolan": 10}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Nobody changes anything in it but the targets."""
    made = a_town(tmp_path_factory.mktemp("town"))
    made.desk.figure.take_over_example(made.hr)
    yield made
    made.desk.close()


def page_of(town: Town, unit: str = "") -> FigurePage:
    return town.desk.figure.page(town.hr, YEAR, unit)


def rows(page: FigurePage) -> list[list[str]]:
    text = as_spreadsheet(page, WORDS).decode().removeprefix(MARK)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def told_in_table(page: FigurePage) -> dict[str, str]:
    """Return how many points of each unit the spreadsheet tells, or why not."""
    return {row[2]: row[6] or row[4] for row in rows(page)[1:] if row[1:2] in (["Unit"], ["Organisation"])}


def told_in_objects(page: FigurePage) -> dict[str, str]:
    def walk(branch: dict[str, Any]) -> Iterator[tuple[str, str]]:
        if branch["level"] in ("unit", "organisation"):
            yield (
                branch["name"],
                str(branch["points"]["fulfilled"] if "points" in branch else branch["withheld"]),
            )
        for part in branch["parts"]:
            yield from walk(part)

    return dict(walk(json.loads(as_objects(page, WORDS))["figure"]))


def told_in_text(page: FigurePage) -> dict[str, str]:
    lines = [[cell.strip() for cell in row.split("|")] for row in as_markdown(page, WORDS).splitlines()]
    return {cells[1]: cells[4] or cells[2] for cells in lines if len(cells) == 9 and cells[1] in LED}


def test_the_same_is_told_in_every_form(town: Town) -> None:
    page, few, more = page_of(town), "fewer than 5, not shown", "not shown: it would give others away"
    units = {"Skolan": "8", "Biblioteket": few, "Museet": more, "Arkivet": "7"}
    assert told_in_table(page) == {"Kommunen": "28"} | units
    assert told_in_text(page) == units
    why = {few: "few", more: "gives-away"}
    assert told_in_objects(page) == {"Kommunen": "28"} | {name: why.get(n, n) for name, n in units.items()}


def test_what_is_not_told_one_by_one_is_what_is_left_when_the_others_are_taken_away(town: Town) -> None:
    page = page_of(town)
    whole, rest = page.branch.tally, page.branch.rest
    assert whole is not None
    assert rest is not None
    told = sum(part.tally.points.fulfilled for part in page.branch.parts if part.tally)
    assert rest.points.fulfilled == whole.points.fulfilled - told
    assert rest.people >= page.floor
    assert "those not shown one by one, together" in as_markdown(page, WORDS)


def test_a_part_tells_what_the_whole_tells_of_it(town: Town) -> None:
    whole = page_of(town).branch
    for branch in whole.parts:
        if branch.kind:
            alone = page_of(town, branch.name.upper())
            assert (alone.branch.tally, alone.branch.why) == (branch.tally, branch.why)
            assert alone.trend[-1].why == branch.why


def test_own_people_are_not_told_of_on_paper_where_they_are_few(town: Town) -> None:
    librarian = town.managers["Biblioteket"]
    session = town.session(librarian)
    page = session.figure.page(session.people.get(librarian, librarian.id), YEAR)
    assert not [branch for _depth, branch in page.branch.walk() if branch.tally]
    assert "fewer than 5" in as_markdown(page, WORDS)
    session.close()


def test_whoever_leads_nobody_has_no_page(town: Town) -> None:
    session = town.session(town.employee)
    with pytest.raises(NotAllowed):
        session.figure.page(session.people.get(town.employee, town.employee.id))
    session.close()


def test_a_unit_that_is_not_there_is_not_found(town: Town) -> None:
    with pytest.raises(NotFound):
        page_of(town, "Badhuset")


def test_no_form_names_anybody_but_managers(town: Town) -> None:
    page = page_of(town)
    for form in (as_markdown(page, WORDS), as_objects(page, WORDS), as_spreadsheet(page, WORDS).decode()):
        assert "Anställd" not in form
    assert "Chef" not in as_markdown(page, WORDS)


def test_the_page_tells_target_years_and_rule(town: Town) -> None:
    text = as_markdown(page_of(town), WORDS)
    assert "| Agreed points fulfilled | 28 of 28 (100 %) | 90 % since 2025 |" in text
    assert "| 2024 | – | 70 % | 0 % |" in text
    assert "A point counts that stands in a plan which both have signed" in text
    assert "Counted on 2026-11-21" in text


def test_the_swedish_page_is_in_swedish(town: Town) -> None:
    assert as_markdown(page_of(town), in_language("sv")).startswith("# Styrtal 2026: Kommunen")


def test_a_hostile_name_stays_a_name(tmp_path: Path) -> None:
    town = a_town(tmp_path, HOSTILE)
    page = page_of(town)
    assert isinstance(page.branch, Branch)
    assert "'=1+1|calc" in [row[2] for row in rows(page) if len(row) > 2]
    text = as_markdown(page, WORDS)
    assert "| =1+1\\|calc |" in text
    assert "\\*\\[x](https://example.com)\\* &lt;b>" in text
    town.desk.close()
