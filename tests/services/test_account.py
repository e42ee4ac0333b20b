"""Who somebody is who comes in to a shared file: what the door says, and not what they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ijtui.data.account import Accounts
from ijtui.domain.account import Account, Door
from ijtui.domain.person import Part, Person
from ijtui.errors import NotAllowed
from ijtui.services.desk import Desk, open_desk
from tests.builders import NOW, FixedClock, Room, a_room


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A shared file where "maria" leads "erik"; the login of somebody who left is free again."""
    room = a_room(tmp_path)
    accounts = Accounts(room.desk.store)
    with room.desk.store.writing():
        accounts.add(Account("maria", room.me.id, date(2020, 1, 1)))
        accounts.add(Account("erik", room.me.id, date(2015, 1, 1), until=date(2019, 12, 31)))
        accounts.add(Account("erik", room.employee.id, date(2026, 1, 1)))
        accounts.add(Account("gone", room.employee.id, date(2020, 1, 1), until=date(2026, 11, 20)))
        accounts.add(Account("soon", room.employee.id, date(2026, 11, 22)))
    room.desk.close()
    return room.desk.store.path


def come_in(path: Path, login: str) -> Desk:
    return open_desk(path, clock=FixedClock(NOW), door=Door(login))


def me(path: Path, login: str) -> tuple[Person, Part] | None:
    desk = come_in(path, login)
    try:
        return desk.people.me()
    finally:
        desk.close()


def test_the_name_at_the_door_says_who_is_here(path: Path) -> None:
    found = [come for login in ("maria", "erik") if (come := me(path, login))]
    assert [(who.name, part) for who, part in found] == [
        ("Maria Månsson", Part.MANAGER),
        ("Erik Ek", Part.EMPLOYEE),
    ]


@pytest.mark.parametrize("login", ["gone", "soon", "nobody", "", "MARIA", "maria "])
def test_a_name_without_an_open_account_is_let_in_nowhere(path: Path, login: str) -> None:
    with pytest.raises(NotAllowed, match="no account"):
        me(path, login)


def test_a_manager_who_is_led_is_both(path: Path) -> None:
    desk = open_desk(path)
    maria = next(person for person in desk.people.all(Person("")) if person.name == "Maria Månsson")
    top = desk.people.add(maria, Person("Nils Norén"))
    desk.people.change(maria, Person(maria.name, manager=top.id, id=maria.id, version=maria.version))
    desk.close()
    found = me(path, "maria")
    assert found is not None
    assert found[1] is Part.BOTH


def test_nobody_gives_themselves_a_login(room: Room) -> None:
    added = room.desk.people.add(room.me, Person("Eva", login="root"))
    changed = room.desk.people.change(
        room.me, Person("Eva", login="root", id=added.id, version=added.version)
    )
    assert (added.login, changed.login, room.desk.people.get(room.me, added.id).login) == ("", "", "")
