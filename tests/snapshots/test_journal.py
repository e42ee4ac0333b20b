"""How the journal looks. What one should see is said in each test; take a picture anew only after looking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ijtui.app import IjtuiApp
from ijtui.domain.journal import EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.settings import Settings
from ijtui.words import speak
from tests.builders import FixedClock, Room, a_goal, a_room
from tests.screens.visit import Visitor, Walk
from tests.snapshots.conftest import led

DEMO = """Första demon för beställaren. Gick bättre än väntat; frågorna om säkerhet tog tid.

- [x] skicka svaren om säkerhet
- [ ] boka nästa demo

#demo"""
Looks = Callable[..., bool]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A file with four entries, one of them shared by the other, one about a goal."""
    room = a_room(tmp_path)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal("Leda ett delprojekt"))
    journal, me, other = room.desk.journal, room.me, room.employee
    quarter = {"kind": EntryKind.REFLECTION, "quarter": Quarter(2026, 3)}
    journal.new(me, journal.blank(me, day=date(2025, 10, 28), body="Kurs, dag 1"))
    journal.new(me, journal.blank(me, day=date(2026, 9, 25), body="Styrkor: tålamod", **quarter))
    theirs = journal.blank(other, day=date(2026, 11, 6), body="Handledning", person=me.id, shared=True)
    journal.new(other, theirs)
    journal.new(me, journal.blank(me, day=date(2026, 11, 19), body=DEMO, goal=goal.id))
    return room


@pytest.fixture
def looks(snap_compare: Looks, room: Room, settings_file: Path) -> Looks:
    """Return what says whether a place on that file looks as in its picture."""

    def compare(language: str, walk: Walk, size: tuple[int, int] = (80, 24)) -> bool:
        speak(language)
        app = IjtuiApp(
            room.desk.store.path, Settings(language="sv" if language == "sv" else "en"), FixedClock()
        )

        async def lead(pilot: Pilot[Any]) -> None:
            await led(app, pilot, walk)

        return snap_compare(app, terminal_size=size, run_before=lead)

    return compare


async def journal(visitor: Visitor) -> None:
    """Go to the journal."""
    await visitor.press("5")
    await visitor.reads("Leda ett delprojekt")


async def preview(visitor: Visitor) -> None:
    """See the newest entry as it reads."""
    await journal(visitor)
    await visitor.press("f2")
    await visitor.reads("☑")


async def reflection(visitor: Visitor) -> None:
    """Begin the quarter's reflection."""
    await journal(visitor)
    await visitor.press("r")
    await visitor.reads("## ")


def test_the_journal_in_swedish(looks: Looks) -> None:
    """Four entries, the newest marked and beside it with tag, goal and words; above it who sees it."""
    assert looks("sv", journal)


def test_the_journal_as_it_reads_in_a_wide_window(looks: Looks) -> None:
    """The same in English, with a ticked and an open box instead of the signs of Markdown."""
    assert looks("en", preview, (120, 40))


def test_the_quarters_reflection(looks: Looks) -> None:
    """Three headings, the first place to fill in marked, and above it that only you see this."""
    assert looks("sv", reflection)
