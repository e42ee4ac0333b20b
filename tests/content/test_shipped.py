"""What ships is finished: no file has a problem, both languages are alike, every question can be asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ijtui import paths
from ijtui.content.agenda import examine
from ijtui.content.feedback import load_feedback, trusted_feedback
from ijtui.domain.agenda import Agenda, Ask, Question, StationKey, Who
from ijtui.domain.template import FeedbackTemplate, TemplatePart, next_place

AGENDAS = sorted(paths.CONTENT.glob("*/agendas/*.md"), key=lambda path: path.stem)
FEEDBACK = sorted(paths.CONTENT.glob("*/feedback/*.md"))
NAMES = ["annual", "annual-municipality-a", "annual-municipality-b"]
OTHERS = {"evaluation": (60, 60), "onboarding": (30, 60), "quarterly": (30, 30)}
"""The other conversations, and how long each may take (D-C2 to D-C4)."""
ROLES = ["coach", "developer", "finance-lead", "general"]

PAY = re.compile(r"\blön|\bpay\b|\bsalar|\bersättning|\bwage|\bbonus|\bkronor", re.IGNORECASE)
LEADING = re.compile(
    r"^(håller du med|visst|är det inte|tycker du inte|skulle du inte|varför (har|gjorde|är) du|är du nöjd|"
    r"don't you|isn't|wouldn't you|do you agree|surely|why (did|have|are) you|are you happy)"
    r"|, eller hur\?$|right\?$",
    re.IGNORECASE,
)
OPEN = re.compile(r"^(hur|vad|vilk|när|vart|var|vem|how|what|which|when|where|who)", re.IGNORECASE)


def agenda(language: str, name: str) -> Agenda:
    path = paths.CONTENT / language / "agendas" / f"{name}.md"
    examined = examine(path.read_text("utf-8"), str(path), "")
    assert examined.agenda, examined.problems
    return examined.agenda


def feedback(path: Path) -> tuple[FeedbackTemplate, ...]:
    return load_feedback(path.read_text("utf-8"), str(path), "")


def every_question() -> list[Question]:
    return [question for path in AGENDAS for question in agenda(path.parts[-3], path.stem).questions()]


def in_both(name: str) -> tuple[Agenda, Agenda]:
    return agenda("sv", name), agenda("en", name)


def test_the_same_files_ship_in_both_languages() -> None:
    for language in ("sv", "en"):
        assert [path.stem for path in AGENDAS if path.parts[-3] == language] == [*NAMES, *OTHERS]
        assert [path.stem for path in FEEDBACK if path.parts[-3] == language] == ROLES


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_agenda_is_read_whole(path: Path) -> None:
    examined = examine(path.read_text("utf-8"), str(path), "")
    assert (examined.problems, examined.passed_over) == ((), ())
    assert examined.agenda
    assert (examined.agenda.id, examined.agenda.language) == (path.stem, path.parts[-3])


@pytest.mark.parametrize("name", [*NAMES, *OTHERS])
def test_both_languages_have_the_same_questions_and_tasks(name: str) -> None:
    swedish, english = in_both(name)
    assert (swedish.minutes, swedish.kind, swedish.order) == (english.minutes, english.kind, english.order)
    for one, other in zip(swedish.stations, english.stations, strict=True):
        assert [(q.id, q.who, q.ask, bool(q.hint)) for q in one.questions] == [
            (q.id, q.who, q.ask, bool(q.hint)) for q in other.questions
        ]
        assert (one.minutes, len(one.sections)) == (other.minutes, len(other.sections))
    assert [(task.id, task.who) for task in swedish.checklist] == [
        (task.id, task.who) for task in english.checklist
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_question_has_the_same_words_in_every_set(language: str) -> None:
    """Answers are compared from year to year, also when the organisation has changed its template."""
    words: dict[str, set[tuple[str, str]]] = {}
    for name in (*NAMES, *OTHERS):
        for question in agenda(language, name).questions():
            words.setdefault(question.id, set()).add((question.title, question.text))
    assert {name: found for name, found in words.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_station_has_three_to_seven_questions_and_its_share_of_the_time(name: str) -> None:
    for made in in_both(name):
        assert 60 <= made.minutes <= 90
        assert sum(station.minutes for station in made.stations) == made.minutes
        for station in made.stations:
            assert 3 <= len(station.questions) <= 7
            assert station.intro


@pytest.mark.parametrize("name", OTHERS)
def test_another_conversation_keeps_to_its_time_with_few_questions(name: str) -> None:
    least, most = OTHERS[name]
    for made in in_both(name):
        assert made.kind == name
        assert least <= made.minutes <= most
        assert sum(station.minutes for station in made.stations) == made.minutes
        assert len(made.stations) == 3
        assert {task.who for task in made.checklist} >= {Who.BOTH, Who.MANAGER}
        for station in made.stations:
            assert 2 <= len(station.questions) <= 4
            assert station.intro
            assert not [section for section in station.sections if section.title]


def test_a_quarter_is_evaluated_gets_feedback_both_ways_and_next_steps() -> None:
    for made in in_both("quarterly"):
        assert made.order == (StationKey.YEAR_BEHIND, StationKey.FEEDBACK, StationKey.DEVELOPMENT_PLAN)
        assert len(tuple(made.questions())) <= 7


def test_questions_are_open_and_end_as_questions() -> None:
    for question in every_question():
        assert question.text.endswith("?"), question
        assert question.ask is Ask.YES_NO or OPEN.match(question.text), question
        assert not LEADING.search(question.text), question


def test_no_question_is_about_pay() -> None:
    assert [q for q in every_question() if PAY.search(f"{q.title} {q.text} {q.hint}")] == []


def test_titles_and_texts_fit_a_terminal_of_eighty_columns() -> None:
    for question in every_question():
        assert 3 <= len(question.title) <= 40, question
        assert len(question.text) <= 130, question
        assert len(question.hint) <= 110, question


def test_swedish_says_du_and_ni_and_never_man() -> None:
    for path in [*AGENDAS, *FEEDBACK]:
        if path.parts[-3] == "sv":
            assert not re.search(r"\b[Mm]an\b|[a-zåäö,] (Du|Ni|Din|Er)\b", path.read_text("utf-8")), path


@pytest.mark.parametrize("name", NAMES)
def test_the_checklist_has_something_for_everybody(name: str) -> None:
    for made in in_both(name):
        assert {task.who for task in made.checklist} == set(Who)
        assert {
            "tell-the-team",
            "book-in-good-time",
            "undisturbed-place",
            "last-plan",
            "prepare-in-writing",
        } <= {task.id for task in made.checklist}


def test_municipality_a_asks_everybody_about_side_jobs_and_takes_both_perspectives() -> None:
    for made in in_both("annual-municipality-a"):
        side_job = made.question("side-job")
        assert side_job
        assert (side_job.ask, side_job.who) == (Ask.YES_NO, Who.EMPLOYEE)
        assert side_job in made.station(StationKey.WORK_ENVIRONMENT).questions
        for key in (StationKey.YEAR_BEHIND, StationKey.FUTURE):
            assert len([section for section in made.station(key).sections if section.title]) == 2
        assert made.asked_of("manager") != made.asked_of("employee")


def test_municipality_b_starts_in_september_signs_and_hands_over() -> None:
    for made in in_both("annual-municipality-b"):
        assert "eptember" in next(task.text for task in made.checklist if task.id == "season")
        assert made.question("before-signing")
        assert made.question("handover")
        assert made.question("handed-over")


@pytest.mark.parametrize("path", FEEDBACK, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_role_has_each_part_at_least_twice_with_places_to_fill_in(path: Path) -> None:
    found = feedback(path)
    assert found == trusted_feedback(path.read_text("utf-8"), str(path), "")
    for part in (TemplatePart.POSITIVE, TemplatePart.IMPROVE, TemplatePart.SUPPORT, TemplatePart.GOAL):
        assert len([template for template in found if template.part is part]) >= 2, part
    for template in found:
        assert (template.role, template.language) == (path.stem, path.parts[-3])
        assert len(template.title) <= 40, template
        assert next_place(template.body), template


@pytest.mark.parametrize("role", ROLES)
def test_feedback_is_parallel_in_both_languages(role: str) -> None:
    swedish, english = (feedback(paths.CONTENT / code / "feedback" / f"{role}.md") for code in ("sv", "en"))
    assert [(t.id, t.part) for t in swedish] == [(t.id, t.part) for t in english]


def test_every_feedback_template_has_an_id_and_a_title_of_its_own() -> None:
    for language in ("sv", "en"):
        all_of_it = [
            template for path in FEEDBACK if path.parts[-3] == language for template in feedback(path)
        ]
        assert len({template.id for template in all_of_it}) == len(all_of_it)
        assert len({template.title for template in all_of_it}) == len(all_of_it)


def test_feedback_points_no_fingers() -> None:
    """What can improve speaks of what happened, never of what somebody always or never does (D-F4)."""
    blame = re.compile(
        r"\b(alltid|aldrig|borde|slarv|dålig|fel av dig|always|never|should have|careless|bad)\b", re.I
    )
    improving = [t for path in FEEDBACK for t in feedback(path) if t.part is TemplatePart.IMPROVE]
    assert [template.body for template in improving if blame.search(template.body)] == []
    assert [t.body for t in improving if re.match(r"(Du|You) ", t.body)] == []
