"""Earlier versions of a text: seen, taken back, and the taking back undone."""

from __future__ import annotations

import pytest

from tests.builders import Room, shared
from tests.screens.visit import Visitor
from tests.screens.writing import editor, in_talk, note


def write_twice(room: Room) -> None:
    room.write(room.me, shared(), "Första meningen, som är ganska lång. " * 4)
    room.clock.forward(minutes=10)
    room.write(room.me, shared(), "Andra.")


def test_an_earlier_version_is_seen_taken_back_and_the_taking_back_undone(room: Room) -> None:
    write_twice(room)

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+r")
        await me.at("VersionsScreen")
        await me.reads("as it is now", "Sat 21 Nov 2026 09:30", "you · 24 words", "Första meningen")
        await me.press("up")
        await me.reads("Andra.")
        assert "Första meningen" not in me.text
        await me.press("down", "enter")
        await me.at("YearBehindScreen")
        assert editor(me).text.startswith("Första")
        await me.until(lambda: note(room).startswith("Första"))
        await me.press("ctrl+z")
        await me.until(lambda: note(room) == "Andra.")

    in_talk(room, walk)


@pytest.mark.parametrize("keys", [["escape"], ["up", "enter"]])
def test_looking_at_versions_changes_nothing(room: Room, keys: list[str]) -> None:
    write_twice(room)

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+r")
        await me.at("VersionsScreen")
        await me.press("tab", "pagedown", "tab", *keys)
        await me.at("YearBehindScreen")
        assert editor(me).text == "Andra."
        assert len(room.desk.texts.versions(room.me, shared())) == 1

    in_talk(room, walk)


def test_a_text_without_versions_says_so(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("ctrl+r")
        await me.reads("There is no earlier version of this text.")
        await me.press("enter")
        await me.at("YearBehindScreen")

    in_talk(room, walk)
