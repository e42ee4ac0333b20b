"""The checklist and the answers before the talk, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.agenda import Section, Task
from ijtui.domain.conversation import Party
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Heading, Onward
from ijtui.widgets.lines import Lines
from tests.builders import (
    NOW,
    Room,
    a_person,
    an_agenda,
    preparation,
    shared,
    some_feedback,
)
from tests.screens.preparing import answer, now, prepare
from tests.screens.visit import Visitor, visit


@pytest.mark.parametrize("key", ["enter", "space"])
def test_a_task_is_ticked_and_the_tick_is_taken_away(room: Room, key: str) -> None:
    async def walk(me: Visitor) -> None:
        await me.press(key)
        assert now(room).checked == {"book"}
        assert "(x) Boka i god tid" in me.text
        await me.press(key)
        assert now(room).checked == frozenset()

    prepare(room, walk)


def test_a_task_that_is_cut_is_read_in_full_with_one_key(room: Room) -> None:
    long = "Läs vägledningen och " * 8 + "ta med den"
    room.conversation = room.book(agenda=an_agenda(checklist=(Task("a", long),)), starts=NOW)

    async def walk(me: Visitor) -> None:
        assert "ta med den" not in me.text
        await me.press("f3")
        await me.reads("( ) Läs vägledningen", "ta med den", "you both")

    prepare(room, walk, size=(60, 18))


def test_tick_is_offered_only_where_something_can_be_ticked(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert "tick" in me.rows[-1]
        await me.press("tab")
        assert isinstance(me.screen.focused, Editor)
        assert "tick" not in me.rows[-1]

    prepare(room, walk)


def test_the_arrow_keys_go_through_checklist_and_questions_as_through_one_list(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        lines = me.screen.query_one("#before", Lines)
        seen = []
        for key in ("end", "down", "down", "up", "up", "end", "up", "home"):
            await me.press(key)
            seen.append(me.screen.focused)
            assert [row.lstrip()[:1] for row in me.rows].count(">") == 1, me.text
        first, second = list(me.screen.query(Heading))[:2]
        onward = me.screen.query_one(Onward)
        assert seen == [lines, first, second, first, lines, lines, lines, lines]
        await me.press("end", "down", "end")
        assert me.screen.focused is onward

    prepare(room, walk)


def test_a_question_that_is_opened_stands_at_the_top(demo: Callable[[str], Path]) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("down", "down", "enter")
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is not None)
        await me.press("tab")
        await me.until(lambda: "> (x)  1 Sedan förra samtalet" in me.rows[3])

    visit(demo("sv"), walk)


def test_an_open_question_that_one_leaves_gives_the_mark_away(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("tab", "escape", "down")
        assert [row.lstrip()[:1] for row in me.rows].count(">") == 1, me.text
        second = list(me.screen.query(Heading))[1]
        assert me.screen.focused is second

    prepare(room, walk)


# The answers


def test_an_answer_is_in_the_file_and_counted_when_one_goes_on(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("0 of 7 answered")
        await me.press("tab")
        await me.type("Lugnt nu")
        await me.press("tab")
        assert answer(room, Party.MANAGER).body == "Lugnt nu"
        await me.reads("1 of 7 answered", "saved 09:30:00")
        assert "Lugnt nu" in me.row("1 Results")

    prepare(room, walk)


def test_what_only_the_other_is_asked_is_not_asked_here(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert "Support" in me.text
        assert "Side-job" not in me.text
        await me.press("f4")
        await me.reads("On paper from Erik Ek", "Side-job")
        assert "Support" not in me.text

    prepare(room, walk)


def test_letters_are_text_in_a_text_and_commands_outside(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("tab")
        await me.type("obfrx")
        assert "begin" not in me.rows[-1], "a key that would be typed is not offered"
        await me.press("escape")
        assert isinstance(me.screen.focused, Heading)
        assert answer(room, Party.MANAGER).body == "obfrx"
        assert "b begin" in me.rows[-1]

    prepare(room, walk)


def test_tab_and_shift_tab_walk_through_the_questions_and_the_list(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("tab", "tab")
        assert "> ( )  2 Proud" in me.text
        await me.press("shift+tab")
        assert "> ( )  1 Results" in me.text
        await me.press("shift+tab")
        assert isinstance(me.screen.focused, Lines)

    prepare(room, walk)


def test_what_was_said_last_time_is_one_key_away(room: Room) -> None:
    room.write(room.me, shared(), "I fjol gick det bra.")
    room.write(room.me, preparation(Party.MANAGER), "Mitt svar i fjol.")
    room.hold(room.conversation)
    room.clock.forward(days=300)
    room.conversation = room.book()

    async def walk(me: Visitor) -> None:
        await me.press("tab", "f3")
        await me.at("ReadingScreen")
        await me.reads("Last time, 2026-11-21", "I fjol gick det bra.", "Mitt svar i fjol.")
        await me.press("escape")
        await me.at("PreparationScreen")

    prepare(room, walk)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_it_is_usable_in_every_window(room: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Preparation", "0 of 7 answered", "Boka i god tid")
        await me.press("tab")
        await me.type("Hej")
        await me.reads("1 Results", "only you see this until you open it", "Hej")

    prepare(room, walk, size=size)


def test_hostile_words_are_shown_as_they_are_and_do_nothing(room: Room) -> None:
    hostile = "[x] [/] [@click=app.quit]y[/]"
    person = room.desk.people.add(room.me, a_person(f"[b]Eve {hostile}", manager=room.me.id))
    stations = an_agenda().stations
    asked = replace(stations[0].sections[0].questions[0], text=hostile, title=hostile, hint=hostile)
    first = replace(stations[0], title=hostile, sections=(Section("", (asked,)),))
    agenda = an_agenda(stations=(first, *stations[1:]), checklist=(Task("a", hostile),))
    room.conversation = room.book(agenda=agenda, employee=person, starts=NOW, place=hostile)
    room.write(room.me, preparation(Party.MANAGER, conversation=2), hostile)
    theirs = preparation(Party.EMPLOYEE, conversation=2)
    room.desk.texts.save(room.me, theirs, hostile, 0, on_paper=True)
    mine = some_feedback(giver=room.me.id, receiver=person.id, positive=hostile)
    room.desk.feedback.save(room.me, room.conversation, mine)

    async def walk(me: Visitor) -> None:
        await me.reads(f"Preparation · [b]Eve {hostile}", f"( ) {hostile}", f"· {hostile}")
        await me.press("tab")
        assert me.text.count(hostile) >= 8
        await me.press("f3")
        await me.at("ReadingScreen")
        assert me.text.count(hostile) >= 3
        await me.press("escape", "escape", "o")
        await me.reads("Let [b]Eve read your preparation?")
        await me.press("escape", "r")
        await me.at("BookingForm")

    prepare(room, walk, size=(120, 50))
