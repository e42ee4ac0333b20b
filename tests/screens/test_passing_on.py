"""The two let the next manager read what they signed, each at their own screen; the next manager reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.account import Door
from ijtui.domain.person import Person
from ijtui.screens.person import PersonScreen
from ijtui.screens.place import Place
from ijtui.screens.signing import open_at
from tests.builders import Room, a_goal, a_person, let_in
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture
def signed(room: Room) -> Path:
    """A plan that both signed; "maria", "erik" and the next manager "nina" may come in."""
    people = room.desk.people
    head = people.add(room.me, a_person("Nina Norén"))
    manager = people.change(room.me, replace(room.me, manager=head.id))
    talk = room.desk.conversations.begin(manager, room.conversation)
    room.desk.goals.add(manager, talk, a_goal("Lär mig SQL"))
    for who in (manager, room.employee):
        newest = room.desk.signing.freeze(manager, talk)
        room.desk.signing.sign(manager, talk, newest.plan.hash, signer=who, initials="XX")
    logins: dict[str, Person] = {"maria": manager, "erik": room.employee, "nina": head}
    for login, who in logins.items():
        let_in(room.desk, who, login)
    room.desk.close()
    return room.desk.store.path


def come_in(path: Path, login: str, walk: Walk) -> None:
    visit(path, walk, door=Door(login), size=(100, 30))


def test_each_allows_it_and_the_next_manager_reads_it(signed: Path) -> None:
    async def manager(me: Visitor) -> None:
        assert isinstance(me.screen, Place)
        open_at(me.screen, "1")
        await me.reads("Nina Norén reads it only if you both allow it")
        await me.press("p")
        await me.reads("you do, the other not yet")

    async def employee(me: Visitor) -> None:
        assert isinstance(me.screen, Place)
        open_at(me.screen, "1")
        await me.reads("Nina Norén reads it only if you both allow it")
        await me.press("p")
        await me.reads("for you both allow it")

    async def head(me: Visitor) -> None:
        me.app.push_screen(PersonScreen(2))
        await me.reads("Signed plans that you may read", "Erik Ek · Maria Månsson")
        await me.press("end", "enter")
        await me.reads("Lär mig SQL", "The two see that you have read this")

    come_in(signed, "maria", manager)
    come_in(signed, "erik", employee)
    come_in(signed, "nina", head)


def test_until_then_the_next_manager_sees_nothing_of_it(signed: Path) -> None:
    async def head(me: Visitor) -> None:
        me.app.push_screen(PersonScreen(2))
        await me.at("PersonScreen")
        await me.reads("Erik Ek")
        assert "Signed plans" not in me.text

    come_in(signed, "nina", head)


def test_in_a_file_of_ones_own_nobody_is_asked(signed: Path) -> None:
    async def walk(me: Visitor) -> None:
        assert isinstance(me.screen, Place)
        open_at(me.screen, "1")
        await me.at("SigningScreen")
        await me.reads("signed by both")
        assert "Nina" not in me.text

    visit(signed, walk, size=(100, 30))
