"""A template comes in as one step, and is filled in from place to place."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets.text_area import Selection

from ijtui.widgets.editor import Editor
from tests.widgets.paper_sheet import settle
from tests.widgets.test_editor import Desk, at_a_desk

TEMPLATE = "Du gjorde ‹vad›, och\ndet gav ‹följd›."


def test_a_template_replaces_the_selection_as_one_step() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.selection = Selection((0, 4), (0, 7))
        desk.editor.insert_template(TEMPLATE)
        assert desk.editor.text == f"Hej {TEMPLATE} då"
        await pilot.press("ctrl+z")
        assert desk.editor.text == "Hej bor då"

    at_a_desk(Editor("Hej bor då"), walk)


def test_one_letter_is_one_step_too() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.press("a")
        desk.editor.insert_template("b")
        await pilot.press("c", "ctrl+z", "ctrl+z")
        assert desk.editor.text == "a"

    at_a_desk(Editor(), walk)


def test_the_first_place_is_selected_and_typing_replaces_it() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.insert_template(TEMPLATE)
        assert desk.editor.selected_text == "‹vad›"
        await pilot.press("x")
        assert desk.editor.text == TEMPLATE.replace("‹vad›", "x")

    at_a_desk(Editor(), walk)


def test_tab_goes_from_place_to_place_and_then_leaves() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        after = Editor(id="after")
        await desk.screen.mount(after)
        desk.editor.insert_template(TEMPLATE)
        await pilot.press("x", "tab")
        assert desk.editor.selected_text == "‹följd›"
        await pilot.press("y", "tab")
        assert desk.focused is after
        assert desk.editor.text == "Du gjorde x, och\ndet gav y."

    at_a_desk(Editor(), walk)


def test_a_place_that_was_passed_over_is_offered_once_more() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        after = Editor(id="after")
        await desk.screen.mount(after)
        desk.editor.insert_template(TEMPLATE)
        await pilot.press("tab", "tab")
        assert desk.editor.selected_text == "‹vad›"
        await pilot.press("tab", "tab")
        assert desk.focused is after

    at_a_desk(Editor(), walk)


def test_places_outside_the_template_are_none_of_its_own() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.move_cursor((0, 7))
        desk.editor.insert_template("‹b›")
        assert desk.editor.selected_text == "‹b›"
        await pilot.press("x", "tab")
        assert desk.editor.selected_text == ""
        assert desk.editor.text == "‹a› nu x‹c›"

    at_a_desk(Editor("‹a› nu ‹c›"), walk)


def test_escape_ends_the_filling_in_and_no_more() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.insert_template(TEMPLATE)
        await pilot.press("escape")
        assert "escape" not in desk.heard
        assert desk.focused is desk.editor
        await pilot.press("escape")
        await settle(pilot)
        assert "escape" in desk.heard

    at_a_desk(Editor(), walk)


def test_a_template_without_places_leaves_tab_alone() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        after = Editor(id="after")
        await desk.screen.mount(after)
        desk.editor.insert_template("Bra gjort.")
        await pilot.press("tab")
        assert desk.focused is after

    at_a_desk(Editor(), walk)


def test_writing_elsewhere_ends_the_filling_in() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.move_cursor((1, 0))
        desk.editor.insert_template(TEMPLATE)
        desk.editor.move_cursor((0, 0))
        await pilot.press("x", "escape")
        await settle(pilot)
        assert "escape" in desk.heard

    at_a_desk(Editor("före\n"), walk)


def test_undoing_the_template_gives_tab_back() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.insert_template(TEMPLATE)
        await pilot.press("ctrl+z", "escape")
        await settle(pilot)
        assert desk.editor.text == ""
        assert "escape" in desk.heard

    at_a_desk(Editor(), walk)


def test_a_template_that_does_not_fit_is_refused_whole() -> None:
    async def walk(desk: Desk, pilot: Pilot[None]) -> None:
        desk.editor.insert_template(TEMPLATE)
        await settle(pilot)
        assert desk.editor.text == "hej"
        assert desk.heard_of(Editor.TooLong)

    at_a_desk(Editor("hej", limit=20), walk)
