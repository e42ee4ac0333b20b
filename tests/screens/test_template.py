"""Templates at the cursor: which are offered first, and what becomes of the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ijtui import paths
from ijtui.domain.agenda import StationKey
from ijtui.domain.template import FeedbackTemplate, TemplatePart, Wanted, best_first
from ijtui.screens.dialogs.pick import Pick
from ijtui.screens.going import go_to
from ijtui.screens.talk import open_talk
from ijtui.widgets.editor import Editor
from ijtui.widgets.field import Field
from ijtui.widgets.lines import Lines
from tests.builders import Room, a_person, an_agenda
from tests.screens.visit import Visitor, Walk, visit

OWN = """---
role: nurse
language: sv
---

## Bra · sköterska {#nurse-calm part=positive}

Du höll lugnet när ‹situation› och ‹följd›.
"""


def a_template(title: str, role: str, part: TemplatePart = TemplatePart.POSITIVE) -> FeedbackTemplate:
    return FeedbackTemplate(title, title, role, part, "sv", "‹vad›")


def titles(me: Visitor) -> list[str]:
    """Return what is listed, from the top."""
    return [line.cells[0] for line in me.screen.query_one("#options", Lines)._lines]


def editor(me: Visitor) -> Editor:
    assert isinstance(me.screen.focused, Editor)
    return me.screen.focused


def in_preparation(room: Room, walk: Walk) -> None:
    """Stand in the first answer of a preparation."""

    async def there(me: Visitor) -> None:
        go_to(me.screen, f"conversation:{room.conversation.id}")  # type: ignore[arg-type]  # a Place
        await me.at("PreparationScreen")
        await me.until(lambda: me.screen.focused is not None)
        await me.press("tab")
        await me.until(lambda: isinstance(me.screen.focused, Editor))
        await walk(me)

    visit(room.desk.store.path, there)


def own_file(text: str = OWN, name: str = "nurse.md") -> None:
    folder = paths.own_feedback()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


# What comes first


@pytest.mark.parametrize("role", ["systemutvecklare", "Developer", "Utvecklare inom drift"])
def test_templates_for_the_persons_role_come_before_general_ones_and_those_for_others(role: str) -> None:
    mine = a_template("Bra · utvecklare", "developer")
    everybodys = a_template("Bra · allmän", "general")
    others = a_template("Bra · coach", "coach")
    found = best_first((others, everybodys, mine), Wanted("sv", role))
    assert found == (mine, everybodys, others)


def test_templates_for_the_fields_part_come_before_the_role() -> None:
    support = a_template("Stöd · coach", "coach", TemplatePart.SUPPORT)
    praise = a_template("Bra · utvecklare", "developer")
    assert best_first((praise, support), Wanted("sv", "utvecklare", TemplatePart.SUPPORT)) == (
        support,
        praise,
    )


def test_without_a_role_the_general_ones_come_first_in_the_files_own_order() -> None:
    first, second = a_template("Bra · allmän", "general"), a_template("Bra · allmän: mer", "general")
    coach = a_template("Bra · coach", "coach")
    assert best_first((coach, first, second), Wanted("sv")) == (first, second, coach)


# At the cursor


def test_a_template_is_filtered_inserted_and_filled_in_by_keyboard(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("Nu")
        await me.press("enter", "ctrl+t")
        await me.at("TemplatePick")
        assert titles(me)[0].startswith("Bra · utvecklare"), "Erik is an utvecklare"
        await me.type("coach stöd")
        assert all("coach" in title and "Stöd" in title for title in titles(me))
        await me.reads("‹")
        await me.press("enter")
        await me.at("PreparationScreen")
        text = editor(me).text
        assert text.startswith("Nu\n")
        assert editor(me).selected_text.startswith("‹"), "the first place is ready to be filled in"
        await me.type("lotsen")
        await me.press("tab")
        assert editor(me).selected_text.startswith("‹"), "tab goes to the next place"

    in_preparation(room, walk)


def test_a_template_is_undone_as_one_step(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("Nu")
        await me.press("ctrl+t", "enter")
        await me.at("PreparationScreen")
        assert "‹" in editor(me).text
        await me.press("ctrl+z")
        assert editor(me).text == "Nu"

    in_preparation(room, walk)


def test_leaving_the_list_changes_nothing_and_goes_back_to_the_text(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.type("Nu")
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        await me.press("b", "escape", "escape")
        await me.at("PreparationScreen")
        assert editor(me).text == "Nu"

    in_preparation(room, walk)


def test_in_a_conversation_they_are_in_the_language_of_its_agenda(room: Room) -> None:
    room.conversation = room.book(agenda=an_agenda(language="en"))

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        assert titles(me)[0].startswith("Good")

    in_preparation(room, walk)


def test_in_a_talk_they_are_offered_too(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        open_talk(me.screen, room.conversation, StationKey.FUTURE)  # type: ignore[arg-type]  # a Place
        await me.until(lambda: isinstance(me.screen.focused, Editor))
        await me.press("ctrl+t", "enter")
        await me.at("FutureScreen")
        assert "‹" in editor(me).text

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize(
    ("form", "field", "part"),
    [
        ("feedback:new", "positive", "Bra"),
        ("feedback:new", "improve", "Kan bli bättre"),
        ("feedback:new", "support", "Stöd"),
        ("goal:new", "title", "Mål"),
        ("action:new", "what", "Överenskommelse"),
    ],
)
def test_a_field_offers_its_own_part_first(room: Room, form: str, field: str, part: str) -> None:
    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"{form}:{room.conversation.id}")  # type: ignore[arg-type]  # a Place
        await me.until(lambda: me.screen.query("Field"))
        me.screen.query_one(f"#field-{field}", Field).take_focus()
        await me.pilot.pause()
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        assert titles(me)[0].startswith(part)

    visit(room.desk.store.path, walk)


def test_a_line_takes_a_template_as_one_line(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"goal:new:{room.conversation.id}")  # type: ignore[arg-type]  # a Place
        await me.at("GoalForm")
        await me.press("ctrl+t", "enter")
        await me.at("GoalForm")
        assert "‹" in editor(me).text
        assert "\n" not in editor(me).text

    visit(room.desk.store.path, walk)


# One's own


def test_own_templates_are_offered_to_the_role_they_name(room: Room) -> None:
    own_file()
    nurse = room.desk.people.add(room.me, a_person("Siv", role="sjuksköterska", manager=room.me.id))
    room.conversation = room.book(employee=nurse)

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        assert titles(me)[0] == "Bra · sköterska"

    in_preparation(room, walk)


def test_a_broken_file_is_named_and_the_others_are_offered(room: Room) -> None:
    own_file()
    own_file("## Utan text {#a part=nonsense}\n", "broken.md")

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        assert "Bra · sköterska" in titles(me)
        (said,) = [note.message for note in me.app._notifications]
        assert "broken.md" in said
        assert "ijtui template check" in said

    in_preparation(room, walk)


def test_a_hostile_template_is_text(room: Room) -> None:
    own_file(
        OWN.replace("Bra · sköterska", "y [x] [/] [@click=app.quit]y[/]").replace("lugnet", "[bold]lugnet[/]")
    )

    async def walk(me: Visitor) -> None:
        await me.press("ctrl+t")
        await me.at("TemplatePick")
        await me.type("click")
        await me.reads("y [x] [/] [@click=app", "[bold]lugnet[/]")
        await me.press("enter")
        assert "[bold]lugnet[/]" in editor(me).text

    in_preparation(room, walk)


def test_a_text_that_is_only_read_takes_no_template(room: Room, tmp_path: Path) -> None:
    room.hold(room.conversation)

    async def walk(me: Visitor) -> None:
        go_to(me.screen, f"conversation:{room.conversation.id}")  # type: ignore[arg-type]  # a Place
        await me.at("MinutesScreen")
        await me.press("ctrl+t")
        assert not isinstance(me.screen, Pick)

    visit(room.desk.store.path, walk)


def test_what_suits_everybody_is_not_taken_for_a_role() -> None:
    general = a_template("Bra · allmän", "general")
    assert best_first((replace(general, id="b"), general), Wanted("sv", "general allmän"))[0].id == "b"
