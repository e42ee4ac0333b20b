"""Whatever people are called is shown as it is: never taken for markup, never run."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ijtui.domain.goal import Responsible
from tests.builders import Room, a_person, an_action
from tests.screens.visit import Visitor, visit

NAME = "[b]x[/] [@click=app.quit]q[/]"
SHORT = "[b]x[/]"


@pytest.fixture
def hostile(room: Room) -> Room:
    """A room where every text that a person can choose looks like markup."""
    me = room.desk.people.change(room.me, replace(room.me, name=NAME, role=NAME, unit=NAME))
    employee = replace(room.employee, name=NAME, role=SHORT, unit=NAME)
    room.desk.people.change(me, employee)
    other = room.desk.people.add(me, a_person(SHORT, manager=me.id))
    booked = room.desk.conversations.book(
        me, room.conversation.agenda, other, me, room.clock.now + timedelta(days=1), NAME
    )
    promised = an_action(NAME, responsible=Responsible.OTHER, other=SHORT)
    room.desk.actions.add(me, booked, promised)
    room.desk.drafts.keep(me, NAME, {NAME: NAME})
    return room


@pytest.mark.parametrize(
    ("keys", "screen", "shown"),
    [
        ((), "TodayScreen", (SHORT, NAME)),
        (("2",), "ConversationsScreen", (SHORT,)),
        (("3",), "PeopleScreen", (SHORT,)),
        (("3", "enter"), "PersonScreen", (NAME,)),
        (("3", "enter", "e"), "PersonForm", (NAME, SHORT)),
        (("3", "enter", "b"), "BookingForm", (SHORT,)),
        (("3", "enter", "c"), "CareScreen", (SHORT,)),
        (("3", "enter", "a"), "ActionForm", (SHORT,)),
        (("down", "down", "enter"), "ActionScreen", (NAME, SHORT)),
        (("n", "enter"), "Pick", (NAME, SHORT)),
        (("2", "r"), "BookingForm", (NAME,)),
        (("2", "x"), "ConfirmScreen", (SHORT,)),
        (("comma",), "SettingsScreen", (NAME,)),
        (("3", "enter", "f1"), "HelpScreen", (SHORT,)),
    ],
)
def test_a_name_that_looks_like_markup_is_shown_letter_by_letter(
    hostile: Room, keys: tuple[str, ...], screen: str, shown: tuple[str, ...]
) -> None:
    async def walk(me: Visitor) -> None:
        for key in keys:
            await me.press(key)
        await me.at(screen)
        await me.reads(*shown)

    visit(hostile.desk.store.path, walk, size=(140, 40))


def test_a_click_on_such_a_name_runs_nothing(hostile: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "enter")
        await me.at("PersonScreen")
        await me.reads(NAME)
        for row, text in enumerate(me.rows):
            if NAME in text:
                await me.pilot.click(offset=(text.index("q[/]"), row))
        await me.pilot.pause()
        assert not me.app._exit

    visit(hostile.desk.store.path, walk, size=(140, 40))


def test_a_sentence_about_such_a_name_is_shown_as_it_is(hostile: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("n")
        await me.at("BookingForm")
        field = me.screen.query_one("#field-day Editor")
        field.replace_text(NAME)  # type: ignore[attr-defined]  # found by its name: an editor
        await me.press("ctrl+s")
        await me.reads("“" + NAME[:12])

    visit(hostile.desk.store.path, walk, size=(140, 40))


def test_a_filter_that_looks_like_markup_is_shown_as_it_is(hostile: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("ctrl+p")
        await me.at("PaletteScreen")
        await me.type("[b]")
        await me.reads("Nothing fits “[b]”.")

    visit(hostile.desk.store.path, walk)
