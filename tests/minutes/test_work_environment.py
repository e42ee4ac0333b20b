"""The yearly list of the work environment: nothing in it is alive, and what is not told has no numbers."""

from __future__ import annotations

import csv
import io
import json

import pytest

from ijtui.domain.floor import Hidden
from ijtui.domain.work_environment import Answers, Asked, Line, Topic, WorkEnvironment
from ijtui.minutes.work_environment import as_markdown, as_objects, as_spreadsheet
from ijtui.words import in_language
from tests.builders import NOW

ANSWERS = Answers(asked=12, watch=4, risk=5, done=1, going_on=1, late=1, undone=1)
BALANCE = Asked("annual", "balance")


def found(
    unit: str = "Skolan", title: str = "Balans", names: dict[int, str] | None = None
) -> WorkEnvironment:
    lines = (
        Line(unit, 0, answers=ANSWERS),
        Line("Norra", 1, why=Hidden.FEW),
        Line("Södra", 1, why=Hidden.GIVES_AWAY),
    )
    return WorkEnvironment(2026, NOW.date(), 5, (Topic(BALANCE, title, lines),), names or {})


def markdown(told: WorkEnvironment) -> str:
    return as_markdown(told, in_language("en"))


def test_each_unit_has_a_table_and_one_that_is_not_told_a_sentence() -> None:
    text = markdown(found())
    assert "| Balans | 12 | 4 | 5 | 4 | 1 | 1 | 1 | 1 |" in text
    assert "## Norra\n\nFewer than 5, not shown." in text
    assert "## Södra\n\nNot shown: it would give others away." in text
    assert "Counted on 2026-11-21" in text


@pytest.mark.parametrize("hostile", ["a|b", "[x](http://y)", "<b>", "# x", "=1+1", "`x`", "{x}", "@x"])
def test_no_name_is_alive(hostile: str) -> None:
    text = markdown(found(hostile, hostile))
    rows = [row for row in text.splitlines() if row.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {10}
    assert "<b>" not in text.replace("\\<", "")
    table = as_spreadsheet(found(hostile, hostile), in_language("en")).decode().lstrip("\ufeff")
    first = list(csv.reader(io.StringIO(table), delimiter=";"))[1]
    assert not first[1].startswith(("=", "+", "-", "@"))
    assert not first[4].startswith(("=", "+", "-", "@"))


def test_what_is_not_told_has_a_reason_and_no_numbers() -> None:
    rows = json.loads(as_objects(found()))["rows"]
    assert [(row["unit"], row["not_shown"], row.get("risk"), row.get("acted")) for row in rows] == [
        ("Skolan", None, 5, 4),
        ("Norra", "few", None, None),
        ("Södra", "gives-away", None, None),
    ]
    table = as_spreadsheet(found(), in_language("en")).decode().lstrip("\ufeff")
    told = [row for row in csv.DictReader(io.StringIO(table), delimiter=";") if row["Unit"] == "Norra"]
    assert [(row["Not shown because"], row["Asked"], row["Risk"]) for row in told] == [
        ("fewer than 5, not shown", "", "")
    ]


def test_a_question_without_a_title_says_nothing_of_itself() -> None:
    told = found(title="")
    assert (
        "balance" not in markdown(told) + as_objects(told) + as_spreadsheet(told, in_language("en")).decode()
    )
    assert "a question put to few" in markdown(told)


def test_a_year_without_answers_is_said() -> None:
    empty = WorkEnvironment(2026, NOW.date(), 5, (), {})
    assert "Nobody was asked about the work environment in 2026." in markdown(empty)
