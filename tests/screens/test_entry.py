"""Writing an entry: one key, who sees it said before, and nothing lost on any way out."""

from __future__ import annotations

import pytest

from ijtui.domain.journal import EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.screens.going import go_to
from ijtui.screens.presentation import PresentationScreen
from ijtui.settings import Settings
from ijtui.widgets.editor.prose import ProseEditor
from tests.builders import Room, a_goal
from tests.screens.journaling import bodies, editor, entries, to_the_journal, wrote
from tests.screens.visit import Visitor, visit


def test_one_key_opens_a_new_entry_that_says_who_sees_it_before_a_word_is_written(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j")
        await me.at("WriteScreen")
        await me.reads("only you see this")
        await me.type("Bra dag")
        await me.press("escape")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)
    [entry] = entries(room)
    assert (entry.body, entry.shared, entry.person) == ("Bra dag", False, None)


def test_from_within_a_text_another_key_opens_it_and_esc_goes_back_there(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.press("tab", "tab")
        await me.type("svar")
        await me.press("f5")
        await me.at("WriteScreen")
        await me.reads("about Erik · only you see this")
        await me.type("tanke")
        await me.press("escape")
        await me.at("PreparationScreen")
        await me.type("et")
        await me.reads("svaret")

    visit(room.desk.store.path, walk)
    [entry] = entries(room)
    assert (entry.body, entry.person, entry.shared) == ("tanke", room.employee.id, False)


@pytest.mark.parametrize("keys", [[], ["a", "backspace"], ["space", "enter"]])
def test_an_empty_new_entry_leaves_nothing_behind(room: Room, keys: list[str]) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j", *keys)
        await me.press("ctrl+s", "escape")
        await me.at("TodayScreen")

    visit(room.desk.store.path, walk)
    assert bodies(room) == []


def test_another_sees_an_entry_only_after_a_key_and_no_longer_after_it_again(room: Room) -> None:
    wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("f4")
        await me.reads("Who else can see this entry?", "Erik")
        await me.press("enter")
        await me.reads("you and Erik see this")
        assert room.desk.journal.entries(room.employee) != ()
        await me.press("f4")
        await me.reads("about Erik · only you see this")
        assert room.desk.journal.entries(room.employee) == ()
        await me.press("f4", "escape")
        await me.reads("about Erik · only you see this")
        assert room.desk.journal.entries(room.employee) == ()

    visit(room.desk.store.path, walk)


def test_it_is_shared_with_nobody_where_the_list_is_left(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j", "a", "f4")
        await me.at("Pick")
        await me.press("escape")
        await me.at("WriteScreen")
        await me.reads("only you see this")

    visit(room.desk.store.path, walk)


def test_an_entry_points_at_a_goal_that_is_picked_from_a_list(room: Room) -> None:
    room.desk.goals.add(room.me, room.conversation, a_goal("Leda ett delprojekt"))
    wrote(room)

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("ctrl+g")
        await me.reads("Leda ett delprojekt", "Erik")
        await me.press("enter")
        await me.reads("→ Leda ett delprojekt", "about Erik")
        await me.press("ctrl+g", "enter")
        await me.until(lambda: "→" not in me.text)

    visit(room.desk.store.path, walk)
    assert entries(room)[0].person == room.employee.id


def test_enter_goes_on_with_a_list_and_a_key_ticks_a_box(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j")
        await me.type("- ett")
        await me.press("enter")
        await me.type("tvåa")
        await me.press("f8", "enter")
        await me.type("tre")
        await me.press("f8", "enter", "enter")
        await me.type("slut")
        assert editor(me).text == "- ett\n- [ ] tvåa\n- [x] tre\nslut"
        await me.press("escape")

    visit(room.desk.store.path, walk)


def test_words_are_found_from_place_to_place(room: Room) -> None:
    wrote(room, "Åsa\nmitt\nÅSA\nåsa")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter", "ctrl+home", "ctrl+f")
        await me.type("åsa")
        await me.reads("1/3")
        await me.press("enter")
        await me.reads("2/3")
        assert editor(me).selected_text == "ÅSA"
        await me.press("up", "up")
        await me.reads("3/3")
        await me.type("x")
        await me.reads("nowhere")
        await me.press("escape")
        await me.type("!")
        await me.until(lambda: bodies(room) == ["Åsa\nmitt\nÅSA\n!"])

    visit(room.desk.store.path, walk)


def test_the_preview_reads_as_it_is_meant_and_goes_again(room: Room) -> None:
    wrote(room, "# Rubrik\n- [x] gjort [/nope] [b")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("f2")
        await me.reads("☑ gjort [/nope] [b")
        assert "# Rubrik" not in me.text
        await me.press("escape")
        await me.reads("# Rubrik")

    visit(room.desk.store.path, walk)


def test_the_quarters_reflection_begins_with_its_form_and_fills_it_in(room: Room) -> None:
    wrote(room)

    async def walk(me: Visitor) -> None:
        await me.reads("no reflection on quarter 4 yet")
        await me.press("end", "enter")
        await me.at("WriteScreen")
        await me.reads("Strengths", "Challenges", "Next step")
        await me.type("Tålamod")
        await me.press("tab")
        await me.type("Tid")
        await me.press("tab")
        await me.type("Fråga")
        await me.press("escape", "escape")
        await me.at("TodayScreen")
        await me.until(lambda: "no reflection" not in me.text)

    visit(room.desk.store.path, walk)
    written = room.desk.journal.reflection(room.me, Quarter(2026, 4))
    assert written is not None
    assert written.kind is EntryKind.REFLECTION
    assert "## Strengths\nTålamod\n\n## Challenges\nTid\n\n## Next step\nFråga" in written.body


def test_a_form_that_nobody_filled_in_is_not_kept(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("r")
        await me.at("WriteScreen")
        await me.press("ctrl+s", "escape", "escape")
        await me.at("JournalScreen")

    visit(room.desk.store.path, walk)
    assert bodies(room) == []


def test_an_entry_is_opened_above_wherever_one_is(room: Room) -> None:
    entry = wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"entry:{entry.id}")  # type: ignore[arg-type]  # the first screen is a Place
        await me.at("WriteScreen")
        await me.type(" till")
        await me.press("escape")
        await me.at("TodayScreen")
        go_to(me.screen, "entry:99")  # type: ignore[arg-type]  # the same
        await me.reads("There is no journal entry with")

    visit(room.desk.store.path, walk)
    assert bodies(room) == ["tanke till"]


def test_two_sessions_in_one_entry_keep_both_texts(room: Room) -> None:
    entry = wrote(room, "ett")

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter")
        await me.type("!")
        room.desk.journal.save(room.me, entry.id, "två", 1)
        await me.press("ctrl+s")
        await me.at("ConflictScreen")
        await me.until(lambda: getattr(me.screen, "listens", False))
        await me.press("2")
        await me.at("JournalScreen")
        await me.until(lambda: bodies(room) == ["ett!"])

    visit(room.desk.store.path, walk)
    assert "två" in {old.body for old in room.desk.journal.revisions(room.me, entry.id)}


def test_an_earlier_version_is_taken_back(room: Room) -> None:
    entry = wrote(room, "Ett långt stycke. " * 10)
    room.desk.journal.save(room.me, entry.id, "kort", 1)

    async def walk(me: Visitor) -> None:
        await to_the_journal(me)
        await me.press("enter", "ctrl+r")
        await me.at("VersionsScreen")
        await me.press("enter")
        await me.at("JournalScreen")
        await me.until(lambda: bodies(room)[0].startswith("Ett långt"))

    visit(room.desk.store.path, walk)


def test_a_new_entry_is_not_begun_above_another_one(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("j")
        await me.press("f5")
        assert [type(screen).__name__ for screen in me.app.screen_stack].count("WriteScreen") == 1

    visit(room.desk.store.path, walk)


def test_while_others_look_on_nothing_of_the_journal_comes_up(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        me.app.push_screen(PresentationScreen(room.conversation.id))
        await me.at("PresentationScreen")
        await me.press("f5", "j")
        assert type(me.screen).__name__ == "PresentationScreen"

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("keys", [["5"], ["j"]])
def test_another_language_leaves_one_in_the_entry(room: Room, keys: list[str]) -> None:
    wrote(room, "tanke")

    async def walk(me: Visitor) -> None:
        await me.press(*keys)
        await me.until(lambda: me.screen.query("#text"))
        if keys == ["5"]:
            await me.press("enter")
        await me.type("ett")
        await me.app.use(Settings(language="sv"))
        await me.pilot.pause()
        await me.reads("bara du ser detta", "ett")
        await me.until(lambda: isinstance(me.screen.focused, ProseEditor))
        await me.press("ctrl+end")
        await me.type("två")
        await me.press("ctrl+s")
        await me.until(lambda: any(body.endswith("etttvå") for body in bodies(room)))

    visit(room.desk.store.path, walk)


def test_no_program_is_started_where_none_may_be(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        me.app.may_suspend = False
        await me.press("j")
        await me.at("WriteScreen")
        assert "entry.outside" not in {command.id for command in me.screen.commands()}  # type: ignore[attr-defined]  # it is a Place
        await me.press("a", "ctrl+o")
        assert editor(me).text == "a"

    visit(room.desk.store.path, walk)
