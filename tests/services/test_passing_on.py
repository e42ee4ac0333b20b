"""The next manager reads a signed plan only where both of the two say so, and they see that it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from ijtui.domain.conversation import Conversation
from ijtui.domain.look import What
from ijtui.domain.person import Person
from ijtui.domain.visibility import Visibility, of_signed_plan
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.desk import Desk
from tests.builders import Room, a_goal, a_person, a_session


@dataclass
class Three:
    """The two with a plan that both have signed, and the manager's own manager, each in a session."""

    room: Room
    head: Person
    talk: Conversation
    manager: Desk
    employee: Desk
    next: Desk

    def let(self, manager: bool, employee: bool) -> None:
        self.manager.passing_on.let(self.room.me, self.talk, manager)
        self.employee.passing_on.let(self.room.employee, self.talk, employee)


@pytest.fixture
def three(room: Room) -> Iterator[Three]:
    people = room.desk.people
    head = people.add(room.me, a_person("Nina Norén"))
    room.me = people.change(room.me, replace(room.me, manager=head.id))
    talk = room.desk.conversations.begin(room.me, room.conversation)
    room.desk.goals.add(room.me, talk, a_goal())
    sessions = [a_session(room.desk, who) for who in (room.me, room.employee, head)]
    for desk, who in zip(sessions, (room.me, room.employee), strict=False):
        desk.signing.sign(who, talk, desk.signing.freeze(who, talk).plan.hash)
    yield Three(room, head, talk, *sessions)
    for session in sessions:
        session.close()


@pytest.mark.parametrize(("manager", "employee"), [(False, False), (True, False), (False, True)])
def test_nobody_else_reads_it_unless_both_say_so(three: Three, manager: bool, employee: bool) -> None:
    three.let(manager, employee)
    assert three.next.passing_on.passed_to(three.head) == ()
    with pytest.raises(NotFound):
        three.next.passing_on.read(three.head, three.talk.id)
    passing = three.manager.passing_on.of(three.room.me, three.talk)
    assert of_signed_plan(passing) is Visibility.TWO


def test_both_let_the_next_manager_read_it_and_see_that_it_was_read(three: Three) -> None:
    three.let(True, True)
    [version] = three.next.passing_on.passed_to(three.head)
    assert version.plan.text.conversation == three.talk.id
    for _time in range(2):
        assert three.next.passing_on.read(three.head, three.talk.id) == version
    for desk, who in ((three.manager, three.room.me), (three.employee, three.room.employee)):
        looks = desk.looks.of(who, three.talk)
        assert [(look.who.id, look.what) for look in looks] == [(three.head.id, What.SIGNED)]
    assert of_signed_plan(three.manager.passing_on.of(three.room.me, three.talk)) is Visibility.NEXT_MANAGER


def test_the_rest_of_the_conversation_stays_closed_to_the_next_manager(three: Three) -> None:
    three.let(True, True)
    with pytest.raises(NotFound):
        three.next.conversations.get(three.head, three.talk.id)
    with pytest.raises(NotFound):
        three.next.goals.get(three.head, 1)
    assert three.next.store.rows("SELECT * FROM conversation") == []


def test_each_can_keep_it_back_again(three: Three) -> None:
    three.let(True, True)
    three.let(True, False)
    assert three.next.passing_on.passed_to(three.head) == ()


def test_a_next_manager_who_leads_the_manager_no_longer_reads_nothing(three: Three) -> None:
    three.let(True, True)
    with three.room.desk.store.writing():
        three.room.desk.store.db.execute("UPDATE main.person SET manager = NULL WHERE id = 1")
    assert three.next.passing_on.passed_to(three.head) == ()


def test_where_the_manager_has_no_manager_there_is_nobody_to_let(room: Room) -> None:
    with pytest.raises(RuleBroken):
        room.desk.passing_on.let(room.me, room.conversation, True)


def test_nobody_says_it_for_the_other(three: Three) -> None:
    """Not even with a statement of their own."""
    row = {"conversation": three.talk.id, "person": 2, "reader": three.head.id, "at": "2026-11-21"}
    with pytest.raises(NotAllowed), three.manager.store.writing():
        three.manager.store.insert("passed_on", row)
