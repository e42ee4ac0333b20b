"""An agreement's page by keyboard: report, confirm, change, drop; and the third time in the talk."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.action import Action, ActionState
from ijtui.domain.agenda import StationKey
from ijtui.domain.goal import Responsible
from tests.builders import NOW, Room, a_goal, a_room, an_action
from tests.screens.talking import Talker, talk
from tests.screens.visit import Visitor, visit

TODAY = NOW.date()


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


def promised(room: Room, **changes: Any) -> Action:
    """Agree on something between the two conversations, two months ago."""
    room.clock.forward(days=-60)
    action = room.desk.actions.add_between(room.employee, room.me, an_action(**changes))
    room.clock.forward(days=60)
    return action


def now(room: Room, action: Action) -> Action:
    return room.desk.actions.get(room.me, action.id)


async def open_it(me: Visitor, action: Action) -> None:
    await me.press("down", "enter")
    await me.at("ActionScreen")


def test_what_the_other_reports_is_confirmed_with_one_key(room: Room) -> None:
    action = promised(room, due=date(2026, 11, 9))
    room.desk.actions.report(room.employee, action, "Kursen är bokad")

    async def walk(me: Visitor) -> None:
        await me.reads("says that it is done: Boka kursen")
        await open_it(me, action)
        await me.reads(
            "reported as done · Erik", "What it gave: Kursen är bokad", "between two conversations"
        )
        await me.press("c")
        await me.reads("carried out, 12 days late")
        await me.press("o")
        await me.reads("reported as done · Erik")
        await me.press("n")
        await me.reads("overdue")

    visit(room.desk.store.path, walk)
    assert now(room, action).account == "Kursen är bokad"


def test_ones_own_report_is_confirmed_only_with_the_other_beside(room: Room) -> None:
    action = promised(room, responsible=Responsible.MANAGER)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("r")
        await me.at("ReportForm")
        await me.reads("Erik confirms it")
        await me.type("klart")
        await me.press("ctrl+s")
        await me.at("ActionScreen")
        await me.press("c")
        await me.reads("Is Erik here beside you")
        await me.press("escape")
        await me.reads("reported as done · you")
        await me.press("c")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.reads("carried out")

    visit(room.desk.store.path, walk)
    assert now(room, action).fulfilled


def test_what_the_other_sees_to_is_reported_for_them_beside(room: Room) -> None:
    action = promised(room)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("r")
        await me.reads("Write down what Erik says beside you")
        await me.press("ctrl+s")
        await me.reads("reported as done · Erik")

    visit(room.desk.store.path, walk)


def test_what_is_changed_keeps_its_earlier_words_in_sight(room: Room) -> None:
    action = promised(room)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("e")
        await me.at("ActionForm")
        await me.reads("Agree on it with Erik first")
        await me.type("Boka två kurser")
        await me.press("ctrl+s")
        await me.reads("Boka två kurser", "agreed anew once", "How it was worded before", "changed by you")
        await me.press("end", "enter")
        await me.at("ReadingScreen")
        await me.reads("Boka kursen")

    visit(room.desk.store.path, walk)
    assert now(room, action).changes == 1


def test_it_is_proposed_to_drop_it_and_the_other_agrees_beside(room: Room) -> None:
    action = promised(room)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("x")
        await me.type("Inte längre")
        await me.press("ctrl+s")
        await me.reads("proposed to be dropped · you", "Why: Inte längre")
        await me.press("b")
        await me.reads("still open")
        await me.press("x", "tab", "right", "ctrl+s")
        await me.reads("dropped by both")
        await me.press("o")
        await me.reads("still open")

    visit(room.desk.store.path, walk)


def test_the_employees_wish_to_drop_it_is_agreed_to_with_one_key(room: Room) -> None:
    action = promised(room)
    room.desk.actions.withdraw(room.employee, action, "Systemet läggs ned")

    async def walk(me: Visitor) -> None:
        await me.reads("wants to drop: Boka kursen")
        await open_it(me, action)
        await me.press("d")
        await me.reads("dropped by both", "Why: Systemet läggs ned")

    visit(room.desk.store.path, walk)


def test_ones_own_promise_is_not_evaluated_alone(room: Room) -> None:
    action = promised(room, responsible=Responsible.MANAGER)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("u")
        await me.at("OutcomeForm")
        await me.press("right", "ctrl+s")
        await me.reads("Report it, and the other confirms")
        await me.press("shift+tab")
        await me.press("right", "ctrl+s")
        await me.reads("carried out")

    visit(room.desk.store.path, walk)


def test_what_is_left_unsaved_waits_on_the_start_screen(room: Room) -> None:
    action = promised(room)

    async def walk(me: Visitor) -> None:
        await open_it(me, action)
        await me.press("x")
        await me.type("Kanske")
        await me.press("escape", "escape")
        await me.reads("something is written and not saved: a proposal to drop")
        await me.press("down")
        await me.reads("x throw away")
        await me.press("enter")
        await me.at("WithdrawalForm")
        await me.reads("Kanske")

    visit(room.desk.store.path, walk)


def test_two_agree_between_two_conversations_from_a_persons_page(room: Room) -> None:
    room.desk.goals.add_for(room.me, room.employee, a_goal())

    async def walk(me: Visitor) -> None:
        await me.press("3", "enter")
        await me.at("PersonScreen")
        await me.press("a")
        await me.at("ActionForm")
        await me.reads("it comes up in your next conversation", "Goal it serves")
        await me.type("Runda runt bordet")
        await me.press("ctrl+s")
        await me.reads("Runda runt bordet")

    visit(room.desk.store.path, walk)
    [action] = room.desk.actions.visible(room.me)
    assert (action.conversation, action.employee) == (None, room.employee.id)


# In the talk


def third_time(room: Room, **changes: Any) -> Action:
    """Agree on something, hold two conversations with it, and let the room's be the third."""
    room.clock.forward(days=-200)
    action = room.desk.actions.add_between(room.me, room.employee, an_action(**changes))
    for _time in range(2):
        room.clock.forward(days=50)
        room.hold(room.book(starts=room.clock.now))
    room.clock.forward(days=100)
    room.conversation = room.desk.conversations.begin(room.me, room.conversation)
    return action


def shown(talker: Talker) -> str:
    screen = talker.pilot.app.screen
    return "\n".join(strip.text for strip in screen._compositor.render_strips(screen.size))


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        (("right", "tab", "plus", "6", "0", "ctrl+s"), ActionState.OPEN),
        (("right", "right", "right", "ctrl+s"), ActionState.CANCELLED),
    ],
    ids=["do", "drop"],
)
def test_the_third_time_is_marked_and_decided_on(
    room: Room, keys: tuple[str, ...], state: ActionState
) -> None:
    action = third_time(room, due=date(2026, 6, 30))

    async def walk(talker: Talker) -> None:
        assert "third time" in shown(talker)
        await talker.press("v")
        await talker.shows("DecisionForm")
        await talker.press(*keys)
        await talker.shows("YearBehindScreen")
        await talker.until(lambda: "third time" not in shown(talker))

    talk(room, StationKey.YEAR_BEHIND, walk)
    found = now(room, action)
    assert (found.state(TODAY), found.id) == (state, action.id)
    assert found.changes == (state is ActionState.OPEN)


def test_a_decision_needs_a_day_that_is_still_to_come(room: Room) -> None:
    action = third_time(room, due=date(2026, 6, 30))

    async def walk(talker: Talker) -> None:
        await talker.press("v")
        await talker.shows("DecisionForm")
        await talker.press("ctrl+s")
        await talker.until(lambda: "Say what you decide" in shown(talker))
        await talker.press("right", "ctrl+s")
        await talker.until(lambda: "Agree on a day that is still to come." in shown(talker))
        await talker.press("escape")

    talk(room, StationKey.YEAR_BEHIND, walk)
    assert now(room, action) == action


def test_an_overdue_one_can_be_said_to_be_done_late(room: Room) -> None:
    action = third_time(room, due=date(2026, 11, 9))

    async def walk(talker: Talker) -> None:
        await talker.press("l")
        await talker.shows("OutcomeForm")
        await talker.press("tab")
        await talker.type("10/11")
        await talker.press("ctrl+s")
        await talker.shows("YearBehindScreen")
        await talker.until(lambda: "yes, late" in shown(talker))

    talk(room, StationKey.YEAR_BEHIND, walk)
    assert now(room, action).days_late == 1


def test_what_is_no_longer_needed_is_dropped_in_the_talk(room: Room) -> None:
    action = third_time(room)

    async def walk(talker: Talker) -> None:
        await talker.press("r")
        await talker.shows("WithdrawalForm")
        await talker.type("Klart utan oss")
        await talker.press("ctrl+s")
        await talker.shows("YearBehindScreen")
        await talker.until(lambda: "dropped" in shown(talker))

    talk(room, StationKey.YEAR_BEHIND, walk)
    outcome = now(room, action).outcome
    assert outcome is not None
    assert (outcome.reason, outcome.conversation) == ("Klart utan oss", room.conversation.id)
