"""The journal on screen for the tests: entries to begin with, and the way there."""

from __future__ import annotations

from typing import Any

from ijtui.domain.journal import Entry
from ijtui.widgets.editor.prose import ProseEditor
from tests.builders import Room
from tests.screens.visit import Visitor


def wrote(room: Room, body: str = "Första demon #demo", **given: Any) -> Entry:
    return room.desk.journal.new(room.me, room.desk.journal.blank(room.me, body=body, **given))


def entries(room: Room) -> list[Entry]:
    return list(room.desk.journal.entries(room.me))


def bodies(room: Room) -> list[str]:
    return [entry.body for entry in entries(room)]


def editor(me: Visitor) -> ProseEditor:
    return me.screen.query_one("#text", ProseEditor)


async def to_the_journal(me: Visitor) -> None:
    await me.press("5")
    await me.at("JournalScreen")
    await me.until(lambda: me.screen.focused is not None)
