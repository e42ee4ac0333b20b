"""A handover between two files: nothing is lost, nothing is doubled, and nothing hostile comes in (D-M5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.action import Action
from ijtui.domain.goal import Responsible, Result
from ijtui.domain.handover import Handover, Matter, State
from ijtui.domain.handover_arrival import Fate
from ijtui.domain.handover_package import Package
from ijtui.domain.person import Part, Person
from ijtui.errors import BadInput, NotAllowed, RuleBroken
from ijtui.minutes.handover_read import read_package
from ijtui.services.desk import Desk
from ijtui.services.handover_files import Unclear
from tests.builders import Room, a_desk, a_goal, a_person, a_room, a_session, an_action, counted_ids, shared

Words = tuple[str, date | None, str, bool]


@dataclass
class Sent:
    """Maria's file, in which she has handed Erik over, and Sara's, in which nothing is yet."""

    room: Room
    sara: Desk
    me: Person

    def hand_over(self, *matters: Matter) -> Handover:
        """Hand Erik over to Sara now, both having said what goes on."""
        room = self.room
        return room.desk.handovers.prepare(
            room.me, room.employee, "Sara Sten", room.clock.now.date(), matters
        )

    def package(self, *matters: Matter) -> Package:
        """Return what comes out of the sealed file."""
        way = self.hand_over(*matters)
        return read_package(self.room.desk.handovers.package(self.room.me, way).body())


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Sent]:
    for name in ("maria", "sara"):
        (tmp_path / name).mkdir()
    room = a_room(tmp_path / "maria", new_id=counted_ids("maria"))
    talk = room.desk.conversations.begin(room.me, room.conversation)
    goal = room.desk.goals.add(room.me, talk, a_goal())
    room.desk.actions.add(room.me, talk, an_action("Boka kursen", goal=goal.id))
    room.desk.actions.add(room.me, talk, an_action("Prata med gruppen", responsible=Responsible.MANAGER))
    room.write(room.me, shared(), "Beslut skrivs i kanalen")
    sara = a_desk(tmp_path / "sara", room.clock, new_id=counted_ids("sara"))
    yield Sent(room, sara, sara.people.first_run("Sara Sten", Part.MANAGER))
    room.desk.close()
    sara.close()


def agreements(desk: Desk, me: Person, name: str = "Erik Ek") -> tuple[set[Words], set[str]]:
    """Return the open actions and goals of one employee, as the owner of a file meets them."""
    [employee] = [one for one in desk.people.all(me) if one.name == name]
    actions = [one for one in desk.actions.visible(me) if one.is_open and one.employee == employee.id]
    goals = [one for one in desk.goals.of_person(me, employee) if one.is_open]
    assert len({said(one) for one in actions}) == len(actions), "no action is there twice"
    return {said(one) for one in actions}, {one.title for one in goals}


def said(action: Action) -> Words:
    return action.what, action.due, action.responsible.value, action.report is not None


def everything(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    tables = ("person", "goal", "action", "wording", "handover", "handover_choice", "handed_over", "history")
    return {table: desk.store.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables}


def test_a_package_brings_every_open_agreement_with_words_days_and_owners(sent: Sent) -> None:
    before = agreements(sent.room.desk, sent.room.me)
    way = sent.sara.handovers.take_in(sent.me, sent.package(Matter.NOTES))
    assert agreements(sent.sara, sent.me) == before
    assert len(before[0]) == 2
    pages = sent.sara.handovers.read(sent.me, way).pages
    assert [page.parts["body"] for page in pages] == ["Beslut skrivs i kanalen"]
    [action, _other] = sent.sara.actions.visible(sent.me)
    assert sent.sara.people.get(sent.me, action.agreed_with or 0).name == "Maria Månsson"
    assert sent.sara.goals.get(sent.me, action.goal or 0).title == "Lär mig optimera databasen"


def test_what_both_had_signed_counts_with_the_successor_too(sent: Sent) -> None:
    sent.room.desk.store.db.execute("UPDATE action SET signed = 1 WHERE what = 'Boka kursen'")
    sent.sara.handovers.take_in(sent.me, sent.package())
    found = {action.what: action.signed for action in sent.sara.actions.visible(sent.me)}
    assert found == {"Boka kursen": True, "Prata med gruppen": False}


def test_the_same_package_twice_changes_nothing(sent: Sent) -> None:
    package = sent.package()
    sent.sara.handovers.take_in(sent.me, package)
    before = everything(sent.sara)
    sent.sara.handovers.take_in(sent.me, package)
    assert everything(sent.sara) == before
    assert sent.sara.handovers.look(sent.me, package).known


def test_looking_stores_nothing(sent: Sent) -> None:
    package, before = sent.package(), everything(sent.sara)
    arrival = sent.sara.handovers.look(sent.me, package)
    assert (arrival.count(Fate.NEW), arrival.employee.id, arrival.leaver.id) == (3, 0, 0)
    assert everything(sent.sara) == before


def test_what_comes_up_in_the_next_conversation_is_what_came(sent: Sent) -> None:
    sent.sara.handovers.take_in(sent.me, sent.package())
    [employee] = [one for one in sent.sara.people.all(sent.me) if one.name == "Erik Ek"]
    agenda = sent.room.conversation.agenda
    talk = sent.sara.conversations.book(sent.me, agenda, employee, sent.me, sent.room.clock.forward(days=9))
    assert len(sent.sara.actions.to_follow_up(sent.me, talk)) == 2


def test_a_manager_who_comes_back_finds_the_same_rows_as_they_are_by_then(sent: Sent, tmp_path: Path) -> None:
    room = sent.room
    own = {row["id"] for row in room.desk.store.rows("SELECT id FROM action")}
    sent.sara.handovers.take_in(sent.me, sent.package())
    first = next(one for one in sent.sara.actions.visible(sent.me) if one.what == "Boka kursen")
    later = date(2027, 6, 1)
    sent.sara.actions.change(sent.me, replace(first, due=later))
    room.clock.forward(days=10)
    [employee] = [one for one in sent.sara.people.all(sent.me) if one.name == "Erik Ek"]
    back = sent.sara.handovers.prepare(sent.me, employee, "Maria Månsson", room.clock.now.date(), ())
    came = read_package(sent.sara.handovers.package(sent.me, back).body())
    room.desk.handovers.take_in(room.me, came)
    found = {one.what: one for one in room.desk.actions.visible(room.me)}
    assert {one.id for one in found.values()} == own
    assert found["Boka kursen"].due == later
    assert {one.agreed_with for one in found.values()} == {None}
    assert {row["id"] for row in room.desk.store.rows("SELECT id FROM action")} == own


def test_what_was_changed_here_later_is_not_undone_by_a_package(sent: Sent) -> None:
    package = sent.package()
    sent.sara.handovers.take_in(sent.me, package)
    first = next(one for one in sent.sara.actions.visible(sent.me) if one.what == "Boka kursen")
    sent.sara.actions.change(sent.me, replace(first, what="Boka en annan kurs"))
    again = replace(package, made=package.made.replace(second=7))
    sent.sara.handovers.take_in(sent.me, again)
    assert {one.what for one in sent.sara.actions.visible(sent.me)} == {
        "Boka en annan kurs",
        "Prata med gruppen",
    }


def test_whom_it_is_about_is_found_by_number_then_by_name_and_asked_where_unclear(sent: Sent) -> None:
    package = sent.package()
    first = sent.sara.people.add(sent.me, a_person("erik ek"))
    assert sent.sara.handovers.look(sent.me, package).employee.id == first.id
    second = sent.sara.people.add(sent.me, a_person("Erik Ek"))
    with pytest.raises(Unclear, match=f"{first.id}, {second.id}"):
        sent.sara.handovers.look(sent.me, package)
    assert sent.sara.handovers.look(sent.me, package, employee=second.id).employee.id == second.id


def test_nobody_takes_in_what_they_wrote_or_what_is_about_them(sent: Sent, tmp_path: Path) -> None:
    package = sent.package()
    with pytest.raises(RuleBroken, match="yourself"):
        sent.room.desk.handovers.take_in(sent.room.me, package)
    (tmp_path / "erik").mkdir()
    desk = a_desk(tmp_path / "erik", sent.room.clock)
    erik = desk.people.first_run("Erik Ek", Part.EMPLOYEE)
    with pytest.raises(RuleBroken, match="about you"):
        desk.handovers.take_in(erik, package)
    desk.close()


def test_a_package_writes_over_nobody_elses_rows(sent: Sent) -> None:
    package = sent.package()
    room = sent.room
    other = room.desk.people.add(room.me, a_person("Karl Kvist", manager=room.me.id))
    theirs = room.desk.actions.add_between(room.me, other, an_action("Karls eget"))
    file = package.actions[0].uid.partition(":")[0]
    hostile = replace(package.actions[0], uid=f"{file}:action:{theirs.id}", version=10**9, what="Övertaget")
    someone = replace(package.employee, name="Erik Ek")
    bad = replace(package, id="another", employee=someone, actions=(hostile,))
    sara = room.desk.people.get(
        room.me, next(p.id for p in room.desk.people.all(room.me) if p.name == "Sara Sten")
    )
    room.desk.handovers.take_in(sara, bad)
    assert room.desk.actions.get(room.me, theirs.id).what == "Karls eget"


HOSTILE: dict[str, Any] = {
    "no object": [],
    "another format": {"format": 99},
    "no uid": {"goals": [{"uid": "", "version": 1, "title": "x", "kind": "development"}]},
    "a word that is none": {"goals": [{"uid": "a", "version": 1, "title": "x", "kind": "salary"}]},
    "a day that is none": {"day": "2026-13-01"},
    "a text that is too long": {"pages": [{"uid": "a", "kind": "notes", "title": "x" * 3000}]},
    "a number that is too large": {"actions": [{"uid": "a", "version": 10**40}]},
    "names that are no names": {"employee": {"name": ""}},
    "the same twice": {"pages": [{"uid": "a", "kind": "notes", "title": "x"}] * 2},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_package_is_refused_with_one_sentence(sent: Sent, name: str) -> None:
    good = json.loads(sent.package().body())
    changed = HOSTILE[name]
    bad = {**good, **changed} if isinstance(changed, dict) else changed
    with pytest.raises(BadInput):
        read_package(json.dumps(bad))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"id": "\\ud800"}'])
def test_what_is_no_json_is_refused_with_one_sentence(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_package(data)


def test_what_a_terminal_obeys_does_not_come_in(sent: Sent) -> None:
    good = json.loads(sent.package().body())
    good["actions"][0]["what"] = "Boka \x1b[2J\u202ekursen"
    assert read_package(json.dumps(good)).actions[0].what == "Boka [2Jkursen"


def test_a_shared_file_sends_nothing(sent: Sent) -> None:
    way, me = sent.hand_over(), sent.room.me
    session = a_session(sent.room.desk, me)
    with pytest.raises(NotAllowed):
        session.handovers.package(me, way)
    with pytest.raises(NotAllowed):
        session.handovers.look(me, sent.package())
    session.close()


def test_what_was_handed_over_is_still_there_to_be_written_again(sent: Sent) -> None:
    way = sent.hand_over()
    assert way.state is State.MOVED
    first = sent.room.desk.handovers.package(sent.room.me, way)
    sent.room.clock.forward(days=30)
    assert sent.room.desk.handovers.package(sent.room.me, way) == first


def test_a_goal_that_has_ended_is_read_and_not_followed_up(sent: Sent) -> None:
    room = sent.room
    [goal] = room.desk.goals.of_person(room.me, room.employee)
    room.desk.goals.close(room.me, goal, Result.REACHED)
    way = sent.sara.handovers.take_in(sent.me, sent.package())
    rows = sent.sara.goals.visible(sent.me)
    assert rows == ()
    assert [one.title for one in sent.sara.handovers.read(sent.me, way).goals] == [goal.title]
