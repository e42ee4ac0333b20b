"""How the organisation looks: units, who works in one, and what they are to reach.

./run test tests/snapshots --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.app import IjtuiApp
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Part
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import FixedClock, a_desk, a_goal
from tests.listing import LIST, read_as
from tests.screens.visit import Visitor
from tests.snapshots.conftest import OpenApp

Look = Callable[..., bool]


@pytest.fixture
def open_app(tmp_path: Path) -> OpenApp:
    """An app on a file with three units and a list of people; the kitchen's milestone serves the care's."""

    def make(language: str) -> IjtuiApp:
        speak(language)
        desk = a_desk(tmp_path)
        me = desk.people.first_run("Hanna Hed", Part.MANAGER)
        read_as(LIST, desk, me)
        care = desk.milestones.add(me, Milestone("Vård", 2027, "Maten lagas nära den som äter"))
        kitchen = Milestone("Köket", 2027, "Hälften av maten lagas i det egna köket", serves=care.id)
        served = desk.milestones.add(me, kitchen)
        cook = next(person for person in desk.people.all(me) if person.number == "4")
        for title in ("Laga soppa från grunden", "Lära två kollegor såser"):
            desk.goals.add_for(cook, cook, a_goal(title, milestone=served.id, serves=""))
        desk.close()
        chosen = Settings(language="sv" if language == "sv" else "en")
        return IjtuiApp(tmp_path / "ijtui.db", chosen, FixedClock())

    return make


async def units(me: Visitor) -> None:
    await me.press("3")
    await me.at("PeopleScreen")
    await me.press("u")
    await me.at("UnitsScreen")
    await me.press("down", "down")


async def a_unit(me: Visitor) -> None:
    await units(me)
    await me.press("enter")
    await me.at("UnitPeopleScreen")


async def milestones(me: Visitor) -> None:
    await units(me)
    await me.press("o")
    await me.at("MilestonesScreen")
    await me.press("down")


def test_the_units(looks_as_before: Look) -> None:
    """A tree of three; the kitchen is marked, led by Bo Berg, with three people here and in all."""
    assert looks_as_before("en", units)


def test_the_people_of_a_unit(looks_as_before: Look) -> None:
    """Three by name, with role and manager; Dan Dal's last day stands at the right."""
    assert looks_as_before("en", a_unit)


def test_what_units_are_to_reach(looks_as_before: Look) -> None:
    """The kitchen's milestone below the care's, two goals on both; more about the marked one below."""
    assert looks_as_before("en", milestones)
