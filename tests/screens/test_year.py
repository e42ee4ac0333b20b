"""A person's years on screen, and the same question across them, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, Mark
from ijtui.domain.journal import EntryKind
from ijtui.domain.quarter import Quarter
from tests.assessing import a_profile, assess
from tests.builders import Room, a_goal, an_action, an_agenda, shared, some_feedback
from tests.screens.visit import Visitor, visit

PICTURE = """\
 2026                                        goals ended  chk.  done late refl.
 >  Q4   annual conversation booked 28 Nov       1                      1   yes
    Q3   quarterly 1:1       was not held
    Q2   quarterly 1:1       6 Apr
         quarterly 1:1       3 Apr

 2025                                        goals ended  chk.  done late refl.
    Q4   annual conversation 5 Nov

 2024                                        goals ended  chk.  done late refl.
         annual conversation was not held

 2023                                        goals ended  chk.  done late refl.
    Q4   annual conversation 6 Nov"""


def held(room: Room, when: datetime, kind: Kind = Kind.ANNUAL) -> Conversation:
    now, room.clock.now = room.clock.now, when
    done = room.hold(room.book(starts=when, agenda=an_agenda(kind=kind)))
    room.clock.now = now
    return done


@pytest.fixture
def lived(room: Room) -> Room:
    """An annual conversation in two of the years, two 1:1s, a goal, a late agreement and a reflection."""
    for when, mark in ((datetime(2023, 11, 6, 9), Mark.RISK), (datetime(2025, 11, 5, 9), Mark.FINE)):
        done = held(room, when)
        room.write(room.me, shared("results", done.id), f"Det gick bra {when.year}. [b]x[/b]")
        room.desk.conversations.judge(room.me, done, "balance", mark)
    held(room, datetime(2026, 4, 3, 9), Kind.QUARTERLY)
    held(room, datetime(2026, 4, 6, 9), Kind.QUARTERLY)
    room.desk.goals.add(room.me, room.conversation, a_goal())
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 11, 20)))
    blank = room.desk.journal.blank(
        room.me, body="Bra", person=room.employee.id, kind=EntryKind.REFLECTION, quarter=Quarter(2026, 4)
    )
    room.desk.journal.new(room.me, blank)
    return room


async def opened(me: Visitor, screen: str) -> None:
    """Wait until a screen of that class is shown and one can type."""
    await me.at(screen)
    await me.until(lambda: me.screen.focused is not None)


async def years(me: Visitor) -> None:
    """Go to Erik's years by keys."""
    await me.press("3")
    await me.at("PeopleScreen")
    await me.press("y")
    await opened(me, "YearScreen")


def test_the_years_are_one_line_a_quarter_the_latest_on_top(lived: Room) -> None:
    """Numbers under their headings; what was missed is told in words, in its own line."""

    async def walk(me: Visitor) -> None:
        await years(me)
        title, *rows = me.text.splitlines()
        assert "\n".join(rows).startswith(PICTURE)
        assert title.startswith(" Year by year · Erik Ek")
        assert title.endswith("2023–2026")

    visit(lived.desk.store.path, walk)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_enter_opens_a_conversation_and_esc_comes_back(lived: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await years(me)
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.press("escape")
        await me.at("YearScreen")
        await me.press("end", "enter")
        await me.at("MinutesScreen")
        await me.press("escape", "escape")
        await me.at("PeopleScreen")

    visit(lived.desk.store.path, walk, size=size)


def test_what_is_not_booked_yet_is_booked_with_enter(lived: Room) -> None:
    lived.desk.conversations.cancel(lived.me, lived.conversation)

    async def walk(me: Visitor) -> None:
        await years(me)
        assert "not booked yet" in me.row("annual conversation")
        await me.press("enter")
        await me.at("BookingForm")
        await me.reads("Erik Ek")

    visit(lived.desk.store.path, walk)


def test_a_booking_whose_day_passed_is_marked(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await years(me)
        assert "missed 28 Nov" in me.row("annual conversation")
        assert "!" in me.row("annual conversation")[:4]

    room.clock.forward(days=20)
    visit(room.desk.store.path, walk, clock=room.clock)


def test_the_same_question_stands_side_by_side_where_there_is_room(lived: Room) -> None:
    async def walk(me: Visitor) -> None:
        await years(me)
        await me.press("c")
        await me.at("Pick")
        await me.reads("Results", "2 times", "Balance · marked")
        await me.press("enter")
        await me.at("YearsApartScreen")
        await me.reads("2025-11-05 · annual conversation", "[b]x[/b]", "1 of 2")
        beside = "Det gick bra 2023" in me.row("Det gick bra 2025")
        assert beside == (me.app.size.width >= 100)

    for size in ((80, 24), (120, 40)):
        visit(lived.desk.store.path, walk, size=size)


def test_marks_are_told_in_words_from_the_first_year_to_the_last(lived: Room) -> None:
    async def walk(me: Visitor) -> None:
        await years(me)
        await me.press("c", "enter")
        await me.at("YearsApartScreen")
        await me.press("tab")
        await me.reads("Balance · Erik Ek", "2023 risk  ·  2025 fine", "No notes.")
        await me.press("tab")
        await me.reads("Results · Erik Ek")
        await me.press("shift+tab")
        await me.reads("Balance · Erik Ek")
        await me.press("escape")
        await me.at("YearScreen")

    visit(lived.desk.store.path, walk)


def test_ratings_are_a_table_with_a_conversation_a_line(lived: Room) -> None:
    conversations = lived.desk.conversations.all(lived.me)
    first, second = [item for item in conversations if item.agenda.kind is Kind.QUARTERLY]
    profile = a_profile()
    key = profile.competences[0].id
    assess(lived, second, 1, 2, profile)
    assess(lived, first, 3, 2, profile)
    lived.desk.competences.agree(lived.me, first, key, 3)

    async def walk(me: Visitor) -> None:
        await years(me)
        await me.press("c")
        await opened(me, "Pick")
        await me.type("kod")
        await me.press("enter")
        await me.at("YearsApartScreen")
        await me.reads("2026-04-06", "2026-04-03")
        assert " ".join(me.row("2026-04-06").split()) == "> 2026-04-06 3 good 2 basic 3 good 3 good"
        await me.press("enter")
        await me.at("MinutesScreen")

    visit(lived.desk.store.path, walk)


def test_with_nothing_to_compare_one_is_told_so(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await years(me)
        await me.press("c")
        await me.reads("nothing to compare")
        await me.at("YearScreen")

    visit(room.desk.store.path, walk)


def test_what_was_said_about_the_conversations_is_collected(room: Room) -> None:
    said = some_feedback(conversation=None, giver=room.me.id, receiver=None, positive="Mer tid åt framtiden")
    room.desk.feedback.save_between(room.me, room.employee, said)
    theirs = replace(said, giver=room.employee.id, positive="Kortare förberedelse", opened=True)
    room.desk.feedback.save_between(room.employee, room.me, theirs)

    async def walk(me: Visitor) -> None:
        await years(me)
        await me.reads("About the conversations themselves · 2 things said", "Mer tid åt framtiden")
        await me.press("end", "enter")
        await me.at("FeedbackForm")
        await me.press("escape", "up", "enter")
        await me.at("ReadingScreen")
        await me.reads("Kortare förberedelse")

    visit(room.desk.store.path, walk)


def test_years_are_found_in_the_list_of_commands(lived: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("ctrl+p")
        await opened(me, "PaletteScreen")
        await me.type("somebody's years")
        await me.press("enter")
        await opened(me, "Pick")
        await me.type("maria")
        await me.press("enter")
        await me.at("YearScreen")
        await me.reads("Year by year · Maria Månsson")
        assert me.row("Q4").endswith("yes ")

    visit(lived.desk.store.path, walk)
