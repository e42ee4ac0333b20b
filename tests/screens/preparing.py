"""A preparation on screen for the tests: opened from the day's list, looked at on screen and in the file."""

from __future__ import annotations

from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.text import Text
from ijtui.widgets.lines import Lines
from tests.builders import (
    FixedClock,
    Room,
    preparation,
)
from tests.screens.visit import Visitor, Walk, visit


def prepare(
    room: Room, walk: Walk, *, size: tuple[int, int] = (80, 40), clock: FixedClock | None = None
) -> None:
    """Open the room's booked conversation from the day's list and walk."""

    async def there(me: Visitor) -> None:
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is not None)
        await walk(me)

    visit(room.desk.store.path, there, size=size, clock=clock or room.clock)


def now(room: Room) -> Conversation:
    return room.desk.conversations.get(room.me, room.conversation.id)


def answer(room: Room, party: Party, question: str = "results") -> Text:
    key = preparation(party, question)
    return room.desk.texts.readable(room.me, room.conversation).get(key, Text(key))


async def go_to_line(me: Visitor, key: str) -> None:
    """Go down in the list until that line is marked."""
    lines = me.screen.query_one("#before", Lines)
    lines.focus()
    for _ in range(12):
        if lines.key.startswith(key):
            return
        await me.press("down")
    raise AssertionError(f"no line {key}:\n{me.text}")
