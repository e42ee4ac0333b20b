"""A text of a talk on screen for the tests: the cursor stands in the first shared note."""

from __future__ import annotations

from ijtui.domain.agenda import StationKey
from ijtui.screens.talk import open_talk
from ijtui.widgets.editor import Editor
from ijtui.widgets.title import Title
from tests.builders import Room
from tests.screens.visit import Visitor, Walk, visit


def in_talk(room: Room, walk: Walk, *, size: tuple[int, int] = (80, 24)) -> None:
    """Stand in the shared note on the first question of the year behind."""
    talk = room.desk.conversations.begin(room.me, room.conversation)

    async def there(me: Visitor) -> None:
        open_talk(me.screen, talk, StationKey.YEAR_BEHIND)  # type: ignore[arg-type]  # the first screen is a Place
        await me.at("YearBehindScreen")
        await me.until(lambda: isinstance(me.screen.focused, Editor))
        await walk(me)

    visit(room.desk.store.path, there, size=size)


def note(room: Room) -> str:
    return room.desk.texts.shared_notes(room.me, room.conversation).get("results", "")


def editor(me: Visitor) -> Editor:
    assert isinstance(me.screen.focused, Editor)
    return me.screen.focused


def mark(me: Visitor) -> str:
    return me.screen.query_one(Title).right
