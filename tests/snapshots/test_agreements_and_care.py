"""How an agreement's third time, its page, and somebody's way forward look; from a small file of their own.

./run test tests/snapshots --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.domain.advancement import Reached
from ijtui.domain.goal import Responsible
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.training import Training
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import Room, a_room, an_action
from tests.screens.visit import Visitor, Walk
from tests.snapshots.conftest import led

Compare = Callable[..., bool]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A third conversation under way; of three agreements one is reported as done."""
    room = a_room(tmp_path)
    desk, me, employee = room.desk, room.me, room.employee
    room.clock.forward(days=-200)
    promised = (
        an_action("Describe the integration in the handbook", due=date(2026, 6, 30)),
        an_action("Book supervision", due=date(2026, 9, 1), responsible=Responsible.MANAGER),
        an_action("A course in accessibility", due=date(2026, 12, 15)),
    )
    actions = [desk.actions.add_between(me, employee, action) for action in promised]
    for _time in range(2):
        room.clock.forward(days=50)
        room.hold(room.book(starts=room.clock.now))
    room.clock.forward(days=90)
    desk.actions.report(employee, actions[2], "Half of it so far")
    room.clock.forward(days=10)
    desk.conversations.begin(me, room.conversation)
    return room


def care_for(room: Room) -> None:
    """Approve and take courses, give thanks, and come some of the way to the next step."""
    care, me, employee = room.desk.care, room.me, room.employee
    taken = care.ask_for_training(me, employee, Training(0, "Accessibility", 3_200, date(2026, 10, 30)))
    care.take_training(me, care.decide_training(me, taken, True))
    care.ask_for_training(me, employee, Training(0, "Databases at scale", 2_400, date(2026, 12, 3)))
    given = Recognition(0, 0, RecognitionKind.DAYS, "Held the release together", date(2026, 5, 29), 2)
    care.give(me, employee, given)
    for criterion, number in (("time", 8), ("deliveries", 2), ("reviews", 41), ("plan", 1)):
        care.reach(me, employee, "sub-project-lead", criterion, Reached(number))


@pytest.fixture
def looks(snap_compare: Callable[..., bool], room: Room) -> Compare:
    """Return what says whether a place of this file looks as in its picture."""

    def compare(walk: Walk, size: tuple[int, int] = (80, 24)) -> bool:
        speak("en")
        app = IjtuiApp(room.desk.store.path, Settings(language="en"), room.clock)

        async def lead(pilot: Pilot[Any]) -> None:
            await led(app, pilot, walk)

        return snap_compare(app, terminal_size=size, run_before=lead)

    return compare


async def year_behind(visitor: Visitor) -> None:
    """Go on with the conversation."""
    await visitor.press("enter")
    await visitor.at("YearBehindScreen")
    await visitor.reads("third time")


async def reported(visitor: Visitor) -> None:
    """Open the agreement that waits."""
    await visitor.press("down", "down", "down", "enter")
    await visitor.at("ActionScreen")
    await visitor.reads("What you can do now")


async def way_forward(visitor: Visitor) -> None:
    """Open the employee's page, and what helps them forward."""
    await visitor.press("3", "enter")
    await visitor.at("PersonScreen")
    await visitor.press("c")
    await visitor.reads("The next step")


def test_the_third_time_asks_for_a_decision(looks: Compare) -> None:
    """Two agreements marked `!` and "third time", the third "reported"; v decides on the current one."""
    assert looks(year_behind)


def test_an_agreement_that_waits_for_an_answer(looks: Compare) -> None:
    """The words in bold, who and when below, reported by Erik; what can be done, each with its key."""
    assert looks(reported)


def test_the_way_forward(looks: Compare, room: Room) -> None:
    """Three parts under headings: 3 200 of 5 000 kr, two days off, and bars towards the next step."""
    care_for(room)
    assert looks(way_forward)


def test_the_way_forward_in_a_wide_window(looks: Compare, room: Room) -> None:
    """The same with room for every word."""
    care_for(room)
    assert looks(way_forward, (120, 40))
