"""Marks add up by unit and question, for whoever may count, and name nobody (D-A2, D-S4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from ijtui.data.action import Actions
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.data.work_environment import WorkEnvironmentRows
from ijtui.domain.action import Extent, Report
from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Mark
from ijtui.domain.post import Post
from ijtui.domain.risk import Measure, measure
from ijtui.domain.unit import Unit, UnitKind
from ijtui.domain.work_environment import Answers, Line, WorkEnvironment
from ijtui.errors import NotFound
from tests.builders import NOW, Room, a_person, an_action, an_agenda, an_outcome
from tests.marked import (
    RISK,
    Organisation,
    a_manager_of,
    an_empty_room,
    an_organisation,
    held,
    many,
    somebody,
)

TODAY = NOW.date()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    yield from an_empty_room(tmp_path)


def lines(told: WorkEnvironment) -> dict[str, Line]:
    return {line.unit: line for line in told.topics[0].lines}


def test_conversations_of_the_year_that_were_held_are_counted_by_question(room: Room) -> None:
    held(room, room.me, room.employee, Mark.WATCH)
    held(room, room.me, room.employee, RISK, days=20)
    held(room, room.me, room.employee, None, question="side-job", days=30)
    held(room, room.me, room.employee, RISK, days=400)
    booked = room.book(starts=NOW)
    room.desk.conversations.judge(room.me, room.desk.conversations.begin(room.me, booked), "balance", RISK)
    found = room.desk.work_environment.of(room.me)
    assert {topic.title: topic.lines[0].answers for topic in found.topics} == {
        "Balance": Answers(asked=2, watch=1, risk=1),
        "Side-job": Answers(asked=1),
    }
    assert room.desk.work_environment.years() == (2026, 2025)
    assert lines(room.desk.work_environment.of(room.me, 2025))["Digital utveckling"].answers == Answers(
        1, risk=1
    )


def test_a_question_of_another_station_is_not_about_the_work_environment(room: Room) -> None:
    held(room, room.me, room.employee, None, question="results")
    assert room.desk.work_environment.of(room.me).topics == ()


STATES: dict[Measure, list[dict[str, Any]]] = {
    Measure.NONE: [{"outcome": an_outcome(carried_out=Extent.NO, cancelled=True)}],
    Measure.OPEN: [{"due": TODAY}, {"due": None}, {"due": date(2026, 1, 1), "report": Report(TODAY, 2)}],
    Measure.LATE: [{"due": TODAY - timedelta(days=1)}],
    Measure.DONE: [{"outcome": an_outcome()}],
    Measure.UNDONE: [{"outcome": an_outcome(carried_out=Extent.PARTLY)}],
}
CHOICES = [change for changes in STATES.values() for change in changes]
COUNTED = {Measure.OPEN: "going_on", Measure.LATE: "late", Measure.DONE: "done", Measure.UNDONE: "undone"}


def test_the_file_counts_a_risk_as_the_rule_does(room: Room) -> None:
    talk = held(room, room.me, room.employee, RISK)
    agreed = an_action(conversation=talk.id, manager=room.me.id, agreed=TODAY, question="balance")
    for number in (0, 1, 2):
        for chosen in product(CHOICES, repeat=number):
            with room.desk.store.writing():
                room.desk.store.db.execute("DELETE FROM action")
                for change in chosen:
                    Actions(room.desk.store).add(replace(agreed, **change))
            state = measure(room.desk.actions.of(room.me, talk), TODAY)
            expected = Answers(asked=1, risk=1, **{COUNTED[state]: 1} if state in COUNTED else {})
            (heard,) = WorkEnvironmentRows(room.desk.store).heard(2026, TODAY)
            assert heard.answers == expected, chosen


def test_what_goes_on_from_before_is_an_agreement_about_the_risk_again(room: Room) -> None:
    earlier = held(room, room.me, room.employee, RISK, days=400)
    action = room.desk.actions.add(
        room.me, earlier, an_action(question="balance", due=TODAY + timedelta(days=9))
    )
    talks = room.desk.conversations
    talk = talks.begin(room.me, room.book(starts=NOW))
    talk = talks.judge(room.me, talk, "balance", RISK)
    assert [question.id for question in room.desk.plans.of(room.me, talk).risks] == ["balance"]
    room.desk.actions.decide(room.me, action, talk)
    assert room.desk.plans.of(room.me, talk).risks == ()
    talks.conclude(room.me, talk)
    (line,) = lines(room.desk.work_environment.of(room.me)).values()
    assert line.answers == Answers(1, risk=1, going_on=1)


def test_a_question_is_the_same_in_every_edition_of_its_template(room: Room) -> None:
    agenda = an_agenda()
    station = agenda.station(StationKey.WORK_ENVIRONMENT)
    asked = replace(station.questions[0], title="Balansen", text="Hur har du det?")
    edited = replace(station, sections=(replace(station.sections[0], questions=(asked,)),))
    stations = tuple(edited if one.key is station.key else one for one in agenda.stations)
    held(room, room.me, room.employee, Mark.WATCH)
    held(room, room.me, room.employee, RISK, agenda=replace(agenda, stations=stations))
    held(room, room.me, room.employee, RISK, agenda=replace(agenda, id="own"))
    found = room.desk.work_environment.of(room.me)
    assert [(topic.asked.template, topic.title, topic.lines[0].answers) for topic in found.topics] == [
        ("annual", "Balansen", Answers(2, watch=1, risk=1)),
        ("own", "Balance", Answers(1, risk=1)),
    ]


def test_an_answer_belongs_to_the_unit_where_one_worked_that_day(room: Room) -> None:
    store = room.desk.store
    with store.writing():
        top = Units(store).add(Unit("Kommunen", UnitKind.ORGANISATION))
        old, new = (Units(store).add(Unit(name, parent=top.id)) for name in ("Parken", "Biblioteket"))
        first = Posts(store).add(Post(room.employee.id, old.id, date(2020, 1, 1), room.me.id))
        Posts(store).end(first, date(2026, 11, 1))
        Posts(store).add(Post(room.employee.id, new.id, date(2026, 11, 2), room.me.id))
    held(room, room.me, room.employee, Mark.WATCH, days=60)
    held(room, room.me, room.employee, RISK)
    found = lines(room.desk.work_environment.of(room.me))
    assert {unit: line.answers for unit, line in found.items()} == {
        "Kommunen": Answers(2, watch=1, risk=1),
        "Biblioteket": Answers(1, risk=1),
        "Parken": Answers(1, watch=1),
    }


def test_who_heads_a_unit_is_counted_in_it_and_gives_nobody_away(room: Room) -> None:
    head = a_manager_of(room, "Nina Norén")
    north = room.desk.people.add(room.me, a_person("Nils Nord", manager=head.id, unit="Norra"))
    many(room, north, "Norra", 9, 2)
    held(room, head, north, RISK)
    assert counted(lines(room.desk.work_environment.of(room.me))) == {"Norra": 3}
    held(room, head, somebody(room, head, "Norra"), RISK)
    assert counted(lines(room.desk.work_environment.of(room.me))) == {"Norra": None}


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
    yield from an_organisation(tmp_path_factory.mktemp("organisation"))


def risks(organisation: Organisation, who: str) -> dict[str, int | None]:
    session = organisation.session(who)
    found = lines(session.work_environment.of(organisation.people[who]))
    session.close()
    return counted(found)


def counted(found: dict[str, Line]) -> dict[str, int | None]:
    return {unit: line.answers.risk if line.answers else None for unit, line in found.items()}


def test_hr_is_told_of_every_unit_and_who_owns_a_file_of_the_same(organisation: Organisation) -> None:
    every = {"": 7, "Norra": 3, "Södra": None, "Lilla": None, "Minsta": None, "Västra": 1}
    assert risks(organisation, "hr") == every
    found = lines(organisation.room.desk.work_environment.of(organisation.room.me))
    assert counted(found) == every


def test_a_manager_is_told_of_the_own_people_and_a_head_of_enough_below(organisation: Organisation) -> None:
    assert risks(organisation, "few") == {"Lilla": 1}
    assert risks(organisation, "other") == {"Västra": 1}
    assert risks(organisation, "head") == {"Norra": 3, "Södra": None, "Lilla": None, "Minsta": None}


_BELOW = {"Norra", "Södra", "Lilla", "Minsta"}
SEEN: dict[str, set[str]] = {"employee": set(), "north": {"Norra"}, "head": _BELOW, "hr": _BELOW | {"Västra"}}


@pytest.mark.parametrize("who", SEEN)
def test_no_session_reads_how_somebody_elses_answer_was_judged(organisation: Organisation, who: str) -> None:
    session = organisation.session(who)
    rows = session.store.rows("SELECT * FROM judged")
    assert not {name for row in rows for name in row} & {"employee", "person", "conversation"}
    assert {row["unit"] for row in rows if row["mark"]} == SEEN[who]
    if who == "employee":
        assert rows == []
        assert session.work_environment.of(organisation.people[who]).topics == ()
    session.close()


@pytest.mark.parametrize(("who", "sees"), [("hr", False), ("other", False), ("north", True)])
def test_what_a_question_of_few_is_called_stays_with_the_two(
    organisation: Organisation, who: str, sees: bool
) -> None:
    session = organisation.session(who)
    templates = {asked.template for asked in WorkEnvironmentRows(session.store).titles("sv")}
    assert templates == ({"annual", "own"} if sees else {"annual"})
    bodies = " ".join(row["body"] for row in session.store.rows("SELECT body FROM asked"))
    assert "Åsas ärende" not in bodies
    assert "Inledning" not in bodies
    session.close()


def test_a_unit_where_nobody_was_asked_is_said_so(room: Room) -> None:
    held(room, room.me, room.employee, RISK)
    with pytest.raises(NotFound, match="Parken"):
        room.desk.work_environment.of(room.me, unit="Parken")
    assert room.desk.work_environment.of(room.me, unit="digital UTVECKLING").topics
