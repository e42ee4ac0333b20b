"""How the conversations beside the annual one look. Take a picture anew only after looking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.screens.going import go_to
from ijtui.settings import Settings
from ijtui.words import speak
from tests.screens.visit import Visitor, Walk
from tests.small_year import SmallYear, a_small_year, an_agenda_of
from tests.snapshots.conftest import led

Looks = Callable[..., bool]


@pytest.fixture(params=["sv"])
def year(tmp_path: Path, request: pytest.FixtureRequest) -> SmallYear:
    return a_small_year(tmp_path, request.param)


@pytest.fixture
def looks(snap_compare: Looks, year: SmallYear, settings_file: Path) -> Looks:
    """Return what says whether a place in that year looks as in its picture."""

    def compare(language: str, walk: Walk, size: tuple[int, int] = (80, 24)) -> bool:
        speak(language)
        chosen = Settings(language="sv" if language == "sv" else "en")
        app = IjtuiApp(year.room.desk.store.path, chosen, year.room.clock)

        async def lead(pilot: Pilot[Any]) -> None:
            await led(app, pilot, walk)

        return snap_compare(app, terminal_size=size, run_before=lead)

    return compare


async def prepared(visitor: Visitor, conversation: int) -> None:
    """Open a preparation."""
    go_to(visitor.screen, f"conversation:{conversation}")  # type: ignore[arg-type]  # every screen of ours is a Place
    await visitor.at("PreparationScreen")
    await visitor.until(lambda: visitor.screen.focused is not None)


def test_an_evaluation_opens_with_its_year(looks: Looks, year: SmallYear) -> None:
    """The stepper with three stations; agreements first, then the goals with their course by quarter, each
    with its day, what they serve, and feedback."""

    async def walk(visitor: Visitor) -> None:
        await prepared(visitor, year.evaluation.id)
        await visitor.press("b")
        await visitor.reads("Mål och hur de har gått")

    assert looks("sv", walk)


def test_what_was_noted_stands_beside_the_questions(looks: Looks, year: SmallYear) -> None:
    """To the right of a line the year in groups, the third line marked and said in full below; to the left
    the questions, the first one open."""

    async def walk(visitor: Visitor) -> None:
        await prepared(visitor, year.evaluation.id)
        await visitor.press("tab", "ctrl+g", "down", "down")
        await visitor.reads("beställaren dröjer. (avstämning")

    assert looks("sv", walk, (120, 36))


@pytest.mark.parametrize("year", ["en"], indirect=True)
def test_a_quarter_gives_feedback_a_station_of_its_own(looks: Looks, year: SmallYear) -> None:
    """Feedback that only its writer sees stands there without a word of what it says."""
    room = year.room
    quarter = room.book(agenda=an_agenda_of("quarterly", "en"), starts=room.clock.now)

    async def walk(visitor: Visitor) -> None:
        await prepared(visitor, quarter.id)
        await visitor.press("b")
        await visitor.reads("Evaluation 0/10 min")
        await visitor.press("2")
        await visitor.at("FeedbackScreen")
        await visitor.reads("only you see this")

    assert looks("en", walk)


def test_a_quarter_ends_in_a_short_summary(looks: Looks, year: SmallYear) -> None:
    """A short message: the date, the evaluation with both goals and what came of the agreement."""

    async def walk(visitor: Visitor) -> None:
        go_to(visitor.screen, f"conversation:{year.quarter.id}")  # type: ignore[arg-type]  # every screen of ours is a Place
        await visitor.at("MinutesScreen")
        await visitor.reads("# Kvartalssamtal")
        await visitor.press("s")
        await visitor.reads("Utvärdering:")

    assert looks("sv", walk)
