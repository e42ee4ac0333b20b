"""What an author can say in an agenda, and that every mistake is told with its line."""

from __future__ import annotations

import pytest

from ijtui.content.agenda import check_agenda, examine, load_agenda, trusted_agenda
from ijtui.content.problems import Problems
from ijtui.domain.agenda import ANNUAL, Agenda, Ask, Kind, StationKey, Who
from ijtui.words import explain

WHOLE = """\
---
id: spring-talk
title: "Vårsamtal"
language: sv
# the season is ours
kind: quarterly
minutes: 45
---

# Vårsamtal

## Innan dess {station=before}

- Boka rummet {#book who=manager}
- Läs på

## Bakåt {station=year_behind minutes=15}

Kort om var vi står.

Och varför.

- **Sedan sist** Vad har hänt? {#since-last-time}
  En sak i taget.
- **Eget** Vad vill du ta upp? {#own who=employee}

### Siffror

{who=manager}
- Hur ser siffrorna ut?

## Nu {station=work_environment minutes=20}

- **Bisyssla** Har du en bisyssla? {ask=yes-no who=employee #side-job}

  Nej är också ett svar.
"""


def load(text: str, source: str = "mall.md") -> Agenda:
    return load_agenda(text, source, "sv")


def told(text: str) -> list[str]:
    return [explain(found) for found in check_agenda(text, "x.md")]


def with_question(line: str) -> str:
    return f"# Samtal\n\n## Framtiden\n\n{line}\n"


def test_front_matter_says_what_the_agenda_is() -> None:
    agenda = load(WHOLE)
    assert (agenda.id, agenda.title, agenda.language) == ("spring-talk", "Vårsamtal", "sv")
    assert (agenda.kind, agenda.minutes) == (Kind.QUARTERLY, 45)


def test_attributes_say_station_minutes_id_who_and_how() -> None:
    agenda = load(WHOLE)
    behind, now = agenda.stations[:2]
    assert (behind.title, behind.minutes, behind.intro) == (
        "Bakåt",
        15,
        "Kort om var vi står.\n\nOch varför.",
    )
    assert [section.title for section in behind.sections] == ["", "Siffror"]
    since, own, figures = behind.questions
    assert (since.id, since.title, since.text) == ("since-last-time", "Sedan sist", "Vad har hänt?")
    assert (since.hint, since.who) == ("En sak i taget.", Who.BOTH)
    assert own.who is Who.EMPLOYEE
    assert figures.who is Who.MANAGER  # from the line above its list
    assert (now.questions[0].ask, now.questions[0].hint) == (Ask.YES_NO, "Nej är också ett svar.")


def test_what_stands_under_before_is_the_checklist() -> None:
    tasks = load(WHOLE).checklist
    assert [(task.id, task.text, task.who) for task in tasks] == [
        ("book", "Boka rummet", Who.MANAGER),
        ("las-pa", "Läs på", Who.BOTH),
    ]


@pytest.mark.parametrize(("language", "title"), [("sv", "Utvecklingsplanen"), ("en", "The development plan")])
def test_every_agenda_has_the_four_stations_in_order(language: str, title: str) -> None:
    agenda = load(f"---\nlanguage: {language}\n---\n- A?\n")
    assert [station.key for station in agenda.stations] == list(ANNUAL)
    assert agenda.stations[3].title == title
    assert agenda.stations[3].questions == ()


def test_stations_keep_the_order_of_the_domain_whatever_the_order_of_the_file() -> None:
    agenda = load("# T\n## A {station=development_plan}\n- a?\n## B {station=year_behind}\n- b?\n")
    assert [question.text for question in agenda.questions()] == ["b?", "a?"]


def test_a_second_heading_for_a_station_is_a_section_in_it_and_adds_its_minutes() -> None:
    agenda = load("# T\n## A {station=future minutes=10}\n- a?\n## B {station=future minutes=5}\n- b?\n")
    future = agenda.station(StationKey.FUTURE)
    assert (future.title, future.minutes) == ("A", 15)
    assert [section.title for section in future.sections] == ["", "B"]


def test_without_a_length_the_stations_are_added_up() -> None:
    assert load("# T\n## A {station=future minutes=25}\n- a?\n## B (10 min)\n- b?\n").minutes == 35
    assert load("- a?").minutes == 60


@pytest.mark.parametrize(
    ("line", "title", "text", "hint"),
    [
        ("- **Balans** Hur är den?", "Balans", "Hur är den?", ""),
        ("- **Balans:** hur är den?", "Balans", "hur är den?", ""),
        ("- **Balans** – hur är den?", "Balans", "hur är den?", ""),
        ("- **Balans**\n  Hur är den?", "Balans", "Hur är den?", ""),
        ("- **Balans**\n\n  Hur är den?\n\n  Tänk efter.", "Balans", "Hur är den?", "Tänk efter."),
        ("- Balans: Hur är den?", "Balans", "Hur är den?", ""),
        ("- **Hur** är den?", "Hur är den?", "Hur är den?", ""),
        ("- **Hur är den?**", "Hur är den?", "Hur är den?", ""),
        ("- Hur är\n  balansen?\n  Tänk efter.", "Hur är balansen?", "Hur är balansen?", "Tänk efter."),
        ("- Hur är den?\n  - hemma\n  - på jobbet", "Hur är den?", "Hur är den?", "hemma · på jobbet"),
        ("1. [x] `Hur` är [den](http://x.se)?", "Hur är den?", "Hur är den?", ""),
        ("- Trivsel", "Trivsel", "Trivsel", ""),
        ("- Hur är <b onclick=x>den</b>?<!-- nej -->", "Hur är den?", "Hur är den?", ""),
        ("- Hur är {den}?", "Hur är {den}?", "Hur är {den}?", ""),
        ("- Vad menas med {den}", "Vad menas med {den}", "Vad menas med {den}", ""),
    ],
)
def test_a_question_is_read_as_it_was_meant(line: str, title: str, text: str, hint: str) -> None:
    (question,) = load(with_question(line)).questions()
    assert (question.title, question.text, question.hint) == (title, text, hint)


def test_a_long_question_is_called_by_its_first_words() -> None:
    (question,) = load(with_question("- Hur ser du på det som vi kom överens om i våras?")).questions()
    assert question.title == "Hur ser du på det som vi kom överens om…"


def test_an_item_that_ends_in_a_colon_heads_the_questions_inside_it() -> None:
    agenda = load(with_question("- Kunskap:\n  - Vad?\n  - Hur?\n- Till sist?"))
    sections = agenda.station(StationKey.FUTURE).sections
    assert [(section.title, len(section.questions)) for section in sections] == [("", 1), ("Kunskap", 2)]


def test_ids_are_made_of_titles_and_never_twice_the_same() -> None:
    agenda = load(with_question("- Året?\n- Året?\n- Året? {#aret-2}\n- ???\n- **Året** Hur var det?"))
    assert [question.id for question in agenda.questions()] == [
        "aret",
        "aret-3",
        "aret-2",
        "question",
        "aret-4",
    ]


def test_a_section_stays_in_the_station_of_the_heading_above_it() -> None:
    agenda = load("# T\n## Året som gått\n### Kompetens\n- a?\n#### Mål\n- b?\n## Framtid\n- c?\n")
    assert len(agenda.station(StationKey.YEAR_BEHIND).questions) == 2


def test_what_is_wrong_is_told_with_its_line_all_of_it_at_once() -> None:
    text = """\
---
titel: X
kind: monthly
minutes: an hour
minutes: 60
id: Två Ord
language:
just words
---
# Samtal {colour=red}
## Nu {station=now minutes=5000}
- Hur? {#one who=boss}
- Vad? {#one ask=maybe}
- När? {who=both,ask=text}
Intro {minutes=5}

{station=future}

Text {#x}
"""
    assert told(text) == [
        "x.md:2: “titel” is not known here. Expected one of: id, title, language, kind, minutes.",
        "x.md:3: “monthly” can't be the kind. Expected one of: annual, quarterly, evaluation, onboarding.",
        "x.md:4: “an hour” is not a number of minutes. Expected a whole number, at most 480.",
        "x.md:5: “minutes” is given twice, first on line 4.",
        "x.md:6: “Två Ord” can't be an id. Expected small letters a–z, digits and hyphens, at most 60.",
        "x.md:7: “language” is empty. Expected a value after the colon.",
        "x.md:8: Expected “key: value”, but found “just words”.",
        "x.md:10: “colour” is not known here. Expected one of: id.",
        "x.md:11: “now” can't be the station. Expected one of: year_behind, work_environment, future, "
        "development_plan, before.",
        "x.md:11: “5000” is not a number of minutes. Expected a whole number, at most 480.",
        "x.md:12: “boss” can't be the who. Expected one of: both, employee, manager.",
        "x.md:13: “maybe” can't be the ask. Expected one of: text, yes-no.",
        "x.md:13: The id “one” is used twice, first on line 12. Expected one of its own.",
        "x.md:14: “{who=both,ask=text}” can't be read. Expected for example {#balance who=employee}.",
        "x.md:14: “minutes” is not known here. Expected one of: id, who, ask.",
        "x.md:19: Attributes mean nothing here. Expected them on a heading or a question.",
    ]


def test_an_id_on_the_line_above_a_list_is_one_id_too_many() -> None:
    assert told("{#one}\n- a?\n- b?\n") == [
        "x.md:3: The id “one” is used twice, first on line 2. Expected one of its own."
    ]


def test_a_heading_may_have_the_id_that_another_tool_gave_it() -> None:
    assert told("# T {#My_Title}\n## Framtid {#Framtid_1}\n- a?\n") == []


def test_what_does_not_fit_is_told_with_its_length_and_line() -> None:
    text = f"# {'T' * 201}\n## Nu (300 min)\n## Nu (300 min)\n- {'a' * 501}\n- b?\n  {'c' * 501}\n"
    assert told(text) == [
        "x.md:1: This text has 201 characters. Expected at most 200.",
        "x.md:1: 600 minutes is too long. Expected at most 480.",
        "x.md:2: 600 minutes is too long. Expected at most 480.",
        "x.md:4: This text has 501 characters. Expected at most 500.",
        "x.md:5: This text has 501 characters. Expected at most 500.",
    ]
    assert told("---\nminutes: 4\n---\n- a?") == ["x.md:2: 4 minutes is too short. Expected at least 5."]
    assert told("- a?\n\n## {station=future}\n") == [
        "x.md:3: There is nothing here. Expected at least one letter."
    ]


def test_a_template_without_a_question_is_none() -> None:
    sentence = "x.md:1: There is no question here. Expected headings, and below them questions as list items."
    for text in ("", "\n\n", "---\nid: a\n---\n", "# T\n\nText.", "## Innan {station=before}\n- Boka"):
        assert told(text) == [sentence], text


def test_front_matter_that_is_never_closed_is_told() -> None:
    assert "x.md:1: The facts on top are never closed. Expected a line with --- after them." in told(
        "---\nid: a\n- b?"
    )


def test_empty_lines_above_the_facts_do_no_harm() -> None:
    assert load("\n \n---\nid: a\n---\n- b?").id == "a"
    assert told("\n\n---\nkind: x\n---\n- b?")[0].startswith("x.md:4: ")


def test_a_rule_on_top_is_no_front_matter() -> None:
    assert load("---\n\n# Samtal\n\n- Hur?\n\n---\n").title == "Samtal"


def test_all_problems_are_raised_together() -> None:
    with pytest.raises(Problems) as caught:
        load("---\nkind: x\nlanguage: y\n---\n- a?", "min.md")
    assert [found.line for found in caught.value.found] == [2, 3]
    assert (
        explain(caught.value) == "The template min.md can't be used. To see why: ijtui template check min.md"
    )


def test_a_shipped_file_that_was_damaged_is_not_used() -> None:
    with pytest.raises(Problems):
        trusted_agenda("---\nkind: x\n---\n- a?", "annual.md", "sv")


def test_what_is_passed_over_is_told_by_line() -> None:
    text = "Hej.\n\n# T\n\n- a?\n\nSlut.\n\n| a |\n|---|\n| b |\n\n```\nkod\n```\n"
    assert examine(text, "x.md", "sv").passed_over == (1, 7, 9, 13)
