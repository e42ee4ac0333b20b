"""A manager hands over by keys: each of the two chooses, and the successor reads what went on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.account import Door, Office
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.screens.person import PersonScreen
from tests.builders import NOW, Room, a_person, an_action, let_in, shared
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture
def leaving(room: Room) -> Path:
    """Maria leads Erik and Karl; "maria", "erik", the successor "sara" and "hanna" of HR may come in."""
    desk, me = room.desk, room.me
    sara = desk.people.add(me, a_person("Sara Sten"))
    desk.people.add(me, a_person("Karl Kvist", manager=me.id))
    talk = desk.conversations.begin(me, room.conversation)
    desk.actions.add(me, talk, an_action("Prata med gruppen", responsible=Responsible.MANAGER))
    room.write(me, shared(), "Beslut skrivs i kanalen")
    hr = desk.people.add(me, a_person("Hanna Hed"))
    logins: dict[str, Person] = {"maria": me, "erik": room.employee, "sara": sara, "hanna": hr}
    for login, who in logins.items():
        let_in(desk, who, login, Office.HR if login == "hanna" else Office.NONE)
    desk.close()
    return desk.store.path


def come_in(path: Path, login: str, walk: Walk) -> None:
    visit(path, walk, door=Door(login), size=(100, 30))


async def begin(me: Visitor) -> None:
    """Go from the list of people to the form of the first one, and name Sara."""
    await me.press("3")
    await me.at("PeopleScreen")
    await me.press("h")
    await me.reads("Those you lead, or have led", "Erik Ek", "not begun")
    await me.press("enter")
    await me.reads("Who leaves?", "Maria Månsson")
    await me.press("enter")
    await me.reads("Type to filter")
    await me.press(*"Sara", "enter", "ctrl+s")
    await me.reads("From Maria Månsson to Sara Sten", "nobody has chosen yet")


def test_each_chooses_and_the_successor_reads_it(leaving: Path) -> None:
    async def manager(me: Visitor) -> None:
        await begin(me)
        await me.reads("[ ] Shared notes of your conversations (1)")
        await me.press("space")
        await me.reads("[x] Shared notes")
        await me.press("s")
        await me.reads("you have chosen")

    async def employee(me: Visitor) -> None:
        await me.reads("Maria Månsson", "hands you over: say what goes on")
        await me.press("end", "enter")
        await me.reads("the other has chosen", "[ ] Shared notes", "if Maria ticks it, too")
        await me.press("space", "s")
        await me.reads("takes place today")
        await me.press("down", "enter")
        await me.reads("handed over", "Shared notes (1)", "Prata med gruppen")

    async def successor(me: Visitor) -> None:
        await me.reads("has been handed over to you", "Prata med gruppen")
        await me.press("end", "enter")
        await me.reads("Handover of Erik Ek", "Sara reads what went on")
        await me.press("r")
        await me.reads("Beslut skrivs i kanalen")
        await me.press("escape", "escape")
        await me.reads("Next conversations")
        assert "has been handed over" not in me.text
        await me.press("home", "enter")
        await me.reads("agreed with", "Maria Månsson, before the handover")

    async def afterwards(me: Visitor) -> None:
        await me.reads("Next conversations")
        assert "Prata med gruppen" not in me.text
        await me.press("3")
        await me.at("PeopleScreen")
        await me.press("h")
        await me.reads("to Sara Sten", "handed over")
        await me.press("enter")
        await me.reads("Shared notes (1)")
        assert not me.app.screen.check_action("read", ())

    come_in(leaving, "maria", manager)
    come_in(leaving, "erik", employee)
    come_in(leaving, "sara", successor)
    come_in(leaving, "maria", afterwards)


def test_one_can_begin_with_all_at_once(leaving: Path) -> None:
    async def manager(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        await me.press("h")
        await me.reads("Karl Kvist")
        await me.press("a")
        await me.reads("Handing over · 2 people")
        await me.press("enter")
        await me.reads("Type to filter")
        await me.press(*"Sara", "enter")
        await me.press("down")
        await me.press("left")
        await me.press("ctrl+s")
        await me.reads("to Sara Sten", "you have chosen")
        assert me.text.count("you have chosen") == 2
        assert "all at once" not in me.text

    come_in(leaving, "maria", manager)


def test_it_is_called_off_or_put_off_by_the_one_who_leaves(leaving: Path) -> None:
    async def manager(me: Visitor) -> None:
        await begin(me)
        await me.press("e")
        await me.reads("From which day?")
        assert "Who leaves?" not in me.text
        await me.press("tab", *["backspace"] * 12, *"2026-12-24", "ctrl+s")
        await me.reads("From 2026-12-24")
        await me.press("x")
        await me.reads("Call the handover off?")
        await me.press("down", "enter")
        await me.reads("not begun")

    come_in(leaving, "maria", manager)


def test_whoever_has_no_login_says_it_beside_the_one_who_leaves(leaving: Path) -> None:
    async def manager(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        await me.press("h")
        await me.reads("Karl Kvist")
        await me.press("down", "enter")
        await me.reads("Handing over · Karl Kvist")
        await me.press("enter")
        await me.reads("Type to filter")
        await me.press(*"Sara", "enter", "ctrl+s")
        await me.reads("nobody has chosen yet")
        await me.press("b")
        await me.reads("Is Karl here beside you")
        await me.press("down", "enter")
        await me.reads("the other has chosen")

    come_in(leaving, "maria", manager)


def test_hr_begins_one_and_is_told_no_more_than_that(leaving: Path) -> None:
    async def manager(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        me.app.push_screen(PersonScreen(2))
        await me.reads("Erik Ek")
        await me.press("h")
        await me.reads("Who leaves?", "Maria Månsson")
        await me.press("enter")
        await me.reads("Type to filter")
        await me.press(*"Sara", "enter", "ctrl+s")
        await me.reads("The handover is begun")
        await me.press("escape", "h")
        await me.reads("Of others, as far as HR is told", "Erik Ek", "under way")
        await me.press("enter")
        await me.reads("Of others, as far as HR is told")

    come_in(leaving, "hanna", manager)


def test_in_a_file_of_ones_own_the_two_tick_together(room: Room) -> None:
    path = room.desk.store.path
    successor = room.desk.people.add(room.me, a_person("Sara Sten"))
    room.desk.handovers.begin(room.me, room.employee, room.me, successor, NOW.date())
    room.desk.people.change(room.me, replace(room.employee, role="coach"))
    room.desk.close()

    async def walk(me: Visitor) -> None:
        await me.reads("is handed over: say what goes on")
        await me.press("end", "enter")
        await me.reads("Tick together what you both want", "ijtui handover export 2")
        await me.press("s")
        await me.reads("takes place today")
        await me.press("down", "enter")
        await me.reads("Handover of Erik Ek")

    visit(path, walk, size=(100, 30))
