"""The minutes on screen, and on their way to a file."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Party
from ijtui.minutes import Format, render
from ijtui.screens.minutes import MinutesScreen
from ijtui.screens.talk import open_talk
from ijtui.widgets.editor import Editor
from tests.builders import Room, private, shared
from tests.screens.visit import Visitor, Walk, visit

NAME = "minutes-1-2026-11-21-erik-ek"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a file is suggested in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def preview(room: Room, walk: Walk, *, size: tuple[int, int] = (80, 24)) -> None:
    """Hold the room's conversation, open its minutes, and walk."""
    room.hold(room.conversation)

    async def there(me: Visitor) -> None:
        me.app.push_screen(MinutesScreen(room.conversation.id))
        await me.reads("# Utvecklingssamtal: Erik Ek")
        await walk(me)

    visit(room.desk.store.path, there, size=size)


async def begin_export(me: Visitor) -> None:
    """Open the form and wait until the cursor stands in its first field."""
    await me.press("e")
    await me.at("ExportForm")
    await me.until(lambda: me.screen.focused is not None)


def minutes_of(room: Room, form: Format) -> str:
    return render(room.desk.plans.record(room.me, room.conversation.id), form)


def test_the_minutes_are_shown_as_they_will_be_exported_and_hold_nothing_private(room: Room) -> None:
    room.write(room.me, shared(), "Det gick bra.")
    room.write(room.me, private(Party.MANAGER), "HEMLIGT")

    async def walk(me: Visitor) -> None:
        text = me.screen.query_one("#minutes", Editor).text
        assert text.strip() == minutes_of(room, Format.MD).strip()
        assert "Det gick bra." in text
        assert "HEMLIGT" not in text

    preview(room, walk)


@pytest.mark.parametrize(
    ("form", "ending", "steps"),
    [(Format.MD, "md", 0), (Format.DOCUSAURUS, "mdx", 1), (Format.SHORT, "txt", 2), (Format.JSON, "json", 3)],
)
def test_every_format_is_written_to_a_file_of_its_own_that_only_the_owner_reads(
    room: Room, here: Path, form: Format, ending: str, steps: int
) -> None:
    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press(*["right"] * steps)
        await me.press("ctrl+s")
        await me.at("MinutesScreen")
        await me.reads("The minutes are in")
        written = here / f"{NAME}.{ending}"
        assert written.read_text("utf-8") == minutes_of(room, form)
        assert stat.S_IMODE(written.stat().st_mode) == 0o600

    preview(room, walk, size=(120, 40))


def test_enter_is_enough_to_export(room: Room, here: Path) -> None:
    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press("enter", "enter")
        await me.at("MinutesScreen")
        assert (here / f"{NAME}.md").exists()

    preview(room, walk)


def test_a_file_that_is_there_is_replaced_only_after_asking(room: Room, here: Path) -> None:
    there = here / f"{NAME}.md"
    there.write_text("viktigt")

    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press("ctrl+s")
        await me.at("ConfirmScreen")
        await me.reads("exists already. Replace it?")
        await me.press("escape")
        await me.at("ExportForm")
        assert there.read_text() == "viktigt"
        await me.press("ctrl+s", "down", "enter")
        await me.at("MinutesScreen")
        assert there.read_text("utf-8") == minutes_of(room, Format.MD)

    preview(room, walk)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nowhere/minutes.md", "There is no folder"),
        ("~nobody/x.md", "no folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_below_the_fields(
    room: Room, typed: str, said: str
) -> None:
    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press("tab")
        me.screen.focused.replace_text(typed)  # type: ignore[union-attr]  # the file's field
        await me.press("ctrl+s")
        await me.reads(said)
        await me.press("escape")
        await me.at("MinutesScreen")

    preview(room, walk, size=(160, 24))


@pytest.mark.parametrize("typed", ["", "."])
def test_in_a_folder_the_file_gets_its_usual_name(room: Room, here: Path, typed: str) -> None:
    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press("tab")
        me.screen.focused.replace_text(typed)  # type: ignore[union-attr]  # the file's field
        await me.press("ctrl+s")
        await me.at("MinutesScreen")
        assert (here / f"{NAME}.md").exists()

    preview(room, walk)


def test_an_export_that_was_left_is_no_draft(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await begin_export(me)
        await me.press("up", "right", "escape")
        await me.at("MinutesScreen")
        assert room.desk.drafts.all(room.me) == ()

    preview(room, walk)


def test_a_copy_is_offered_and_success_never_claimed(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("y")
        assert me.app.clipboard.strip() == minutes_of(room, Format.MD).strip()
        await me.reads("Sent to your terminal's", "If nothing arrives")

    preview(room, walk)


def test_correcting_leads_to_the_talk_and_back_to_the_corrected_minutes(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("o")
        await me.at("YearBehindScreen")
        await me.until(lambda: isinstance(me.screen.focused, Editor))
        await me.type("Rättat")
        await me.press("escape", "escape")
        await me.at("MinutesScreen")
        assert "Rättat" in me.screen.query_one("#minutes", Editor).text

    preview(room, walk)


def test_a_preview_from_the_talk_leads_back_to_the_same_talk(room: Room) -> None:
    talk = room.desk.conversations.begin(room.me, room.conversation)

    async def walk(me: Visitor) -> None:
        open_talk(me.screen, talk, StationKey.FUTURE)  # type: ignore[arg-type]  # the first screen is a Place
        await me.at("FutureScreen")
        for leave in ("o", "f2", "escape"):
            station = me.screen
            await me.press("f2")
            await me.at("MinutesScreen")
            await me.press(leave)
            await me.until(lambda there=station: me.screen is there)  # type: ignore[misc]  # bound now

    visit(room.desk.store.path, walk)


def test_showing_begins_from_the_minutes_too(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f9")
        await me.reads("SHOWING – shared", "The year behind · 1 of 2")
        await me.press("f9")
        await me.at("MinutesScreen")

    preview(room, walk)


def test_one_stays_where_one_reads_when_nothing_has_changed(room: Room) -> None:
    room.write(room.me, shared(), "\n".join(f"rad {number}" for number in range(100)))

    async def walk(me: Visitor) -> None:
        await me.press("pagedown", "pagedown", "f1")
        await me.at("HelpScreen")
        await me.press("escape")
        await me.at("MinutesScreen")
        assert "# Utvecklingssamtal" not in me.text

    preview(room, walk)


def test_the_minutes_stay_when_the_screen_is_drawn_with_other_signs(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.app.use(replace(me.app.chosen, ascii=True))
        await me.pilot.pause()
        await me.reads("# Utvecklingssamtal: Erik Ek")

    preview(room, walk)


def test_hostile_notes_are_shown_as_text(room: Room) -> None:
    room.write(room.me, shared(), "[x] [/] [@click=app.quit]sluta[/] \x1b[31mröd\x07 \udc80")

    async def walk(me: Visitor) -> None:
        me.screen.query_one("#minutes", Editor).move_cursor((20, 0))
        assert "\x1b" not in me.screen.query_one("#minutes", Editor).text
        assert "@click" in me.screen.query_one("#minutes", Editor).text

    preview(room, walk)
