"""Competences in the minutes: a table, a spider for sites, and nothing at all where nothing was assessed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from ijtui.clean import clean_line
from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from tests.assessing import a_competence, a_profile, an_assessment
from tests.minutes.build import ASA, MARIA, a_conversation, a_record, an_agenda
from tests.minutes.hostile import nasty
from tests.minutes.reading import body, read
from tests.minutes.test_json import SCHEMA, problems

AGREED = {
    "code": Agreed(2),
    "tests": Agreed(None, {Party.EMPLOYEE: "Jag har lärt mig mycket.", Party.MANAGER: "Det syns inte än."}),
}
LABEL = r'"[^"%{}<>;\\`\n]+"'


def talk(**changes: Any) -> Conversation:
    return a_conversation(agenda=an_agenda(language="en"), **changes)


def told(
    assessment: Assessment | None = None, before: Assessment | None = None, form: Format = Format.MD
) -> str:
    record = a_record(
        conversation=talk(), assessment=assessment or an_assessment(agreed=AGREED), assessed_before=before
    )
    return render(record, form)


def section(text: str) -> str:
    return text.split("### Competences: Utvecklare\n\n", 1)[1].split("\n## ", 1)[0]


def test_the_table_begins_with_what_is_furthest_below_the_requirement() -> None:
    assert section(told()) == (
        "| Competence | Employee | Manager | Requirement | Agreed |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Test | 1 | 1 | 3 | we see it differently |\n"
        "| Kod | 2 | 3 | 3 | 2 |\n"
        "| Arkitektur | 3 | 2 | 3 | – |\n"
        "| Samarbete | 4 | 4 | 3 | – |\n"
        "\n"
        "- **Test** – Åsa Berg says: Jag har lärt mig mycket. · Maria Lind says: Det syns inte än.\n"
        "\n"
        "Levels: 0 none, 1 limited, 2 basic, 3 good, 4 very good.\n"
    )


def test_last_time_is_what_was_agreed_or_both_ratings() -> None:
    before = an_assessment(
        (1, 1, 2, 0), (2, 1, 0, 0), profile=a_profile("code", "tests", "design", "law"), agreed=AGREED
    )
    rows = section(told(before=before)).splitlines()
    assert rows[0].endswith("| Agreed | Last time |")
    last = {cells[1].strip(): cells[-2].strip() for cells in (row.split("|") for row in rows[2:6])}
    assert last == {"Kod": "2", "Test": "1", "Arkitektur": "2 / 0", "Samarbete": "–"}


def test_it_stands_last_in_the_future() -> None:
    headings = read(told()).headings()
    assert headings[headings.index((3, "Competences: Utvecklare")) + 1] == (2, "Utvecklingsplan")


@pytest.mark.parametrize("form", [Format.MD, Format.DOCUSAURUS, Format.SHORT])
def test_without_an_assessment_not_a_byte_is_another(form: Format) -> None:
    plain = render(a_record(conversation=talk()), form)
    assert "ompetence" not in plain
    assert "mermaid" not in plain
    before = render(a_record(conversation=talk(), assessed_before=an_assessment()), form)
    assert before == plain


def test_no_average_of_the_two_stands_anywhere() -> None:
    assessment = an_assessment((0, 0, 0, 0), (4, 4, 4, 4))
    table, _, _ = section(told(assessment)).partition("Levels")
    assert set(re.findall(r"[\d.,]+", table)) == {"0", "3", "4"}
    curves = [row for row in told(assessment, form=Format.DOCUSAURUS).splitlines() if "curve" in row]
    assert [row.partition("]")[2] for row in curves] == ["{3, 3, 3, 3}", "{0, 0, 0, 0}", "{4, 4, 4, 4}"]
    [first, *_] = json.loads(told(assessment, form=Format.JSON))["assessment"]["competences"]
    assert (first["employee"], first["manager"], first["agreed"], first["before"]) == (0, 4, None, None)


def test_a_site_draws_the_spider() -> None:
    agreed = {competence.id: Agreed(3) for competence in a_profile().competences}
    page = told(an_assessment(agreed=agreed), an_assessment((1, 1, 1, 1), (1, 1, 1, 1)), Format.DOCUSAURUS)
    assert page.split("```mermaid\n")[1].split("```")[0] == (
        "radar-beta\n"
        '  axis a1["Kod"]\n'
        '  axis a2["Test"]\n'
        '  axis a3["Arkitektur"]\n'
        '  axis a4["Samarbete"]\n'
        '  curve required["Requirement"]{3, 3, 3, 3}\n'
        '  curve employee["Åsa Berg"]{2, 1, 3, 4}\n'
        '  curve manager["Maria Lind"]{3, 1, 2, 4}\n'
        '  curve agreed["Agreed"]{3, 3, 3, 3}\n'
        '  curve before["Last time"]{1, 1, 1, 1}\n'
        "  max 4\n"
        "  min 0\n"
        "  ticks 4\n"
        "  graticule polygon\n"
    )


def test_a_line_that_is_not_whole_is_left_to_the_table() -> None:
    assert "curve agreed" not in told(an_assessment(agreed=AGREED), form=Format.DOCUSAURUS)


@settings(max_examples=150, deadline=None)
@given(nasty)
def test_whatever_a_competence_or_a_person_is_called_the_spider_stays_one(text: str) -> None:
    page = render(hostile_record(text), Format.DOCUSAURUS)
    [block] = [token for token in MarkdownIt("commonmark").parse(body(page)) if token.info == "mermaid"]
    rows = block.content.splitlines()
    assert rows[0] == "radar-beta"
    assert all(re.fullmatch(rf"  axis a\d\[{LABEL}\]", row) for row in rows[1:5])
    assert all(re.fullmatch(rf"  curve [a-z]+\[{LABEL}\]\{{\d(, \d){{3}}\}}", row) for row in rows[5:8])
    assert rows[8:] == ["  max 4", "  min 0", "  ticks 4", "  graticule polygon"]


@pytest.mark.parametrize("form", [Format.MD, Format.DOCUSAURUS])
@settings(max_examples=100, deadline=None)
@given(text=nasty)
def test_whatever_is_said_the_table_keeps_its_rows_and_the_page_its_headings(form: Format, text: str) -> None:
    record = hostile_record(text)
    pages = [render(record, form), render(replace(record, assessment=None), form)]
    with_it, without = (read(body(page) if form is Format.DOCUSAURUS else page) for page in pages)
    [extra] = [heading for heading in with_it.headings() if heading[1].startswith("Competences: ")]
    assert [heading for heading in with_it.headings() if heading != extra] == without.headings()
    [table] = with_it.part(extra[1]).tables
    assert [len(row) for row in table] == [5] * 5
    said, shown = (one.replace("_", "") for one in (clean_line(f"{text} x")[:20], table[1][0]))
    assert said in shown, "only an address keeps its underscores alive"
    assert with_it.kinds.isdisjoint({"html_block", "html_inline", "image"})
    assert with_it.environment.get("references", {}) == {}


def hostile_record(text: str) -> Record:
    name = f"{text} x"
    competences = tuple(
        a_competence(number, title=name) for number in ("code", "tests", "design", "teamwork")
    )
    profile = a_profile(title=name, competences=competences)
    differs = Agreed(None, {Party.EMPLOYEE: name, Party.MANAGER: name})
    people = {"employee": Person(name, id=ASA.id), "manager": Person(name, id=MARIA.id)}
    return a_record(
        conversation=talk(**people), assessment=an_assessment(profile=profile, agreed={"code": differs})
    )


def test_a_short_message_tells_what_is_below_the_requirement() -> None:
    assert (
        "Competences below the requirement:\n"
        "- Test: 1 / 1, seen differently (requirement 3)\n"
        "- Kod: 2 (requirement 3)\n"
        "- Arkitektur: 2 (requirement 3)\n"
    ) in told(form=Format.SHORT)


def test_the_file_for_programs_keeps_to_the_schema() -> None:
    data = json.loads(told(an_assessment(agreed=AGREED), an_assessment(), Format.JSON))
    assert problems(data, SCHEMA) == []
    assert data["assessment"]["competences"][1] == {
        "id": "tests",
        "title": "Test",
        "required": 3,
        "employee": 1,
        "manager": 1,
        "agreed": None,
        "differs": True,
        "reasons": {"employee": "Jag har lärt mig mycket.", "manager": "Det syns inte än."},
        "before": 1,
    }
