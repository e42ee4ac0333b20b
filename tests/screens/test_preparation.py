"""Before the talk, by keyboard: the checklist, the answers, who can see them, and the way into the talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.domain.agenda import Section, Task
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.text import Text
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Heading, Onward
from ijtui.widgets.lines import Lines
from tests.builders import (
    NOW,
    FixedClock,
    Room,
    a_person,
    an_agenda,
    preparation,
    shared,
    some_feedback,
)
from tests.screens.visit import Visitor, Walk, visit


def prepare(
    room: Room, walk: Walk, *, size: tuple[int, int] = (80, 40), clock: FixedClock | None = None
) -> None:
    """Open the room's booked conversation from the day's list and walk."""

    async def there(me: Visitor) -> None:
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is not None)
        await walk(me)

    visit(room.desk.store.path, there, size=size, clock=clock or room.clock)


def now(room: Room) -> Conversation:
    return room.desk.conversations.get(room.me, room.conversation.id)


def answer(room: Room, party: Party, question: str = "results") -> Text:
    key = preparation(party, question)
    return room.desk.texts.readable(room.me, room.conversation).get(key, Text(key))


async def go_to_line(me: Visitor, key: str) -> None:
    """Go down in the list until that line is marked."""
    lines = me.screen.query_one("#before", Lines)
    lines.focus()
    for _ in range(12):
        if lines.key.startswith(key):
            return
        await me.press("down")
    raise AssertionError(f"no line {key}:\n{me.text}")


# The checklist


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
        await me.reads("Last time, 2026-11-28", "I fjol gick det bra.", "Mitt svar i fjol.")
        await me.press("escape")
        await me.at("PreparationScreen")

    prepare(room, walk)


# Who can see what


def test_opening_asks_first_and_then_cannot_be_asked_again(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("only you see it · o opens it")
        await me.press("o")
        await me.at("ConfirmScreen")
        await me.press("enter")
        await me.at("PreparationScreen")
        assert now(room).opened == frozenset(), "the careful answer is the first"
        await me.press("o", "down", "enter")
        await me.reads("Erik can read it")
        assert now(room).opened == {Party.MANAGER}
        assert "open up" not in me.rows[-1]
        await me.press("tab")
        await me.reads("both of you see this")

    prepare(room, walk)


def test_once_it_is_open_no_text_says_that_only_you_see_it(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("tab")
        await me.type("Hej")
        await me.reads("only you see this until you open it")
        await me.press("escape", "o", "down", "enter")
        await me.reads("Erik can read it")
        await me.press("tab")
        await me.reads("both of you see this", "Hej")
        assert "only you see this until" not in me.text

    prepare(room, walk)


def test_an_employee_prepares_in_the_same_way(room: Room) -> None:
    boss = room.desk.people.add(room.me, a_person("Bo Boss"))
    room.conversation = room.book(employee=room.me, manager=boss, starts=NOW)

    async def walk(me: Visitor) -> None:
        await me.reads("Preparation · Bo Boss", "Side-job", "not here yet · F4 enters it from paper")
        assert "Support" not in me.text
        await me.press("tab")
        await me.type("Jag")
        await me.press("escape")
        written = preparation(Party.EMPLOYEE, conversation=room.conversation.id)
        assert room.desk.texts.read(room.me, written).body == "Jag"

    prepare(room, walk)


def test_what_comes_on_paper_is_marked_as_such(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f4")
        await me.reads("from Erik's paper · both of you see this")
        await me.type("Trivs bra")
        await me.press("escape", "escape")
        await me.reads("Preparation · Erik Ek", "1 of 7 · from paper")
        written = answer(room, Party.EMPLOYEE)
        assert (written.body, written.on_paper) == ("Trivs bra", True)
        await me.press("tab")
        await me.reads("Erik,     Trivs bra", "paper")

    prepare(room, walk)


def test_what_the_other_opened_is_read_and_not_entered_from_paper(room: Room) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "Jag vill byta spår.")
    room.desk.texts.open_preparation(room.employee, room.conversation)

    async def walk(me: Visitor) -> None:
        await me.reads("open · enter shows it")
        await me.press("f4")
        assert "On paper" not in me.text
        await go_to_line(me, "theirs")
        await me.press("enter")
        await me.at("ReadingScreen")
        await me.reads("Results", "Jag vill byta spår.")
        await me.press("escape", "tab")
        await me.reads("Erik      Jag vill byta spår.")

    prepare(room, walk)


def test_what_the_other_wrote_and_sealed_is_nowhere_on_the_screen(room: Room) -> None:
    room.write(room.employee, preparation(Party.EMPLOYEE), "Bara mitt.")

    async def walk(me: Visitor) -> None:
        await me.reads("1 of 7 · sealed")
        await me.press("tab", "f3")
        assert "Bara mitt" not in me.text
        await me.press("escape", "f4")
        await me.reads("This is sealed until its writer")
        assert isinstance(me.screen.focused, Heading)
        assert "Bara mitt" not in me.text

    prepare(room, walk)


# Feedback


def test_feedback_is_written_before_the_talk_and_gone_on_with(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f")
        await me.at("FeedbackForm")
        await me.press("tab")
        await me.type("Tydlig plan")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        await me.reads("to Erik", "only you see this · Tydlig plan")
        await go_to_line(me, "feedback")
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.reads("Tydlig plan")

    prepare(room, walk)


def test_opened_feedback_says_so_and_what_the_other_opened_is_read(room: Room) -> None:
    mine = some_feedback(giver=room.me.id, receiver=room.employee.id, opened=True)
    theirs = some_feedback(giver=room.employee.id, receiver=room.me.id, opened=True, positive="Bra möten")
    room.desk.feedback.save(room.me, room.conversation, mine)
    room.desk.feedback.save(room.employee, room.conversation, theirs)

    async def walk(me: Visitor) -> None:
        await me.reads("to Erik      both of you see this", "from Erik    both of you see this")
        await go_to_line(me, "feedback:2")
        await me.press("enter")
        await me.at("ReadingScreen")
        await me.reads("Positive", "Bra möten", "Support")

    prepare(room, walk)


# Into the talk, and away


def test_one_leaves_a_begun_talk_to_where_one_came_from(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("b")
        await me.at("YearBehindScreen")
        assert now(room).state is State.ONGOING
        await me.press("escape", "escape")
        await me.at("TodayScreen")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=7)))


def test_a_talk_on_another_day_than_booked_is_begun_after_asking(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("b")
        await me.reads("booked for 2026-11-28 (Sat w. 48). Begin it now?")
        await me.press("escape")
        assert now(room).state is State.BOOKED
        await me.press("b", "down", "enter")
        await me.at("YearBehindScreen")

    prepare(room, walk)


def test_the_last_row_begins_the_talk(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press(*["tab"] * 8, "enter")
        await me.at("YearBehindScreen")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=7)))


def test_time_and_place_are_changed_from_here(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("2026-11-28 (Sat w. 48) 09:30 · 60 min · Lilla rummet")
        await me.press("r")
        await me.at("BookingForm")
        await me.press("ctrl+u", "ctrl+k")
        await me.type("1/12")
        await me.press("ctrl+s")
        await me.reads("2026-12-01 (Tue w. 49)")

    prepare(room, walk)


def test_a_conversation_is_called_off_after_asking(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("x", "escape")
        assert now(room).state is State.BOOKED
        await me.press("x", "down", "enter")
        await me.at("TodayScreen")
        await me.reads("The conversation is called off.")
        assert now(room).state is State.CANCELLED

    prepare(room, walk)


def test_a_preparation_closes_when_the_talk_was_begun_in_another_session(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f1")
        await me.at("HelpScreen")
        room.desk.conversations.begin(room.employee, room.conversation)
        await me.press("escape")
        await me.at("TodayScreen")
        await me.reads("The conversation has begun.")

    prepare(room, walk)


def test_that_the_time_has_passed_is_said_first(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert me.rows[1].strip().startswith("the time has passed · 2026-11-28")

    prepare(room, walk, clock=FixedClock(NOW + timedelta(days=9)))


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


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_it_is_usable_in_every_window(room: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Preparation", "0 of 7 answered", "Boka i god tid")
        await me.press("tab")
        await me.type("Hej")
        await me.reads("1 Results", "only you see this until you open it", "Hej")

    prepare(room, walk, size=size)


def test_one_goes_to_another_area_from_here_but_not_from_a_dialog_or_a_talk(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2")
        await me.at("ConversationsScreen")
        await me.press("1")
        await me.at("PreparationScreen")
        await me.press("f1", "2")
        await me.at("HelpScreen")
        await me.press("escape", "b", "2")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("YearBehindScreen")
        await me.press("f1", "2")
        await me.at("HelpScreen")

    prepare(room, walk)
