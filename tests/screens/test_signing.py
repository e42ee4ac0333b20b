"""The page to sign by keyboard: what is signed is what is read, one after the other or each in a session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.signature import PlanState
from tests.builders import Room, a_goal, a_room, a_session, an_action, let_in
from tests.screens.visit import Visitor, visit


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


def agreed(room: Room) -> Conversation:
    talk = room.desk.conversations.begin(room.me, room.conversation)
    goal = room.desk.goals.add(room.me, talk, a_goal())
    room.desk.actions.add(room.me, talk, an_action(goal=goal.id))
    return talk


def sign(room: Room, talk: Conversation, signer: Person) -> None:
    newest = room.desk.signing.freeze(room.me, talk)
    room.desk.signing.sign(room.me, talk, newest.plan.hash, signer=signer, initials="X")


def state(room: Room, talk: Conversation) -> PlanState:
    found = room.desk.signing.standing(room.me, talk)
    assert found is not None
    return found.state


async def to_the_plan(me: Visitor) -> None:
    await me.press("enter")
    await me.at("YearBehindScreen")
    await me.until(lambda: me.screen.focused)
    await me.press("escape", "4")
    await me.at("DevelopmentPlanScreen")
    await me.until(lambda: me.screen.focused)


async def to_the_page(me: Visitor) -> None:
    await to_the_plan(me)
    await me.press("s")
    await me.at("SigningScreen")


def test_both_sign_one_after_the_other_at_the_owners_screen(room: Room) -> None:
    talk = agreed(room)

    async def walk(me: Visitor) -> None:
        await to_the_plan(me)
        await me.reads("version 1 · not signed")
        await me.press("s")
        await me.at("SigningScreen")
        newest = room.desk.signing.freeze(room.me, talk).plan
        await me.reads(
            f"Version 1 · {newest.hash[:4]} {newest.hash[4:8]} {newest.hash[8:12]}",
            "D1 Lär mig optimera databasen",
        )
        await me.press("s")
        await me.reads("(x) you", "Initials")
        await me.press("tab")
        await me.type("MM")
        await me.press("ctrl+s")
        await me.reads("waits for Erik", "Maria Månsson signed Sat 21 Nov 2026 09:30, initials MM")
        await me.press("r")
        await me.at("SignatureForm")
        await me.type("inte i maj")
        await me.press("tab")
        await me.type("EE")
        await me.press("ctrl+s")
        await me.reads("signed with reservation", "with a reservation: inte i maj")
        assert "s sign" not in me.rows[-1]
        await me.press("escape")
        await me.reads("version 1 · signed with reservation", "Erik Ek signed")
        assert "Before you sign" not in me.text

    visit(room.desk.store.path, walk, clock=room.clock)
    assert state(room, talk) is PlanState.RESERVED


def test_in_a_session_of_ones_own_one_question_is_enough(room: Room) -> None:
    talk = agreed(room)
    let_in(room.desk, room.me)
    door = let_in(room.desk, room.employee)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        await me.press("s")
        await me.reads("never taken back", "read on")
        await me.press("down", "enter")
        await me.reads("waits for Maria", "Erik Ek signed")
        assert "s sign" not in me.rows[-1], "the other signs in a session of their own"

    visit(room.desk.store.path, walk, clock=room.clock, door=door)
    assert state(room, talk) is PlanState.WAITS_FOR_YOU


def test_the_others_signature_appears_by_itself(room: Room) -> None:
    talk = agreed(room)
    theirs = a_session(room.desk, room.me)
    door = let_in(room.desk, room.employee)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        await me.reads("not signed")
        theirs.signing.sign(room.me, talk, theirs.signing.freeze(room.me, talk).plan.hash)
        await me.reads("waits for you", "Maria Månsson signed")

    visit(room.desk.store.path, walk, clock=room.clock, door=door)
    theirs.close()


def test_what_waits_on_the_start_screen_leads_to_the_page(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.employee)

    async def walk(me: Visitor) -> None:
        await me.reads("Erik Ek", "the plan waits for your signature")
        await me.press("end", "up", "enter")
        await me.at("SigningScreen")
        await me.reads("waits for you")

    visit(room.desk.store.path, walk, clock=room.clock)


def test_a_plan_that_changes_while_it_is_read_is_read_again_before_it_is_signed(room: Room) -> None:
    talk = agreed(room)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        [goal] = room.desk.goals.of(room.me, talk)
        room.desk.goals.change(room.me, replace(goal, title="Något helt annat"))
        await me.press("v", "escape")
        await me.reads("The plan has changed meanwhile", "Lär mig optimera")
        assert "s sign" not in me.rows[-1]
        await me.press("u")
        await me.reads("Version 2", "Något helt annat")
        assert "s sign" in me.rows[-1]

    visit(room.desk.store.path, walk, clock=room.clock)


def test_a_reason_that_is_left_half_written_is_kept_and_leads_back(room: Room) -> None:
    talk = agreed(room)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        await me.press("d")
        await me.at("SignatureForm")
        await me.press("tab")
        await me.type("Det blev")
        await me.press("escape", "escape", "escape")
        await me.at("TodayScreen")
        await me.reads("something is written and not saved: about the plan")
        [draft] = [line for line in me.rows if "about the plan" in line]
        assert "Draft" in draft
        await me.press("end")
        while "about the plan" not in next(row for row in me.rows if row.startswith(" >  ")):
            await me.press("up")
        await me.press("enter")
        await me.at("SignatureForm")
        await me.reads("Det blev")
        await me.press("ctrl+s")
        await me.reads("Write your initials.")
        await me.press("tab", "tab")
        await me.type("M")
        await me.press("ctrl+s")
        await me.reads("Maria Månsson declined", "because: Det blev", "signing declined")

    visit(room.desk.store.path, walk, clock=room.clock)
    assert state(room, talk) is PlanState.DECLINED


def test_earlier_versions_say_what_differed(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    [goal] = room.desk.goals.of(room.me, talk)
    room.desk.goals.change(room.me, replace(goal, measure="300 ms"))
    sign(room, talk, room.me)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        await me.press("v")
        await me.at("PlanVersionsScreen")
        await me.reads(
            "What differs from version 1",
            "- How we will know: Svar under 200 ms".replace("- ", "-   "),
            "+   How we will know: 300 ms",
        )

    visit(room.desk.store.path, walk, clock=room.clock)


def test_nothing_agreed_is_said_and_nothing_opens(room: Room) -> None:
    room.desk.conversations.begin(room.me, room.conversation)

    async def walk(me: Visitor) -> None:
        await to_the_plan(me)
        await me.press("s")
        said = [note.message for note in me.app._notifications]
        assert said == ["Nothing is agreed yet, so there is nothing to sign."]
        assert type(me.screen).__name__ == "DevelopmentPlanScreen"

    visit(room.desk.store.path, walk, clock=room.clock)


def test_hostile_words_are_shown_as_they_are(room: Room) -> None:
    talk = room.desk.conversations.begin(room.me, room.conversation)
    room.desk.goals.add(room.me, talk, Goal(room.employee.id, "[@click=app.quit]x[/] [/nope] [b"))
    sign(room, talk, room.me)

    async def walk(me: Visitor) -> None:
        await to_the_page(me)
        await me.reads("D1 [@click=app.quit]x[/] [/nope] [b")
        await me.press("v")
        await me.at("PlanVersionsScreen")
        await me.reads("Version 1")

    visit(room.desk.store.path, walk, clock=room.clock)
