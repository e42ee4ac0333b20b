"""An extract for the salary review leaves once the employee has seen exactly it, and tells no confidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.domain.action import Extent
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.goal import Goal, Result
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from ijtui.minutes.salary import as_json, as_markdown
from ijtui.services.desk import Desk
from ijtui.words import in_language
from tests.assessing import a_profile, rate_all
from tests.builders import (
    NOW,
    Room,
    a_goal,
    a_person,
    a_room,
    a_session,
    an_action,
    an_outcome,
    let_in,
    preparation,
    private,
    shared,
    some_feedback,
)

YEAR = NOW.year


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A goal, a point that is done and levels that the two agree on, or don't; all of it this year."""
    room = a_room(tmp_path)
    talk = room.book(starts=NOW)
    room.desk.goals.add(room.me, talk, a_goal("Leda delprojektet", person=room.employee.id))
    done = room.desk.actions.add(room.me, talk, an_action("Skugga Omar", due=date(YEAR, 11, 30)))
    room.desk.actions.evaluate(room.me, done, an_outcome(on=NOW.date(), achieved="förtroligt utfall"))
    levels(room, talk)
    yield room
    room.desk.close()


def levels(room: Room, talk: Conversation) -> None:
    competences = room.desk.competences
    competences.begin(room.me, talk, a_profile("code", "test", "docs"))
    for party in (Party.MANAGER, Party.EMPLOYEE):
        rate_all(room, talk, party)
        rater = room.me if party is Party.MANAGER else room.employee
        competences.submit(rater, talk)
    competences.agree(room.me, talk, "code", 3)
    reasons = {Party.EMPLOYEE: "förtroligt skäl", Party.MANAGER: "förtroligt motskäl"}
    competences.differ(room.me, talk, "test", reasons)


def show(desk: Desk, asker: Person, employee: Person) -> str:
    """Return the extract, with everything that would be written out."""
    extract = desk.salary.show(asker, employee)
    return as_json(extract) + as_markdown(extract, in_language("sv"))


def test_it_says_goals_points_and_levels_and_both_levels_where_they_see_it_differently(room: Room) -> None:
    text = room.desk.salary.show(room.me, room.employee).text
    [goal] = text.goals
    assert (goal.title, goal.measure, goal.due) == ("Leda delprojektet", "Svar under 200 ms", "2027-05-31")
    [point] = text.points
    assert (point.what, point.state, point.responsible) == ("Skugga Omar", "done", "employee")
    agreed, differs = text.levels
    assert (agreed.id, agreed.agreed, agreed.employee, agreed.manager) == ("code", 3, None, None)
    assert (differs.id, differs.agreed) == ("test", None)
    assert differs.employee is not None
    assert differs.manager is not None


def test_nothing_that_was_said_in_confidence_is_in_it(room: Room) -> None:
    talk = room.desk.conversations.get(room.me, 2)
    for asker, party in ((room.me, Party.MANAGER), (room.employee, Party.EMPLOYEE)):
        for key in (preparation(party, conversation=2), private(party, "balance", 2)):
            room.write(asker, key, "förtroligt ord")
        room.desk.journal.new(asker, room.desk.journal.blank(asker, body="förtrolig journal"))
    for question in ("balance", "results"):
        room.write(room.me, shared(question, 2), "förtrolig anteckning")
    said = some_feedback(conversation=2, positive="förtroligt", improve="förtroligt", support="förtroligt")
    room.desk.feedback.save(room.me, talk, said)
    [goal] = room.desk.goals.of(room.me, talk)
    goal = room.desk.goals.change(
        room.me, replace(goal, support="förtroligt stöd", achievable="förtrolig väg")
    )
    room.desk.goals.check_in(room.me, goal, CheckIn(goal.id, NOW.date(), 40, comment="förtrolig kommentar"))
    why = Shortfall(goal.id, NOW.date(), Cause.OTHER, Quarter(2027, 1), "förtrolig orsak", "förtroligt")
    room.desk.goals.explain(room.me, room.desk.goals.get(room.me, goal.id), why)
    late = room.desk.actions.add(room.me, talk, an_action("Sen", due=date(YEAR, 1, 1)))
    outcome = replace(an_outcome(on=NOW.date(), reason="förtroligt hinder"), carried_out=Extent.NO)
    room.desk.actions.evaluate(room.me, late, outcome)
    written = show(room.desk, room.me, room.employee)
    assert "Sen" in written
    assert "40" in written
    assert "förtrolig" not in written


def test_what_both_may_see_is_the_same_whoever_makes_it(room: Room) -> None:
    first = room.desk.salary.show(room.me, room.employee)
    assert room.desk.salary.show(room.employee, room.employee) == first


def test_another_year_has_what_belongs_to_it(room: Room) -> None:
    earlier = room.desk.salary.of(room.me, room.employee, YEAR - 1)
    assert (earlier.now.goals, earlier.now.points, earlier.now.levels) == ((), (), ())
    with pytest.raises(RuleBroken, match=str(YEAR - 1)):
        room.desk.salary.show(room.me, room.employee, YEAR - 1)
    [goal] = room.desk.goals.of_person(room.me, room.employee)
    room.desk.goals.close(room.me, goal, Result.REACHED)
    [closed] = room.desk.salary.of(room.me, room.employee).now.goals
    assert closed.result == "reached"
    assert room.desk.salary.of(room.me, room.employee, YEAR + 1).now.goals == ()


def test_a_year_that_is_over_tells_how_far_goals_had_come_when_it_ended(room: Room) -> None:
    [goal] = room.desk.goals.of_person(room.me, room.employee)
    room.desk.goals.check_in(room.me, goal, CheckIn(goal.id, NOW.date(), 40))
    room.clock.forward(days=100)
    day = room.clock.now.date()
    goal = room.desk.goals.get(room.me, goal.id)
    room.desk.goals.check_in(room.me, goal, CheckIn(goal.id, day, 90))
    room.desk.goals.close(room.me, room.desk.goals.get(room.me, goal.id), Result.REACHED)
    told = {
        year: [
            (part.progress, part.result)
            for part in room.desk.salary.of(room.me, room.employee, year).now.goals
        ]
        for year in (YEAR, YEAR + 1)
    }
    assert told == {YEAR: [(40, "")], YEAR + 1: [(90, "reached")]}


def test_it_leaves_only_when_it_was_seen(room: Room) -> None:
    salary = room.desk.salary
    extract = salary.show(room.me, room.employee)
    with pytest.raises(RuleBroken, match="not seen"):
        salary.take(room.me, extract)
    with pytest.raises(RuleBroken, match="initials"):
        salary.see(room.me, extract)
    seen = salary.see(room.me, extract, "Kursen saknas", initials="EE")
    assert (seen.comment, seen.initials, seen.seen) == ("Kursen saknas", "EE", room.clock.now)
    taken = salary.take(room.me, seen)
    assert taken.taken == room.clock.now
    written = json.loads(as_json(taken))
    assert written["seen"]["comment"] == "Kursen saknas"
    with pytest.raises(RuleBroken, match="handed over"):
        salary.see(room.me, taken, "Mer", initials="EE")


def a_change(room: Room) -> Goal:
    [goal] = room.desk.goals.of_person(room.me, room.employee)
    return room.desk.goals.change(room.me, replace(goal, measure="Svar under 100 ms"))


def test_what_changes_after_that_is_seen_anew(room: Room) -> None:
    salary = room.desk.salary
    seen = salary.see(room.me, salary.show(room.me, room.employee), initials="EE")
    assert salary.show(room.me, room.employee) == seen
    a_change(room)
    assert not salary.of(room.me, room.employee).is_current
    with pytest.raises(RuleBroken, match="changed since"):
        salary.take(room.me, seen)
    new = salary.show(room.me, room.employee)
    assert new.id != seen.id
    assert new.seen is None
    with pytest.raises(Conflict):
        salary.take(room.me, seen)
    with pytest.raises(Conflict):
        salary.see(room.me, seen, initials="EE")


def test_a_reason_that_changes_changes_nothing(room: Room) -> None:
    seen = room.desk.salary.see(room.me, room.desk.salary.show(room.me, room.employee), initials="EE")
    [goal] = room.desk.goals.of_person(room.me, room.employee)
    room.desk.goals.change(room.me, replace(goal, support="Mer tid"))
    assert room.desk.salary.take(room.me, seen).taken


def test_at_a_server_the_employee_says_it_in_a_session_of_their_own(room: Room) -> None:
    boss, session = a_session(room.desk, room.me), a_session(room.desk, room.employee)
    employee = boss.people.get(room.me, room.employee.id)
    extract = boss.salary.show(room.me, employee)
    assert session.salary.waiting(room.employee) == (extract,)
    with pytest.raises(NotAllowed, match="session of their own"):
        boss.salary.see(room.me, extract, initials="EE")
    seen = session.salary.see(room.employee, extract, "Ja", initials="bryr sig ingen om")
    assert (seen.initials, seen.method) == ("", "session")
    assert session.salary.waiting(room.employee) == ()
    boss.salary.take(room.me, boss.salary.get(room.me, extract.id))
    events = session.store.rows("SELECT who, verb FROM history WHERE subject LIKE 'extract:%' ORDER BY id")
    assert [(row["who"], row["verb"]) for row in events] == [
        (room.me.id, "showed"),
        (room.employee.id, "saw"),
        (room.me.id, "exported"),
    ]
    boss.close()
    session.close()


def test_nobody_else_reads_it(room: Room) -> None:
    head = room.desk.people.add(room.me, a_person("Nina Norén"))
    other = room.desk.people.add(room.me, a_person("Hanna Hed"))
    room.desk.people.change(room.me, replace(room.me, manager=head.id))
    extract = room.desk.salary.show(room.me, room.employee)
    let_in(room.desk, other, "hr", Office.HR)
    for person in (head, other):
        session = a_session(room.desk, person)
        with pytest.raises(NotFound):
            session.salary.get(person, extract.id)
        with pytest.raises(NotFound):
            session.salary.show(person, room.employee)
        assert session.salary.of_hash(person, extract.hash) is None
        with pytest.raises(NotFound):
            room.desk.salary.get(person, extract.id)
        with pytest.raises(NotFound):
            room.desk.salary.show(person, room.employee)
        session.close()


def test_behind_the_wall_what_was_shown_is_not_changed(room: Room) -> None:
    boss = a_session(room.desk, room.me)
    a_session(room.desk, room.employee).close()
    extract = boss.salary.show(room.me, boss.people.get(room.me, room.employee.id))
    for change in ("body = '{}'", "seen = '2026-01-01'", "comment = 'nöjd'", "hash = 'x'"):
        with pytest.raises(NotAllowed), boss.store.writing():
            boss.store.db.execute(f"UPDATE main.extract SET {change} WHERE id = ?", [extract.id])
    with pytest.raises(NotAllowed), boss.store.writing():
        boss.store.db.execute("DELETE FROM main.extract")
    boss.close()


def test_the_hash_is_that_of_the_words_and_tells_nobody_what_they_are(room: Room) -> None:
    extract = room.desk.salary.show(room.me, room.employee)
    assert extract.text.hash() == extract.hash
    assert room.desk.salary.of_hash(room.me, extract.hash) == extract
    assert len(extract.text.salt) == 64
    assert replace(extract.text, salt="0" * 64).hash() != extract.hash
