"""The journal on screen: a list, the marked entry beside it, and what their keys do."""

from __future__ import annotations

from tests.builders import Room
from tests.screens.journaling import bodies, editor, entries, to_the_journal, wrote
from tests.screens.visit import Visitor, visit


def test_the_list_shows_the_marked_entry_beside_it_newest_first(room: Room) -> None:
    wrote(room, "gammalt\nmera text")
    wrote(room, "nytt")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        assert me.row("nytt").index("nytt") < 30
        assert editor(me).text == "nytt"
        await me.press("down")
        await me.reads("mera text", "3 words")

    visit(room.desk.store.path, walk)


def test_what_is_written_beside_the_list_is_saved_and_named_in_the_list(room: Room) -> None:
    wrote(room, "ett")
    wrote(room, "två")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter")
        await me.type(" och lite till #kurs")
        await me.press("escape", "down")
        await me.reads("två och lite", "only you see this")
        assert editor(me).text == "ett"

    visit(room.desk.store.path, walk)
    assert bodies(room) == ["två och lite till #kurs", "ett"]


def test_what_the_other_shares_can_be_read_and_not_changed(room: Room) -> None:
    theirs = room.desk.journal.blank(room.employee, body="från Erik", person=room.me.id, shared=True)
    room.desk.journal.new(room.employee, theirs)

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.reads("Erik: från Erik", "Erik shares this with you")
        await me.press("enter", "x", "f4", "ctrl+g", "f8")
        assert editor(me).text == "från Erik"
        assert type(me.screen).__name__ == "JournalScreen"
        await me.press("escape", "x")
        assert type(me.screen).__name__ == "JournalScreen"

    visit(room.desk.store.path, walk)


def test_only_some_entries_are_listed_until_esc(room: Room) -> None:
    wrote(room, "ett #demo")
    wrote(room, "två")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("f")
        await me.type("#demo")
        await me.press("enter")
        await me.reads("Journal · #demo")
        assert "två" not in me.text
        await me.press("escape")
        await me.reads("två", "ett")

    visit(room.desk.store.path, walk)


def test_an_entry_is_removed_for_good_only_after_a_yes(room: Room) -> None:
    wrote(room, "bort")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("x")
        await me.at("ConfirmScreen")
        await me.press("escape")
        await me.at("JournalScreen")
        assert bodies(room) == ["bort"]
        await me.press("x", "down", "enter")
        await me.reads("Nothing is written yet.")

    visit(room.desk.store.path, walk)
    assert bodies(room) == []


def test_the_day_and_the_person_are_changed_in_a_form(room: Room) -> None:
    wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("e")
        await me.at("EntryForm")
        await me.press("ctrl+u", "ctrl+k")
        await me.type("2026-11-02")
        await me.press("ctrl+s")
        await me.reads("Mon 2 Nov · only you see this")

    visit(room.desk.store.path, walk)
    assert entries(room)[0].day.isoformat() == "2026-11-02"


def test_a_long_list_goes_on_where_one_comes_near_its_end(room: Room) -> None:
    with room.desk.store.writing():
        for number in range(230):
            wrote(room, f"nr {number}")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press(*["end"] * 4)
        await me.until(lambda: editor(me).text == "nr 0")

    visit(room.desk.store.path, walk)


def test_words_in_an_entry_that_another_session_removed_are_a_new_entry(room: Room) -> None:
    entry = wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter")
        room.desk.journal.remove(room.me, entry.id)
        await me.type(" till")
        await me.press("ctrl+s")
        await me.until(lambda: bodies(room) == ["tanke till"])

    visit(room.desk.store.path, walk)


def test_one_goes_on_writing_in_an_entry_that_another_session_took_out_of_the_list(room: Room) -> None:
    wrote(room, "den andra")
    entry = wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter")
        room.desk.journal.remove(room.me, entry.id)
        me.screen.reload()  # type: ignore[attr-defined]  # as it is told that the file has changed
        await me.type(" till")
        await me.press("escape")
        await me.until(lambda: sorted(bodies(room)) == ["den andra", "tanke till"])

    visit(room.desk.store.path, walk)
