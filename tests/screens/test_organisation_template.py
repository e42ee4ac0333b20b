"""The organisation's templates by keys: written, mended, published, booked with, retired; and only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.domain.template_version import Standing
from ijtui.screens.template import TemplateScreen
from ijtui.settings import Settings
from ijtui.widgets.editor import Editor
from tests.builders import Room, a_person, a_room, let_in
from tests.screens.visit import Visitor, visit
from tests.templates import AGENDA, NAME, SET, published


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


def written(me: Visitor) -> Editor:
    assert isinstance(me.screen, TemplateScreen)
    return me.screen.editor


async def to_templates(me: Visitor) -> None:
    await me.press("2", "t")
    await me.at("TemplatesScreen")


async def to_the_first(me: Visitor) -> TemplateScreen:
    await to_templates(me)
    await me.press("enter")
    await me.at("TemplateScreen")
    assert isinstance(me.screen, TemplateScreen)
    await me.until(lambda: me.screen.query_one("#found").render())
    return me.screen


def test_from_a_shipped_one_to_a_published_one_that_is_booked_and_retired(room: Room) -> None:
    """Begin, make an error, mend it, publish, book, retire: all by keys."""

    async def walk(me: Visitor) -> None:
        await to_templates(me)
        await me.reads("Press n to begin one")
        await me.press("n")
        await me.at("Pick")
        await me.type("development conversation")
        await me.press("enter")
        await me.at("NameForm")
        await me.press("ctrl+s")
        await me.at("TemplateScreen")
        await me.reads("Development conversation · draft of version 1", "questions, 75 min")
        await me.press("ctrl+home", "down", "down", "down", "end", "!")
        await me.reads("line 4: “en!” can't be the language")
        await me.press("ctrl+end", "f9")
        assert type(me.screen).__name__ == "TemplateScreen"
        assert written(me).cursor_location == (3, 0)
        await me.press("ctrl+home", "f8")
        assert written(me).cursor_location == (3, 0)
        await me.press("end", "backspace")
        await me.reads("questions, 75 min")
        await me.press("f9")
        await me.at("PublishForm")
        await me.type("ours now")
        await me.press("ctrl+s")
        await me.at("TemplatesScreen")
        await me.reads("Version 1, Sat 21 Nov")
        await me.press("escape", "n")
        await me.at("BookingForm")
        await me.reads("Development conversation · your organisation's")
        await me.press("escape", "t", "x")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("TemplatesScreen")
        await me.reads("Version 1, Sat 21 Nov, retired")

    visit(room.desk.store.path, walk)
    [template] = room.desk.templates.all(room.me)
    assert template.standing is Standing.RETIRED
    assert template.newest is not None
    assert template.newest.note == "ours now"


def test_beside_the_text_stands_what_it_becomes_where_there_is_room(room: Room) -> None:
    published(room.desk, room.me)

    async def walk(me: Visitor) -> None:
        screen = await to_the_first(me)
        await me.reads("1 Stolthet", "2 Svårt  (employee)", "3 questions, 45 min")
        before = screen.editor.cursor_location
        await me.press("f2", "pagedown", "f2")
        assert screen.editor.cursor_location == before

    visit(room.desk.store.path, walk, size=(120, 40))


def test_on_a_narrow_screen_one_sees_the_text_or_what_it_becomes(room: Room) -> None:
    published(room.desk, room.me)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.reads("{#proud}")
        assert "1 Stolthet" not in me.text
        await me.press("f2")
        await me.reads("1 Stolthet")
        assert "{#proud}" not in me.text
        await me.press("escape")
        await me.reads("{#proud}")
        await me.press("escape")
        await me.at("TemplatesScreen")

    visit(room.desk.store.path, walk)


def test_a_set_is_written_in_the_same_way(room: Room) -> None:
    published(room.desk, room.me, SET)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.reads("3 competences", "Omvårdnad  requirement 3", "4 Mycket bra")
        await me.press("ctrl+end", "x")
        await me.reads("can't be read as TOML")
        await me.press("backspace")
        await me.reads("3 competences")

    visit(room.desk.store.path, walk, size=(120, 40))


def test_what_one_types_is_kept_as_a_draft_and_nobody_uses_it(room: Room) -> None:
    template = published(room.desk, room.me)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.press("ctrl+end", "-", "space", "V", "a", "d", "question_mark")
        await me.reads("4 questions", "one change", "draft of version 2")
        await me.press("escape")
        await me.reads("draft begun")
        await me.press("v")
        await me.at("TemplateVersionsScreen")
        await me.reads("not published yet", "+ New question in Framtiden, Vad?")
        await me.press("down")
        await me.reads("This is the first version.")
        await me.press("enter")
        await me.at("ReadingScreen")

    visit(room.desk.store.path, walk)
    assert room.desk.templates.text(room.me, template) == AGENDA
    assert room.desk.templates.draft(room.me, template.id).body == AGENDA + "- Vad?"


def test_another_id_is_warned_about_while_it_is_written_and_before_it_is_published(room: Room) -> None:
    template = published(room.desk, room.me)
    room.desk.templates.save(room.me, template.id, AGENDA.replace("#proud", "#pride"), 0)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.reads("! another id: earlier answers")
        await me.press("f9")
        await me.at("PublishForm")
        await me.reads("Stolthet has another id, pride instead of proud", "not found any more: Stolthet")

    visit(room.desk.store.path, walk)


def test_a_draft_is_thrown_away_from_the_palette_after_asking(room: Room) -> None:
    room.desk.templates.begin(room.me, NAME, AGENDA)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.press("ctrl+p")
        await me.type("throw the draft")
        await me.press("enter")
        await me.at("ConfirmScreen")
        await me.press("down", "enter")
        await me.at("TemplatesScreen")
        await me.reads("Press n to begin one")

    visit(room.desk.store.path, walk)


def test_two_who_write_the_same_draft_both_keep_their_text(room: Room) -> None:
    template = published(room.desk, room.me)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.press("ctrl+end", "x")
        await me.until(lambda: room.desk.templates.draft(room.me, template.id).version == 1)
        room.desk.templates.save(room.me, template.id, AGENDA + "\n- Deras?", 1)
        await me.press("y")
        await me.at("ConflictScreen")

    visit(room.desk.store.path, walk)
    bodies = [found.body for found in room.desk.templates.revisions(room.me, template.id)]
    bodies.append(room.desk.templates.draft(room.me, template.id).body)
    assert {AGENDA + "xy", AGENDA + "\n- Deras?"} <= set(bodies)


def test_whoever_is_not_hr_reads_what_is_published_and_changes_nothing(room: Room) -> None:
    template = published(room.desk, room.me)
    room.desk.templates.save(room.me, template.id, "# Hemligt utkast", 0)
    let_in(room.desk, room.desk.people.add(room.me, a_person("Hanna Hed")), "hanna", Office.HR)
    door = let_in(room.desk, room.me, "maria")

    async def walk(me: Visitor) -> None:
        screen = await to_the_first(me)
        await me.reads("Höstsamtal, version 1", "{#proud}", "3 questions")
        await me.press("x", "f9", "f8")
        assert screen.editor.text == AGENDA
        assert type(me.screen).__name__ == "TemplateScreen"
        assert "publish" not in me.row("F1 help")
        await me.press("escape", "x", "n")
        assert type(me.screen).__name__ == "TemplatesScreen"

    visit(room.desk.store.path, walk, door=door)
    assert room.desk.templates.get(room.me, template.id).is_offered


VENOM = "[red]x[/] \\[b] {0} %s ‮abc‭ "


def test_hostile_words_are_shown_as_they_are(room: Room) -> None:
    text = AGENDA.replace("Vad är du stolt över?", VENOM + "?").replace("Höstsamtal", VENOM.strip())
    template = published(room.desk, room.me, text)
    room.desk.templates.save(room.me, template.id, text.replace("#proud", "#pride"), 0)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.reads("[red]x[/] \\[b] {0} %s", "! another id")
        await me.press("f9")
        await me.at("PublishForm")
        await me.press("escape", "f4")
        await me.at("TemplateVersionsScreen")
        await me.reads("instead of proud")

    visit(room.desk.store.path, walk, size=(120, 40))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# A\n\n" + "- Vad? {who=boss}\n" * 3_000, id="errors"),
        pytest.param("|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n", id="table"),
        pytest.param("x" * 100_000, id="one line"),
        pytest.param("[" * 5_000 + "\n" + "> " * 2_000, id="nested"),
    ],
)
def test_a_long_text_is_looked_at_while_keys_are_taken(room: Room, text: str) -> None:
    begun = room.desk.templates.begin(room.me, NAME, text)

    async def walk(me: Visitor) -> None:
        await to_the_first(me)
        await me.press("ctrl+home", "å", "ä", "ö")
        assert written(me).text.startswith("åäö")
        await me.reads("line ")
        await me.until(lambda: room.desk.templates.draft(room.me, begun.id).body.startswith("åäö"))

    visit(room.desk.store.path, walk)


def test_the_screen_speaks_swedish_and_keeps_what_stands_there(room: Room) -> None:
    published(room.desk, room.me)

    async def walk(me: Visitor) -> None:
        screen = await to_the_first(me)
        await me.press("ctrl+end", "x")
        await me.app.use(Settings(language="sv"))
        await me.until(lambda: screen.editor.text == AGENDA + "x")
        await me.press("y")
        assert screen.editor.text.endswith("xy") or screen.editor.text.count("y") > AGENDA.count("y")

    visit(room.desk.store.path, walk)
