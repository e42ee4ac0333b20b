"""A conversation keeps its template, to the letter."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ijtui.domain.agenda import Agenda, Ask, Kind, Question, Section, Station, StationKey, Task, Who
from ijtui.domain.agenda_json import agenda_from_json, agenda_to_json
from ijtui.errors import StorageFailed


def an_agenda() -> Agenda:
    side_job = Question(
        "side-job", "Har du en bisyssla?", "Bisyssla", Who.EMPLOYEE, Ask.YES_NO, "Nej är ett svar."
    )
    filled = (Section("Hälsa", (side_job,)),)
    stations = tuple(
        Station(key, f"Del {number} “å\u00a0ä\n”", number * 5, "Inledning", filled if number == 2 else ())
        for number, key in enumerate(StationKey)
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
