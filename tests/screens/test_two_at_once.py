"""Two in the same conversation, at two terminals: each sees the other's steps and words, and one writes."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Party
from ijtui.screens.dialogs.conflict import ConflictScreen
from ijtui.screens.station import Station
from ijtui.widgets.editor import Editor
from ijtui.widgets.stepper import Stepper
from ijtui.widgets.title import Title
from tests.builders import Room, an_action, preparation, shared
from tests.screens.two import Two, meet
from tests.screens.visit import Visitor

BEHIND, FUTURE = StationKey.YEAR_BEHIND, StationKey.FUTURE


def editor(me: Visitor) -> Editor:
    assert isinstance(me.screen.focused, Editor)
    return me.screen.focused


def stepper(me: Visitor) -> str:
    return me.screen.query_one(Stepper).render().plain


def seen(me: Visitor) -> str:
    """Return what stands above the opened note."""
    return next(str(line.content) for line in me.screen.query("#seen").results(Static) if line.region)


def is_asked(me: Visitor) -> bool:
    return isinstance(me.screen, ConflictScreen)


async def in_the_note(two: Two) -> None:
    """Let both stand in the same note."""
    await two.both_talk(BEHIND, BEHIND)
    await two.maria.until(lambda: isinstance(two.maria.screen.focused, Editor))
    await two.erik.until(lambda: isinstance(two.erik.screen.focused, Editor))


# Where the other is


def test_the_stepper_says_where_the_other_is(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await two.both_talk(BEHIND, FUTURE)
        await two.maria.until(lambda: "The future · Erik" in stepper(two.maria))
        await two.erik.until(lambda: "Maria" in stepper(two.erik))
        assert "Erik" not in stepper(two.erik)
        await two.erik.press("escape", "1")
        await two.maria.until(lambda: "min · Erik" in stepper(two.maria))

    meet(room, meeting)


def test_whoever_leaves_the_talk_is_no_longer_seen(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await two.both_talk(BEHIND, FUTURE)
        await two.maria.until(lambda: "Erik" in stepper(two.maria))
        await two.erik.press("escape", "escape")
        await two.maria.until(lambda: "Erik" not in stepper(two.maria))

    meet(room, meeting)


def test_it_is_seen_that_the_other_prepares_and_not_what(room: Room) -> None:
    async def meeting(two: Two) -> None:
        for me in (two.maria, two.erik):
            await me.press("enter")
            await me.at("PreparationScreen")
        await two.maria.reads("Erik is preparing just now")
        await two.erik.press("tab")
        await two.erik.type("secret")
        await two.erik.press("ctrl+s")
        assert "secret" not in two.maria.text
        await two.erik.press("escape", "escape")
        await two.maria.until(lambda: "is preparing" not in two.maria.text)

    meet(room, meeting)


def test_in_a_file_of_ones_own_nothing_is_written_about_who_is_where(room: Room) -> None:
    from tests.screens.writing import in_talk

    async def walk(me: Visitor) -> None:
        await me.type("words")
        await me.press("ctrl+s")
        assert room.desk.store.rows("SELECT * FROM presence") == []
        assert "F12" not in me.text

    in_talk(room, walk)


# What the other does


def test_what_one_writes_appears_in_the_others_open_note_and_moves_no_cursor(room: Room) -> None:
    room.desk.conversations.begin(room.me, room.conversation)
    room.write(room.me, shared(), "one\ntwo")

    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.erik.press("home")
        assert editor(two.erik).cursor_location == (1, 0)
        await two.maria.press("ctrl+home", "enter")
        await two.maria.until(lambda: two.note() == "\none\ntwo")
        await two.erik.until(lambda: editor(two.erik).text == "\none\ntwo")
        assert editor(two.erik).cursor_location == (2, 0), "at the same letter as before"

    meet(room, meeting)


def test_an_agreement_of_the_other_appears_without_a_key(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await two.both_talk(StationKey.DEVELOPMENT_PLAN, BEHIND)
        room.desk.actions.add(room.employee, room.conversation, an_action("Book the course"))
        await two.maria.reads("Book the course")

    meet(room, meeting)


def test_what_the_other_chooses_and_opens_shows_in_the_question_that_is_open(room: Room) -> None:
    """The side job is the second question of the work environment, and answered with yes or no."""
    room.write(room.employee, preparation(Party.EMPLOYEE, "side-job"), "Jag har en firma.")

    async def meeting(two: Two) -> None:
        await two.both_talk(StationKey.WORK_ENVIRONMENT, FUTURE)
        await two.maria.press("tab")
        await two.maria.reads("not opened yet", "( ) yes")
        erik, talk = room.employee, room.desk.conversations.get(room.employee, room.conversation.id)
        room.desk.conversations.choose(erik, talk, "side-job", "yes")
        await two.maria.reads("(x) yes")
        room.desk.texts.open_preparation(erik, talk)
        await two.maria.reads("Jag har en firma.")

    meet(room, meeting)


def test_nothing_is_fetched_for_what_happens_elsewhere(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    other = room.book()

    async def meeting(two: Two) -> None:
        await two.both_talk(FUTURE, BEHIND)
        fetched: list[object] = []
        monkeypatch.setattr(two.maria.screen, "follow", lambda *pulses: fetched.append(pulses))
        room.write(room.me, shared(conversation=other.id), "somewhere else")
        await two.erik.type("here")
        await two.maria.until(lambda: fetched)
        room.write(room.me, shared(conversation=other.id), "somewhere else again")
        two.clock.forward(seconds=21)
        await two.maria.until(lambda: two.maria.session.company.other().name == "Erik")
        assert len(fetched) == 1

    meet(room, meeting)


def test_presentation_follows_the_others_words_and_stays_at_its_page(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.press("f9")
        await two.maria.at("PresentationScreen")
        before = two.maria.screen.query_one(Title).left
        await two.erik.type("seen")
        await two.maria.reads("seen")
        assert two.maria.screen.query_one(Title).left == before

    meet(room, meeting)


# The pen


def test_while_the_other_writes_ones_keys_wait_and_say_why(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.type("hers")
        await two.erik.until(lambda: seen(two.erik) == "both of you see this · Maria writes")
        await two.erik.reads("F12 take the pen")
        await two.erik.type("x")
        await two.erik.press("backspace", "ctrl+z")
        assert seen(two.erik) == "Maria is writing here. F12 takes the pen over."
        await two.erik.until(lambda: editor(two.erik).text == "hers")
        assert two.note() == "hers"
        assert seen(two.maria) == "both of you see this"

    meet(room, meeting)


def test_the_pen_passes_by_itself_after_silence(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.type("hers ")
        await two.erik.until(lambda: "Maria writes" in seen(two.erik) and editor(two.erik).text == "hers ")
        two.clock.forward(seconds=6)
        await two.erik.until(lambda: seen(two.erik) == "both of you see this")
        await two.erik.type("his")
        await two.maria.until(lambda: editor(two.maria).text == "hers his")
        assert "Erik writes" in seen(two.maria)

    meet(room, meeting)


def test_the_pen_is_taken_over_with_a_key_and_nothing_unsaved_is_lost(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.type("hers ")
        await two.erik.until(lambda: "Maria writes" in seen(two.erik))
        await two.erik.press("f12")
        await two.erik.until(lambda: seen(two.erik) == "both of you see this")
        assert editor(two.erik).text == "hers ", "she had saved by then"
        await two.erik.type("his")
        await two.maria.until(lambda: "Erik writes" in seen(two.maria))
        await two.maria.type("x")
        assert "Erik is writing here" in seen(two.maria)
        await two.maria.until(lambda: editor(two.maria).text == two.note() == "hers his")

    meet(room, meeting)


def test_another_note_and_ones_own_note_need_no_pen(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.type("hers")
        await two.erik.until(lambda: "Maria writes" in seen(two.erik))
        await two.erik.press("f4")
        await two.erik.type("own")
        assert editor(two.erik).text == "own"
        await two.erik.press("tab")
        await two.erik.until(lambda: isinstance(two.erik.screen.focused, Editor))
        await two.erik.type("next")
        await two.erik.until(lambda: two.note("proud") == "next")
        pens = room.desk.store.rows("SELECT pen FROM presence WHERE person = ?", room.employee.id)
        assert [row["pen"] for row in pens] == ["proud"], "of his own note nothing is told"

    meet(room, meeting)


def test_leaving_the_note_leaves_the_pen_there(room: Room) -> None:
    async def meeting(two: Two) -> None:
        await in_the_note(two)
        await two.maria.type("hers")
        await two.erik.until(lambda: "Maria writes" in seen(two.erik))
        await two.maria.press("escape")
        await two.erik.until(lambda: seen(two.erik) == "both of you see this")

    meet(room, meeting)


def test_whoever_types_in_the_same_moment_sees_both_texts(room: Room) -> None:
    """The pen is a courtesy: what it does not hold back is held back by the versions of the text."""

    async def meeting(two: Two) -> None:
        await in_the_note(two)
        editor(two.erik).asks = None  # as if his look had come a moment too late
        await two.maria.type("hers")
        await two.erik.type("his")
        await two.erik.until(lambda: is_asked(two.maria) or is_asked(two.erik))
        late = two.maria if is_asked(two.maria) else two.erik
        await late.until(lambda: isinstance(late.screen, ConflictScreen) and late.screen.listens)
        await late.press("3")
        await late.until(lambda: "hers" in two.note() and "his" in two.note())

    meet(room, meeting)


def test_where_both_talk_the_time_is_counted_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    async def meeting(two: Two) -> None:
        await two.both_talk(BEHIND, BEHIND)
        for me in (two.maria, two.erik):
            assert isinstance(me.screen, Station)
            monkeypatch.setattr(me.screen.talk.watch, "take", lambda: 60.0)
            with me.app._context():
                me.screen._count()
        used = room.desk.conversations.get(room.me, room.conversation.id).used
        assert used == {BEHIND: 60}

    meet(room, meeting)
