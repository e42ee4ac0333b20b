"""What is different between two versions of a template."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from ijtui.domain.agenda import Agenda, Ask, Question, Section, Station, StationKey, Task, Who
from ijtui.domain.template_change import Change, Sort, Thing
from ijtui.domain.template_difference import changes
from tests.assessing import a_competence, a_profile
from tests.builders import a_question, an_agenda

OLD = an_agenda()


def asking(*stations: tuple[StationKey, tuple[Question, ...]]) -> Agenda:
    """Return the annual agenda with other questions at some of its stations."""
    instead = dict(stations)
    return replace(
        OLD,
        stations=tuple(
            replace(station, sections=(Section("", instead.get(station.key, station.questions)),))
            for station in OLD.stations
        ),
    )


def told(new: Agenda, old: Agenda = OLD) -> list[tuple[Thing, Sort, str]]:
    return [(one.thing, one.sort, one.name) for one in changes(old, new)]


FIRST, SECOND = OLD.station(StationKey.YEAR_BEHIND).questions


def test_the_same_is_no_change() -> None:
    assert changes(OLD, replace(OLD, version=3)) == ()
    assert changes(a_profile(), a_profile()) == ()


@pytest.mark.parametrize(
    ("field", "value", "sort"),
    [
        ("text", "Något helt annat som frågas?", Sort.TEXT),
        ("title", "Annat", Sort.TITLE),
        ("hint", "Tänk efter.", Sort.HINT),
        ("who", Who.MANAGER, Sort.WHO),
        ("ask", Ask.YES_NO, Sort.ASK),
    ],
)
def test_a_question_with_the_same_id_is_the_same_question(field: str, value: Any, sort: Sort) -> None:
    changed = replace(FIRST, **{field: value})
    [change] = changes(OLD, asking((StationKey.YEAR_BEHIND, (changed, SECOND))))
    assert (change.thing, change.sort, change.name) == (Thing.QUESTION, sort, changed.title)
    assert change.before == getattr(FIRST, field)
    assert change.after == getattr(changed, field)


def test_a_question_that_is_new_and_one_that_is_gone_are_told_by_name() -> None:
    new = a_question("climate", text="Hur är stämningen i gruppen egentligen, och varför?")
    assert told(asking((StationKey.YEAR_BEHIND, (FIRST, new)))) == [
        (Thing.QUESTION, Sort.ADDED, new.title),
        (Thing.QUESTION, Sort.REMOVED, SECOND.title),
    ]


def test_a_question_that_changes_its_place_is_moved_and_the_others_are_not() -> None:
    assert told(asking((StationKey.YEAR_BEHIND, (SECOND, FIRST)))) in (
        [(Thing.QUESTION, Sort.MOVED, FIRST.title)],
        [(Thing.QUESTION, Sort.MOVED, SECOND.title)],
    )


def test_a_question_in_another_station_says_from_where_to_where() -> None:
    future = OLD.station(StationKey.FUTURE).questions
    new = asking((StationKey.YEAR_BEHIND, (FIRST,)), (StationKey.FUTURE, (*future, SECOND)))
    [change] = changes(OLD, new)
    assert (change.sort, change.before, change.after) == (Sort.MOVED, "Året som gått", "Framtid")


def test_a_section_of_its_own_is_told() -> None:
    stations = (replace(OLD.stations[0], sections=(Section("Resultat", OLD.stations[0].questions),)),)
    found = changes(OLD, replace(OLD, stations=stations + OLD.stations[1:]))
    assert {change.sort for change in found} == {Sort.SECTION}
    assert len(found) == 2


@pytest.mark.parametrize("text", [SECOND.text, SECOND.text.upper(), SECOND.text + " Berätta."])
def test_another_id_for_the_same_question_is_warned_about(text: str) -> None:
    renamed = replace(SECOND, id="renamed", text=text)
    found = changes(OLD, asking((StationKey.YEAR_BEHIND, (FIRST, renamed))))
    lost = [change for change in found if change.loses_answers]
    assert [(change.before, change.after) for change in lost] == [(SECOND.id, "renamed")]
    assert not {Sort.ADDED, Sort.REMOVED, Sort.MOVED} & {change.sort for change in found}


def test_another_question_in_the_place_of_one_is_no_new_name_for_it() -> None:
    other = a_question("sleep", text="Sover du gott?")
    found = changes(OLD, asking((StationKey.YEAR_BEHIND, (FIRST, other))))
    assert not any(change.loses_answers for change in found)


def test_stations_tasks_and_the_whole_are_compared() -> None:
    stations = (replace(OLD.stations[0], title="Bakåt", minutes=25, intro="Ny."), *OLD.stations[1:])
    tasks = (replace(OLD.checklist[0], text="Boka!"), Task("team", "Berätta för gruppen"))
    new = replace(OLD, title="Höstsamtal", minutes=90, stations=stations, checklist=tasks)
    assert told(new) == [
        (Thing.WHOLE, Sort.TITLE, "Höstsamtal"),
        (Thing.WHOLE, Sort.TIME, "Höstsamtal"),
        (Thing.TASK, Sort.TEXT, "Boka!"),
        (Thing.TASK, Sort.ADDED, "Berätta för gruppen"),
        (Thing.TASK, Sort.REMOVED, OLD.checklist[1].text),
        (Thing.STATION, Sort.TITLE, "Bakåt"),
        (Thing.STATION, Sort.TIME, "Bakåt"),
        (Thing.STATION, Sort.HINT, "Bakåt"),
    ]


def test_a_station_that_comes_or_goes_is_told() -> None:
    feedback = Station(StationKey.FEEDBACK, "Återkoppling", 10)
    more = replace(OLD, stations=(*OLD.stations[:2], feedback, *OLD.stations[2:]))
    assert told(more) == [(Thing.STATION, Sort.ADDED, "Återkoppling")]
    assert told(OLD, more) == [(Thing.STATION, Sort.REMOVED, "Återkoppling")]


def test_sets_are_compared_by_their_competences() -> None:
    first, second, third, fourth = a_profile().competences
    levels = ("Annat", *first.levels[1:])
    new = replace(
        a_profile(),
        competences=(
            replace(first, levels=levels, required=4),
            replace(second, id="testing"),
            replace(fourth, title="Lag"),
            a_competence("sleep", title="Sömn", levels=("a", "b", "c", "d", "e")),
        ),
        roles=("systemutvecklare",),
    )
    assert [(change.sort, change.name) for change in changes(a_profile(), new)] == [
        (Sort.ROLES, "Utvecklare"),
        (Sort.REQUIRED, first.title),
        (Sort.LEVEL, first.title),
        (Sort.RENAMED, second.title),
        (Sort.TITLE, "Lag"),
        (Sort.ADDED, "Sömn"),
        (Sort.REMOVED, third.title),
    ]


def test_an_agenda_and_a_set_have_nothing_to_compare() -> None:
    with pytest.raises(TypeError):
        changes(OLD, a_profile())


def test_what_is_moved_about_is_neither_added_nor_removed() -> None:
    """However 40 questions are put in another order, each is told once at most, as moved."""
    chance = random.Random(5)
    questions = tuple(
        a_question(f"q{number}", title=f"Fråga {number}", text=f"Fråga nummer {number}?")
        for number in range(40)
    )
    before = asking((StationKey.YEAR_BEHIND, questions))
    for _time in range(20):
        mixed = tuple(chance.sample(questions, len(questions)))
        found: tuple[Change, ...] = changes(before, asking((StationKey.YEAR_BEHIND, mixed)))
        assert {change.sort for change in found} <= {Sort.MOVED}
        assert len({change.name for change in found}) == len(found) < len(questions)
