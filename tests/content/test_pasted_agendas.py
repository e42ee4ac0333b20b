"""Agendas from the web and from shared folders, without a single attribute, can be used as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.content.agenda import examine, load_agenda
from ijtui.content.stations import guessed_language, guessed_station
from ijtui.domain.agenda import ANNUAL, Agenda, Kind

PASTED = Path(__file__).parent / "pasted"
BEHIND, NOW, AHEAD, PLAN = ANNUAL


def pasted(name: str) -> Agenda:
    return load_agenda((PASTED / f"{name}.md").read_text("utf-8"), f"{name}.md", "en")


def shape(agenda: Agenda) -> list[tuple[str, int]]:
    return [(station.title, len(station.questions)) for station in agenda.stations]


@pytest.mark.parametrize("path", sorted(PASTED.glob("*.md")), ids=lambda path: path.stem)
def test_every_one_is_usable(path: Path) -> None:
    examined = examine(path.read_text("utf-8"), path.name, "sv")
    assert examined.problems == ()
    agenda = examined.agenda
    assert agenda
    assert agenda.kind is Kind.ANNUAL
    assert agenda.id == path.stem
    questions = list(agenda.questions())
    assert len(questions) >= 5
    assert len({question.id for question in questions}) == len(questions)
    assert all(question.text and question.title and "**" not in question.text for question in questions)


def test_a_managers_form_with_headings_and_bullets() -> None:
    agenda = pasted("medarbetarsamtal")
    assert (agenda.title, agenda.language) == ("Medarbetarsamtal – mall för chef och medarbetare", "sv")
    assert shape(agenda) == [
        ("Tillbakablick", 3),
        ("Nuläge", 3),
        ("Framtid och utveckling", 2),
        ("Individuell utvecklingsplan", 2),
    ]
    assert [section.title for section in agenda.station(NOW).sections] == ["Trivsel", "Arbetsbelastning"]
    assert agenda.station(BEHIND).intro == "Börja med det ni kom överens om förra gången."
    assert len(agenda.checklist) == 3


def test_a_numbered_outline_with_times() -> None:
    agenda = pasted("one-on-one-review")
    assert (agenda.title, agenda.language, agenda.minutes) == ("Annual Review Conversation", "en", 55)
    assert shape(agenda) == [
        ("Looking back", 2),
        ("Wellbeing and workload", 2),
        ("Looking ahead", 2),
        ("Agreed actions", 1),
    ]
    assert [station.minutes for station in agenda.stations] == [20, 15, 20, 0]


def test_bold_lines_for_headings_and_bullets_from_a_word_processor() -> None:
    agenda = pasted("bara-fett")
    assert agenda.title == "Utvecklingssamtal på förskolan"
    assert shape(agenda) == [
        ("Uppföljning av förra samtalet", 2),
        ("Arbetsmiljö", 3),
        ("Framtiden", 4),  # two headings speak of it, so neither names it
        ("Handlingsplan", 1),
    ]
    participation = agenda.question("barnens-delaktighet")
    assert participation
    assert participation.text == "Hur vill du arbeta med den?"
    assert agenda.station(AHEAD).questions[0].text == "Vilka kunskaper vill du fördjupa?"


def test_headings_that_are_questions() -> None:
    agenda = pasted("headings-that-ask")
    assert [len(station.questions) for station in agenda.stations] == [2, 2, 2, 0]
    first = agenda.station(BEHIND).questions[0]
    assert first.hint == "Think of projects, people and everything in between."
    assert agenda.station(NOW).intro == "Take your time with these."


def test_nothing_but_a_list_of_questions() -> None:
    agenda = pasted("utan-rubriker")
    assert (agenda.title, agenda.language, agenda.minutes) == ("Utvecklingssamtal", "sv", 60)
    assert shape(agenda)[0] == ("Året som gått", 5)


def test_a_wiki_page() -> None:
    agenda = pasted("wiki-export")
    assert agenda.title == "Goal and development talk"
    assert shape(agenda) == [
        ("Follow-up", 2), ("Health", 4), ("Competence development", 2), ("Next steps", 1)
    ]  # fmt: skip
    assert agenda.station(PLAN).questions[0].text == "Action plan: who does what, and when is it done?"


@pytest.mark.parametrize(
    ("heading", "station"),
    [
        ("Tillbakablick på året", BEHIND), ("Året som gått", BEHIND),
        ("Uppföljning av utvecklingsplan", BEHIND),
        ("Resultat och måluppfyllelse", BEHIND), ("Year in review", BEHIND), ("Last year's goals", BEHIND),
        ("Nuläge", NOW), ("Hälsa och trivsel", NOW), ("Hur har du det på jobbet? Så mår du", NOW),
        ("Workload and wellbeing", NOW), ("Feedback to your manager", NOW), ("ARBETSMILJÖ", NOW),
        ("Framåtblick", AHEAD), ("Mål inför nästa år", AHEAD), ("Kompetensutveckling", AHEAD),
        ("Goals for the coming year", AHEAD), ("Growth", AHEAD),
        ("Individuell utvecklingsplan", PLAN), ("Handlingsplan för kompetensutveckling", PLAN),
        ("Utvecklingsplan och uppföljning", PLAN), ("Agreements and next steps", PLAN), ("Planen", PLAN),
        ("Inför samtalet", "before"), ("Checklist", "before"), ("Övrigt", None), ("Anything else", None),
    ],
)  # fmt: skip
def test_a_heading_finds_its_station_by_its_words(heading: str, station: str | None) -> None:
    assert guessed_station(heading) == station


def test_the_language_is_guessed_by_small_words() -> None:
    assert guessed_language("Hur har du det, och vad vill du?", "en") == "sv"
    assert guessed_language("How are you, and what do you want?", "sv") == "en"
    assert guessed_language("1 2 3", "sv") == "sv"


def test_the_first_heading_is_a_station_where_it_has_questions_and_others_beside_it() -> None:
    agenda = load_agenda("## Året som gått\n- a?\n## Framtiden\n- b?\n", "mall.md", "sv")
    assert agenda.title == "Utvecklingssamtal"
    assert [len(station.questions) for station in agenda.stations] == [1, 0, 1, 0]


def test_an_unknown_heading_belongs_to_the_station_before_it() -> None:
    agenda = load_agenda("# T\n## Övrigt\n- a?\n## Framtiden\n- b?\n## Övrigt\n- c?\n", "mall.md", "sv")
    assert [len(station.questions) for station in agenda.stations] == [1, 0, 2, 0]


def test_questions_after_the_checklist_are_no_tasks() -> None:
    agenda = load_agenda("# T\n## Inför samtalet\n- Boka\n## Frågor\n- a?\n", "mall.md", "sv")
    assert (len(agenda.checklist), len(agenda.station(BEHIND).questions)) == (1, 1)
