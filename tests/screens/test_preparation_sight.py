"""Who can see what before the talk: opening, paper, and feedback."""

from __future__ import annotations

from ijtui.domain.conversation import Party
from ijtui.widgets.heading import Heading
from tests.builders import (
    NOW,
    Room,
    a_person,
    preparation,
    some_feedback,
)
from tests.screens.preparing import answer, go_to_line, now, prepare
from tests.screens.visit import Visitor


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
