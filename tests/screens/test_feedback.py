"""Feedback at any time on screen: written on a person's page, met in the next conversation; and its hints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from textual.widgets import Static

from ijtui.domain.agenda import Section, Station, StationKey
from ijtui.screens.questions import QuestionsPlace
from ijtui.widgets.lines import Lines
from tests.builders import Room, a_question, an_agenda, some_feedback
from tests.screens.preparing import go_to_line, prepare
from tests.screens.talking import Talker, talk
from tests.screens.visit import Visitor, visit


async def opened(me: Visitor, screen: str) -> None:
    """Wait until a screen of that class is shown and one can type."""
    await me.at(screen)
    await me.until(lambda: me.screen.focused is not None)


async def go_to_key(me: Visitor, begins: str) -> None:
    """Go down in the list to the first line with a key like that."""
    await me.until(lambda: isinstance(me.screen.focused, Lines))
    for _ in range(40):
        if me.screen.query_one(Lines).key.startswith(begins):
            return
        await me.press("down")
    raise AssertionError(f"no line {begins}:\n{me.text}")


async def form(me: Visitor) -> None:
    """Open the form for feedback on Erik's page."""
    await me.press("3")
    await me.at("PeopleScreen")
    await me.press("enter")
    await me.at("PersonScreen")
    await me.press("f")
    await opened(me, "FeedbackForm")


def test_feedback_is_written_on_a_persons_page_and_waits_there(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await form(me)
        await me.reads("comes up in your next conversation")
        await me.type("Du frågade i tid")
        await me.press("ctrl+s")
        await me.at("PersonScreen")
        await me.reads("Feedback for your next conversation", "Du frågade i tid")
        (stored,) = me.session.desk.feedback.waiting(room.me, room.employee)
        assert (stored.positive, stored.opened, stored.receiver) == (
            "Du frågade i tid",
            False,
            room.employee.id,
        )

    visit(room.desk.store.path, walk)


def test_waiting_feedback_is_changed_from_the_preparation_and_goes_on_waiting(room: Room) -> None:
    said = some_feedback(conversation=None, giver=room.me.id, receiver=room.employee.id, positive="Bra där")
    room.desk.feedback.save_between(room.me, room.employee, said)

    async def walk(me: Visitor) -> None:
        await me.reads("only you see this · Bra där")
        await go_to_line(me, "feedback:")
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.type("!")
        await me.press("ctrl+s")
        await me.at("PreparationScreen")
        (stored,) = room.desk.feedback.waiting(room.me, room.employee)
        assert (stored.positive, stored.conversation) == ("Bra där!", None)

    prepare(room, walk)


def test_in_the_talk_one_goes_on_with_what_waited_and_nothing_of_it_is_told_in_the_list(room: Room) -> None:
    said = some_feedback(conversation=None, giver=room.me.id, receiver=room.employee.id, positive="HEMLIGT")
    stored = room.desk.feedback.save_between(room.me, room.employee, said)

    async def walk(me: Talker) -> None:
        await me.press("escape", "f")
        await me.shows("Pick")
        await me.press("down", "enter")
        await me.shows("FeedbackForm")
        assert room.desk.feedback.get(room.me, stored.id).conversation == room.conversation.id
        await me.press("escape", "f")
        await me.shows("Pick")
        shown = "\n".join(
            strip.text for strip in me.pilot.app.screen._compositor.render_strips(me.pilot.app.size)
        )
        assert "to Erik · only you see this" in shown
        assert "HEMLIGT" not in shown
        await me.press("enter")
        await me.shows("FeedbackForm")

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def test_a_draft_of_waiting_feedback_comes_back(room: Room) -> None:
    async def begin(me: Visitor) -> None:
        await form(me)
        await me.type("Halv")
        await me.press("escape")
        await me.at("PersonScreen")

    async def go_on(me: Visitor) -> None:
        await form(me)
        await me.reads("Halv")
        await me.press("escape")

    async def from_today(me: Visitor) -> None:
        await me.reads("Draft")
        await go_to_key(me, "draft:feedback:new:0:")
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.reads("Halv")

    visit(room.desk.store.path, begin)
    visit(room.desk.store.path, go_on)
    visit(room.desk.store.path, from_today)


def test_feedback_that_nobody_read_can_be_thrown_away(room: Room) -> None:
    said = some_feedback(conversation=None, giver=room.me.id, receiver=room.employee.id, positive="Nej")
    room.desk.feedback.save_between(room.me, room.employee, said)

    async def walk(me: Visitor) -> None:
        await me.press("3", "enter")
        await me.at("PersonScreen")
        await go_to_key(me, "feedback:")
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.press("ctrl+p")
        await opened(me, "PaletteScreen")
        await me.type("throw away this")
        await me.press("enter")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("PersonScreen")
        assert room.desk.feedback.waiting(room.me, room.employee) == ()
        assert me.session.desk.drafts.all(room.me) == ()

    visit(room.desk.store.path, walk)


def test_feedback_to_somebody_is_found_in_the_list_of_commands(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("ctrl+p")
        await opened(me, "PaletteScreen")
        await me.type("feedback to some")
        await me.press("enter")
        await me.at("Pick")
        assert "Maria" not in me.text
        await me.press("enter")
        await me.at("FeedbackForm")
        await me.reads("Feedback · Erik Ek")

    visit(room.desk.store.path, walk)


def test_a_hint_comes_while_one_blames_and_goes_when_one_doesnt(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await form(me)
        await me.type("You are always ")
        await me.reads("“always” is clearer with an example")
        await me.type('"never"')
        await me.reads("“always” is clearer with an example")
        await me.press(*["backspace"] * 30)
        await me.until(lambda: "clearer with an example" not in me.text)
        await me.type("You are lazy")
        await me.press("ctrl+s")
        await me.at("PersonScreen")

    visit(room.desk.store.path, walk)


def test_where_feedback_is_written_in_the_talk_the_hint_stands_below_it(room: Room) -> None:
    agenda = an_agenda()
    asked = ("feedback-to-you", "balance")
    stations = tuple(
        _asking(station, asked) if station.key is StationKey.WORK_ENVIRONMENT else station
        for station in agenda.stations
    )
    room.conversation = room.book(
        agenda=replace(agenda, stations=stations), starts=room.clock.now - timedelta(minutes=5)
    )

    async def walk(me: Talker) -> None:
        await me.type("Du är alltid sen")
        advice = _advice(me)
        await me.until(lambda: "”alltid”" in advice())
        await me.press("tab")
        await me.type("Alltid bra")
        await me.pilot.pause()
        assert advice() == ""

    talk(room, StationKey.WORK_ENVIRONMENT, walk)


def _asking(station: Station, questions: tuple[str, ...]) -> Station:
    """Return the station with these questions instead of its own."""
    return replace(station, sections=(Section("", tuple(a_question(number) for number in questions)),))


def _advice(me: Talker) -> Callable[[], str]:
    """Return what reads the hint of the question where the cursor is."""

    def read() -> str:
        assert isinstance(me.station, QuestionsPlace)
        here = me.station.here()
        assert here is not None
        line = here[0].query_one("#advice", Static)
        return str(line.content) if line.display else ""

    return read
