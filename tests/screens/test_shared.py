"""What there is not in a session at a server that several come in to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from ijtui.data.account import Accounts
from ijtui.domain.account import Account, Door
from ijtui.hosting import Hosting
from ijtui.screens.place import Place
from ijtui.widgets.field import Field
from tests.builders import Room
from tests.screens.visit import Visitor, Walk, visit

ADDRESS = "samtal@samtal.example.se"


@pytest.fixture
def shared(room: Room) -> Path:
    """The room's file, where its manager may come in as "maria"."""
    with room.desk.store.writing():
        Accounts(room.desk.store).add(Account("maria", room.me.id, date(2020, 1, 1)))
    return room.desk.store.path


def come_in(path: Path, walk: Walk) -> int | None:
    return visit(path, walk, door=Door("maria"), hosting=Hosting(ADDRESS), size=(100, 30))


def at_home(path: Path, walk: Walk) -> int | None:
    return visit(path, walk, size=(100, 30))


def offered(me: Visitor) -> set[str]:
    """Return the ids of everything that keys, palette and help offer now."""
    assert isinstance(me.screen, Place)
    return {command.id for command in me.screen.commands()}


async def open_minutes(me: Visitor, conversation: int) -> None:
    from ijtui.screens.minutes import MinutesScreen

    me.app.push_screen(MinutesScreen(conversation))
    await me.at("MinutesScreen")
    await me.reads("#")


def backups(path: Path) -> Iterable[Path]:
    return path.parent.glob("backups/*")


def test_the_administrator_makes_the_backups(shared: Path) -> None:
    async def walk(me: Visitor) -> None:
        offers.append("app.backup" in offered(me))

    offers: list[bool] = []
    come_in(shared, walk)
    at_home(shared, walk)
    assert offers == [False, True]


def test_a_text_has_no_editor_of_ones_own(shared: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j")
        await me.at("WriteScreen")
        offers.append("entry.outside" in offered(me))

    offers: list[bool] = []
    come_in(shared, walk)
    at_home(shared, walk)
    assert offers == [False, True]


def test_minutes_are_fetched_by_a_command_and_not_written_to_a_file(shared: Path, room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_minutes(me, conversation.id)
        await me.press("e")
        await me.until(lambda: [one for one in me.app._notifications if command in one.message])
        assert me.app.clipboard == command
        assert type(me.screen).__name__ == "MinutesScreen"

    conversation = room.conversation
    command = f"ssh {ADDRESS} minutes {conversation.id} > minutes-{conversation.id}.md"
    come_in(shared, walk)


def test_on_ones_own_machine_the_same_key_asks_for_a_file(shared: Path, room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await open_minutes(me, conversation.id)
        await me.press("e")
        await me.at("ExportForm")

    conversation = room.conversation
    at_home(shared, walk)


def test_nobody_says_themselves_who_they_are(shared: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("comma")
        await me.at("SettingsScreen")
        fields.append({field.spec.name for field in me.screen.query(Field)})
        if me.session.shared:
            await me.reads("came in as maria")

    fields: list[set[str]] = []
    come_in(shared, walk)
    at_home(shared, walk)
    assert fields[1] - fields[0] == {"name", "part"}


def test_a_missing_file_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "none" / "ijtui.db"

    async def walk(_me: Visitor) -> None:
        return

    with pytest.raises(AssertionError):  # there is nothing to walk through
        come_in(path, walk)
    assert not path.parent.exists()


def test_an_abandoned_screen_hides_what_is_on_it_until_esc(shared: Path) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Erik Ek")
        me.app.hide()
        await me.reads("Nobody has typed anything for a while")
        assert "Erik Ek" not in me.text
        me.app.hide()
        await me.press("escape")
        await me.reads("Erik Ek")

    come_in(shared, walk)
