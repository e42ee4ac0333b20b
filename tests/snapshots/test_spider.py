"""How the spider looks with few and with many axes, and the screen where one rates.

./run test tests/snapshots --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Party
from ijtui.screens.going import go_to
from ijtui.settings import Settings
from ijtui.words import speak
from tests.assessing import a_competence, a_profile, rate_all
from tests.builders import Room, a_room
from tests.screens.visit import Visitor
from tests.snapshots.conftest import led

Looks = Callable[..., bool]

TITLES = (
    "Kod",
    "Test",
    "Arkitektur",
    "Drift och felsökning",
    "Säkerhet",
    "Databaser",
    "Leverans",
    "Granskning",
    "Tillgänglighet",
    "Samarbete",
    "Handledning",
    "Kundförståelse",
)
EMPLOYEE = (3, 2, 1, 3, 2, 2, 4, 3, 2, 4, 1, 3)
MANAGER = (2, 2, 1, 2, 2, 3, 3, 4, 1, 4, 2, 3)
REQUIRED = (3, 3, 2, 2, 2, 3, 3, 3, 3, 3, 1, 2)


def a_set(axes: int) -> Profile:
    """Return a set of that many competences."""
    competences = (
        a_competence(f"c{number}", title=title, required=required)
        for number, (title, required) in enumerate(zip(TITLES[:axes], REQUIRED, strict=False))
    )
    return a_profile(competences=tuple(competences))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


@pytest.fixture
def looks_as_before(snap_compare: Callable[..., bool], room: Room) -> Looks:
    """Return what says whether a screen of the room's conversation looks as in its picture."""

    def compare(kind: str, size: tuple[int, int] = (80, 24), keys: Sequence[str] = ()) -> bool:
        speak("en")
        app = IjtuiApp(room.desk.store.path, Settings(language="en"), room.clock)

        async def walk(visitor: Visitor) -> None:
            go_to(visitor.screen, f"{kind}:{room.conversation.id}")  # type: ignore[arg-type]  # it is a Place
            await visitor.reads("Competence · Erik Ek")
            await visitor.press(*keys)

        async def lead(pilot: Pilot[Any]) -> None:
            await led(app, pilot, walk)

        return snap_compare(app, terminal_size=size, run_before=lead)

    return compare


def rate(room: Room, axes: int) -> None:
    """Let both rate, and agree on the first two levels."""
    competences, profile = room.desk.competences, a_set(axes)
    competences.begin(room.me, room.conversation, profile)
    for party, levels in ((Party.EMPLOYEE, EMPLOYEE), (Party.MANAGER, MANAGER)):
        rated = {one.id: level for one, level in zip(profile.competences, levels, strict=False)}
        rate_all(room, room.conversation, party, rated)
    for number in (0, 1):
        competences.agree(room.me, room.conversation, f"c{number}", 2)


@pytest.mark.parametrize("axes", [3, 7, 12])
def test_the_spider_beside_its_table(looks_as_before: Looks, room: Room, axes: int) -> None:
    """Three lines with a marker at each level and a thick one between what is agreed; names to read."""
    rate(room, axes)
    assert looks_as_before("spider")


def test_the_spider_in_a_wide_window(looks_as_before: Looks, room: Room) -> None:
    """The same, larger; what the levels of the marked competence mean stands below the table."""
    rate(room, 8)
    assert looks_as_before("spider", (120, 40))


def test_rating(looks_as_before: Looks, room: Room) -> None:
    """Two levels are given, the third competence is marked, and beside it stands what its levels mean."""
    room.desk.competences.begin(room.me, room.conversation, a_set(7))
    assert looks_as_before("ratings", keys=("2", "3"))
