"""A conversation keeps its template, to the letter."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ijtui.domain.agenda import ANNUAL, Agenda, Ask, Kind, Question, Section, Station, StationKey, Task, Who
from ijtui.domain.agenda_json import agenda_from_json, agenda_to_json
from ijtui.errors import StorageFailed


def an_agenda() -> Agenda:
    side_job = Question(
        "side-job", "Har du en bisyssla?", "Bisyssla", Who.EMPLOYEE, Ask.YES_NO, "Nej är ett svar."
    )
    filled = (Section("Hälsa", (side_job,)),)
    stations = tuple(
        Station(key, f"Del {number} “å\u00a0ä\n”", number * 5, "Inledning", filled if number == 2 else ())
        for number, key in enumerate(ANNUAL)
    )
    return Agenda("annual", "Samtal", "sv", Kind.ANNUAL, 75, stations, (Task("book", "Boka", Who.MANAGER),))


def test_an_agenda_comes_back_as_it_was() -> None:
    assert agenda_from_json(agenda_to_json(an_agenda())) == an_agenda()


def test_the_same_agenda_is_always_the_same_text() -> None:
    text = agenda_to_json(an_agenda())
    assert text == agenda_to_json(agenda_from_json(text))
    assert "å" in text
    assert "\n" not in text
    assert list(json.loads(text)) == sorted(json.loads(text))


@pytest.mark.parametrize(
    "damaged",
    ["", "null", "[]", "{}", '"x"', "{", '{"stations": 3}', "[" * 100_000, agenda_to_json(an_agenda())[:-9]],
)
def test_a_damaged_template_is_told_not_thrown(damaged: str) -> None:
    with pytest.raises(StorageFailed, match="damaged"):
        agenda_from_json(damaged)


def test_a_template_without_its_four_stations_is_damaged() -> None:
    short = replace(an_agenda(), stations=an_agenda().stations[:3])
    with pytest.raises(StorageFailed, match="damaged"):
        agenda_from_json(agenda_to_json(short))


@pytest.mark.parametrize("kind", [Kind.QUARTERLY, Kind.EVALUATION, Kind.ONBOARDING])
def test_another_conversation_has_the_stations_it_needs_in_their_order(kind: Kind) -> None:
    talked = replace(an_agenda(), kind=kind)
    for stations in (talked.stations, talked.stations[1:3], talked.stations[-1:]):
        short = replace(talked, stations=stations)
        assert agenda_from_json(agenda_to_json(short)) == short
    for stations in ((), talked.stations[::-1], talked.stations[:1] * 2):
        with pytest.raises(StorageFailed, match="damaged"):
            agenda_from_json(agenda_to_json(replace(talked, stations=stations)))


def test_feedback_is_no_station_of_an_annual_conversation() -> None:
    station = Station(StationKey.FEEDBACK, "Återkoppling")
    five = (*an_agenda().stations[:2], station, *an_agenda().stations[2:])
    with pytest.raises(StorageFailed, match="damaged"):
        agenda_from_json(agenda_to_json(replace(an_agenda(), stations=five)))
    quarter = replace(an_agenda(), stations=five, kind=Kind.QUARTERLY)
    assert agenda_from_json(agenda_to_json(quarter)).order == tuple(StationKey)


def test_a_part_finds_its_place_where_its_station_is_left_out() -> None:
    agenda = replace(an_agenda(), kind=Kind.QUARTERLY, stations=an_agenda().stations[:2])
    assert agenda.first_of(StationKey.FEEDBACK, StationKey.YEAR_BEHIND) is StationKey.YEAR_BEHIND
    assert agenda.first_of(StationKey.DEVELOPMENT_PLAN) is StationKey.WORK_ENVIRONMENT
