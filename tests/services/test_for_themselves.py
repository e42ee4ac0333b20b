"""Whoever has a login speaks for themselves: nobody enters, confirms or books anything in their name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ijtui.domain.action import Extent, Outcome
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.training import Training
from ijtui.errors import NotAllowed
from ijtui.services.desk import Desk
from tests.assessing import a_profile, rate_all
from tests.builders import NOW, Room, a_person, a_session, an_action, an_agenda, let_in, preparation

TODAY = NOW.date()


def on_paper(room: Room) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "på papper", on_paper=True)


def rates_for_them(room: Room) -> None:
    first = a_profile().competences[0].id
    room.desk.competences.rate(room.me, room.conversation, first, 2, on_paper=True)


def confirms_beside(room: Room) -> None:
    mine = room.desk.actions.add(
        room.me, room.conversation, an_action(responsible=Responsible.MANAGER, employee=room.employee.id)
    )
    reported = room.desk.actions.report(room.me, mine)
    room.desk.actions.confirm(room.me, reported, beside=True)


def drops_beside(room: Room) -> None:
    mine = room.desk.actions.add(room.me, room.conversation, an_action(employee=room.employee.id))
    room.desk.actions.withdraw(room.me, mine, "behövs inte", beside=True)


def evaluates_beside(room: Room) -> None:
    mine = room.desk.actions.add(
        room.me, room.conversation, an_action(responsible=Responsible.MANAGER, employee=room.employee.id)
    )
    room.desk.actions.evaluate(room.me, mine, Outcome(Extent.YES, TODAY), beside=True)


BY_THE_MANAGER = [on_paper, rates_for_them, confirms_beside, drops_beside, evaluates_beside]


@pytest.fixture
def rated(room: Room) -> Room:
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    rate_all(room, room.conversation, Party.MANAGER)
    return room


@pytest.mark.parametrize("does", BY_THE_MANAGER)
def test_the_manager_says_nothing_for_one_who_has_a_login(rated: Room, does: Callable[[Room], None]) -> None:
    let_in(rated.desk, rated.employee)
    with pytest.raises(NotAllowed, match="session of their own"):
        does(rated)


@pytest.mark.parametrize("does", BY_THE_MANAGER)
def test_one_without_a_login_takes_part_on_paper(rated: Room, does: Callable[[Room], None]) -> None:
    does(rated)


def approves(desk: Desk, me: Person) -> None:
    asked = desk.care.ask_for_training(me, me, Training(me.id, "SQL", 1000, TODAY))
    desk.care.decide_training(me, asked, True, beside=True)


def sets_budget(desk: Desk, me: Person) -> None:
    desk.care.set_budget(me, me, 2026, 9000, beside=True)


def thanks_themself(desk: Desk, me: Person) -> None:
    desk.care.give(me, me, Recognition(me.id, 0, RecognitionKind.THANKS, "allt", day=TODAY), beside=True)


BY_THE_EMPLOYEE = [approves, sets_budget, thanks_themself]


@pytest.mark.parametrize("does", BY_THE_EMPLOYEE)
def test_the_employee_decides_nothing_for_a_manager_who_has_a_login(
    room: Room, does: Callable[[Desk, Person], None]
) -> None:
    does(room.desk, room.employee)
    let_in(room.desk, room.me)
    assert not room.desk.care.may_decide(room.employee, room.employee)
    with pytest.raises(NotAllowed, match="session of their own"):
        does(room.desk, room.employee)


def test_a_paper_answer_of_before_becomes_the_writers_own(room: Room) -> None:
    on_paper(room)
    theirs = a_session(room.desk, room.employee)
    key = preparation(Party.EMPLOYEE)
    theirs.texts.save(room.employee, key, "mina egna ord", 1)
    assert not theirs.texts.read(room.employee, key).on_paper
    theirs.close()


def test_nobody_books_themselves_in_with_another_managers_employee(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Sara Sten"))
    theirs = a_session(room.desk, other)
    with pytest.raises(NotAllowed, match="another manager"):
        theirs.conversations.book(other, an_agenda(), room.employee, other, None)
    asked = a_session(room.desk, room.employee)
    booked = asked.conversations.book(room.employee, an_agenda(), room.employee, other, None)
    assert theirs.conversations.get(other, booked.id).manager == theirs.people.get(other, other.id)
    theirs.close()
    asked.close()


def test_who_leads_whom_is_the_administrators_to_say(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Sara Sten"))
    theirs = a_session(room.desk, other)
    victim = theirs.people.get(other, room.employee.id)
    me = theirs.people.get(other, other.id)
    for wanted in (
        a_person("Erik Ek", manager=other.id, id=victim.id, version=victim.version),
        a_person("Sara Sten", manager=room.me.id, id=me.id, version=me.version),
    ):
        with pytest.raises(NotAllowed, match="after the server"):
            theirs.people.change(other, wanted)
    with pytest.raises(NotAllowed, match="after the server"):
        theirs.people.add(other, a_person("Ny", manager=room.me.id))
    mine = theirs.people.add(other, a_person("Ny", manager=other.id))
    assert theirs.people.change(other, a_person("Nils", manager=None, id=mine.id, version=1)).name == "Nils"
    theirs.close()


def test_the_wall_says_the_same(room: Room) -> None:
    """What the services refuse is refused by the connection, too, whoever forgets to ask."""
    let_in(room.desk, room.employee)
    session = a_session(room.desk, room.me)
    key = "conversation, question, kind, party, body, version, author, changed, on_paper, kept"
    values = f"{room.conversation.id}, 'proud', 'preparation', 'employee', 'x', 1, {room.me.id}, 'x', 1, 'x'"
    with pytest.raises(NotAllowed), session.store.writing():
        session.store.db.execute(f"INSERT INTO main.text ({key}) VALUES ({values})")
    session.close()
