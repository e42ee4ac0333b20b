"""The goals that the database fetches for somebody are those that the rule lets them read, and no others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ijtui.data.conversation import Conversations
from ijtui.data.goal import Goals
from ijtui.data.person import People
from ijtui.domain.access import may_touch_goal
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.goal import Goal, Result
from ijtui.domain.person import Person
from tests.builders import NOW, Room, a_goal, a_person, a_room, an_agenda


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


def a_conversation_of(chance: random.Random, employee: Person, manager: Person) -> Conversation:
    """Return one that is booked, undated, begun, held or called off, within ten days of now."""

    def some_day() -> timedelta:
        return timedelta(days=chance.randint(-10, 10))

    state = chance.choice(list(State))
    began = NOW + some_day() if state in (State.ONGOING, State.HELD) else None
    starts = chance.choice([None, NOW + some_day()])
    return replace(Conversation(an_agenda(), employee, manager, starts, state=state), began=began)


def fill(room: Room, chance: random.Random) -> tuple[list[Person], list[Goal]]:
    """Store four people who manage one another, their conversations, and goals from everywhere."""
    rows, conversations, goals = (
        People(room.desk.store),
        Conversations(room.desk.store),
        Goals(room.desk.store),
    )
    with room.desk.store.writing():
        people = [room.me, room.employee, *(rows.add(a_person(f"Person {number}")) for number in (3, 4))]
        people[3] = rows.change(replace(people[3], manager=people[2].id))
        held = []
        for _ in range(12):
            employee, manager = chance.sample(people, 2)
            held.append(conversations.add(a_conversation_of(chance, employee, manager)))
        made = []
        for number in range(24):
            where = chance.choice([None, *held])
            day = chance.choice([None, NOW.date() + timedelta(days=chance.randint(-10, 10))])
            author = chance.choice([None, *(person.id for person in people)])
            goal = a_goal(
                f"Mål {number}",
                person=where.employee.id if where else chance.choice(people).id,
                conversation=where.id if where else None,
                made=day,
                author=author,
            )
            made.append(goals.add(goal))
    return people, made


@pytest.mark.parametrize("seed", range(8))
def test_what_is_fetched_is_what_may_be_read(room: Room, seed: int) -> None:
    people, goals = fill(room, random.Random(seed))
    conversations = Conversations(room.desk.store)
    called_off = {item.id for person in people for item in conversations.of(person, [State.CANCELLED])}
    by_id = {person.id: person for person in people}
    for asker in people:
        allowed = {
            goal.id
            for goal in goals
            if goal.conversation not in called_off
            and may_touch_goal(asker, goal, by_id[goal.person], conversations.turns(goal.person))
        }
        fetched = Goals(room.desk.store).visible_to(asker.id)
        assert {goal.id for goal in fetched} == allowed
        of_one = Goals(room.desk.store).visible_to(asker.id, room.employee.id)
        assert of_one == tuple(goal for goal in fetched if goal.person == room.employee.id)


def test_one_s_goals_that_go_on_come_first(room: Room) -> None:
    goals = room.desk.goals
    first = goals.add_for(room.me, room.employee, a_goal("Först", due=date(2027, 1, 1)))
    second = goals.add_for(room.me, room.employee, a_goal("Sedan"))
    closed = goals.close(room.me, first, Result.REACHED)
    assert goals.visible(room.employee) == (second, closed)
