"""Two sessions at one file: a stale save never overwrites, both texts are kept and shown, one decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ijtui.domain.text import joined
from ijtui.screens.dialogs import conflict
from ijtui.screens.dialogs.conflict import ConflictScreen
from ijtui.services.desk import Desk, open_desk
from ijtui.widgets.editor import Editor
from tests.builders import Room, counted_ids, shared
from tests.screens.visit import Visitor, Walk
from tests.screens.writing import editor, in_talk, mark, note


@pytest.fixture
def elsewhere(room: Room) -> Iterator[Desk]:
    """Another session at the same file."""
    desk = open_desk(room.desk.store.path, clock=room.clock, new_id=counted_ids("elsewhere"))
    yield desk
    desk.close()


def clash(room: Room, elsewhere: Desk, walk: Walk, *, size: tuple[int, int] = (80, 24)) -> None:
    """Write a note at both desks, so that the one on screen comes too late."""

    async def there(me: Visitor) -> None:
        type_at_both(me, room, elsewhere)
        await asked(me)
        await walk(me)

    in_talk(room, there, size=size)


def type_at_both(me: Visitor, room: Room, elsewhere: Desk) -> None:
    """Type at this desk and, before it is saved here, store another text at the other."""
    editor(me).insert("Min.")
    elsewhere.texts.save(room.me, shared(), "Deras.", 0)


async def asked(me: Visitor) -> None:
    """Wait until one is asked, and an answer is taken."""
    await me.until(lambda: isinstance(me.screen, ConflictScreen) and me.screen.listens)


def kept(room: Room) -> set[str]:
    """Return everything that can be brought back, and what stands there now."""
    return {note(room), *(version.body for version in room.desk.texts.versions(room.me, shared()))}


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_both_texts_are_shown_and_nothing_is_decided_yet(
    room: Room, elsewhere: Desk, size: tuple[int, int]
) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("1  The other text", "Deras.", "2  Your text", "Min.", "1 take the other")
        await me.press("tab")
        assert note(room) == "Deras."
        assert kept(room) == {"Deras.", "Min."}
        await me.press("2")

    clash(room, elsewhere, walk, size=size)


@pytest.mark.parametrize(
    ("key", "chosen"), [("1", "Deras."), ("2", "Min."), ("escape", "Min."), ("3", "Deras.\n\nMin.")]
)
def test_the_chosen_text_holds_and_both_can_be_brought_back(
    room: Room, elsewhere: Desk, key: str, chosen: str
) -> None:
    async def walk(me: Visitor) -> None:
        await me.press(key)
        await me.at("YearBehindScreen")
        await me.until(lambda: note(room) == chosen)
        assert isinstance(me.screen.focused, Editor)
        assert me.screen.focused.text == chosen
        assert {"Deras.", "Min."} <= kept(room)
        await me.until(lambda: "NOT SAVED" not in mark(me))
        await me.type("!")
        await me.until(lambda: "!" in note(room))

    clash(room, elsewhere, walk)


def test_until_one_decides_the_mark_says_that_it_is_not_saved(room: Room, elsewhere: Desk) -> None:
    async def walk(me: Visitor) -> None:
        await me.until(lambda: mark(me).startswith("NOT SAVED: Another session changed this text"))
        await me.press("2")
        await me.until(lambda: mark(me).endswith("saved 09:30:00"))

    clash(room, elsewhere, walk)


def test_one_is_asked_also_when_one_is_just_leaving(room: Room, elsewhere: Desk) -> None:

    async def walk(me: Visitor) -> None:
        type_at_both(me, room, elsewhere)
        await me.press("escape", "escape")
        await asked(me)
        await me.press("3")
        await me.at("YearBehindScreen")
        await me.until(lambda: note(room) == "Deras.\n\nMin.")
        await me.press("escape")
        await me.at("TodayScreen")

    in_talk(room, walk)


def test_a_third_text_that_comes_while_one_decides_is_kept_too(room: Room, elsewhere: Desk) -> None:
    async def walk(me: Visitor) -> None:
        stored = elsewhere.texts.read(room.me, shared())
        elsewhere.texts.save(room.me, shared(), "Tredje.", stored.version)
        await me.press("2")
        await me.until(lambda: note(room) == "Min.")
        assert "Tredje." in kept(room)

    clash(room, elsewhere, walk)


def test_keys_that_were_meant_for_the_text_decide_nothing(
    room: Room, elsewhere: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflict, "MOMENT", 60.0)

    async def walk(me: Visitor) -> None:
        type_at_both(me, room, elsewhere)
        await me.at("ConflictScreen")
        await me.pilot.press("1", "2", "3", "escape")
        await me.at("ConflictScreen")
        assert note(room) == "Deras."

    in_talk(room, walk)


def test_hostile_texts_are_compared_as_they_are(room: Room, elsewhere: Desk) -> None:
    async def walk(me: Visitor) -> None:
        stored = elsewhere.texts.read(room.me, shared())
        await me.press("1")
        await me.until(lambda: note(room) == "Deras.")
        editor(me).insert(" [b]")
        elsewhere.texts.save(room.me, shared(), "[x] [/] [@click=app.quit]y[/]", stored.version)
        await asked(me)
        await me.reads("[x] [/] [@click=app.quit]y[/]", "Deras. [b]")
        await me.press("1")

    clash(room, elsewhere, walk)


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        ("A", "B", "A\n\nB"),
        ("A", "A", "A"),
        ("A\nB", "A\nB\nC", "A\nB\nC"),
        ("A\nB\nD", "A\nC\nD", "A\nB\n\nC\nD"),
        ("", "B", "B"),
        ("A", "", "A"),
        ("A\nB", "B", "A\nB"),
    ],
)
def test_texts_are_joined_without_saying_anything_twice(theirs: str, mine: str, both: str) -> None:
    assert joined(theirs, mine) == both
