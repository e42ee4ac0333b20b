"""Agendas of the conversations beside the annual one: which stations they have, and what is refused."""

from __future__ import annotations

import pytest

from ijtui.content.agenda import check_agenda, load_agenda
from ijtui.domain.agenda import Kind, StationKey

QUARTER = """\
---
id: quarter
kind: quarterly
---

# Vårt kvartalssamtal

## Utvärdering (10 min)

- Vad har vi nått?

## Återkoppling åt båda håll (10 min)

- Vad hjälper?

## Nästa steg (10 min)

- Vad gör vi nu?
"""


def test_headings_say_which_stations_there_are() -> None:
    agenda = load_agenda(QUARTER, "quarter.md", "sv")
    assert agenda.order == (StationKey.YEAR_BEHIND, StationKey.FEEDBACK, StationKey.DEVELOPMENT_PLAN)
    assert [station.title for station in agenda.stations] == [
        "Utvärdering",
        "Återkoppling åt båda håll",
        "Nästa steg",
    ]
    assert (agenda.title, agenda.minutes) == ("Vårt kvartalssamtal", 30)


def test_feedback_belongs_to_the_work_environment_of_an_annual_conversation() -> None:
    agenda = load_agenda(QUARTER.replace("quarterly", "annual"), "quarter.md", "sv")
    assert StationKey.FEEDBACK not in agenda.order
    assert len(agenda.station(StationKey.WORK_ENVIRONMENT).questions) == 1


def test_a_station_that_the_annual_conversation_does_not_have_is_refused_with_its_line() -> None:
    text = QUARTER.replace("quarterly", "annual").replace(
        "(10 min)\n\n- Vad hj", "{station=feedback}\n\n- Vad hj"
    )
    (problem,) = check_agenda(text, "quarter.md")
    assert problem.line == 12
    assert problem.values["value"] == "feedback"
    assert "feedback" not in str(problem.values["expected"])
    assert check_agenda(text.replace("annual", "quarterly"), "quarter.md") == ()


def test_a_wrong_station_is_told_with_those_of_its_kind() -> None:
    text = QUARTER.replace("Nästa steg (10 min)", "Nästa steg {station=plan}")
    (problem,) = check_agenda(text, "quarter.md")
    assert (problem.line, problem.values["value"]) == (16, "plan")
    assert "feedback" in str(problem.values["expected"])


def test_one_station_is_enough_and_the_order_is_the_same_for_all() -> None:
    text = "---\nkind: onboarding\n---\n# Start\n## Framtiden\n- Vad vill du lära dig?\n"
    assert load_agenda(text, "start.md", "sv").order == (StationKey.FUTURE,)
    turned = text + "## Året som gått\n- Hur har det varit?\n"
    assert load_agenda(turned, "start.md", "sv").order == (StationKey.YEAR_BEHIND, StationKey.FUTURE)


def test_a_station_may_have_a_heading_and_no_question() -> None:
    text = "---\nkind: quarterly\n---\n## Utvärdering\n- Hur gick det?\n## Nästa steg\n"
    agenda = load_agenda(text, "quarter.md", "sv")
    assert [len(station.questions) for station in agenda.stations] == [1, 0]


def test_an_agenda_without_questions_has_no_station_either() -> None:
    (problem,) = check_agenda("---\nkind: quarterly\n---\n\nIngenting.\n", "quarter.md")
    assert "no question" in problem.message


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.QUARTERLY, "Kvartalssamtal"),
        (Kind.EVALUATION, "Årsutvärdering"),
        (Kind.ONBOARDING, "Introduktionssamtal"),
    ],
)
def test_an_agenda_without_a_title_is_called_what_it_is(kind: Kind, title: str) -> None:
    text = f"---\nkind: {kind}\n---\n- Hur känns det?\n- Vad vill du säga?\n"
    assert load_agenda(text, "x.md", "sv").title == title
