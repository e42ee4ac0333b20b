"""Finding words while they are typed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ijtui.domain.search import Found, Hit, Where, read_query
from ijtui.screens.search import SearchScreen
from ijtui.widgets.hits import Hits
from ijtui.widgets.lines import Lines
from tests.builders import Room, a_goal, a_person, shared
from tests.screens.visit import Visitor, visit


@pytest.fixture
def room(room: Room) -> Room:
    """The manager has a journal, and the two have said something."""
    desk, me = room.desk, room.me
    for day, body in (
        (date(2026, 11, 19), "Första demon #demo gick bra"),
        (date(2025, 5, 1), "Demon sköts upp till åttonde maj"),
        (date(2025, 4, 1), "[b]demo[/b] [@click=app.quit]x[/]"),
    ):
        desk.journal.new(me, desk.journal.blank(me, body=body, day=day))
    room.write(me, shared(), "Erik visar en demo för gruppen")
    desk.goals.add(me, room.conversation, a_goal("Hålla en demo i kvartalet"))
    return room


def hits(me: Visitor) -> list[str]:
    return [line.cells[-1] for line in me.screen.query_one(Hits)._lines if line.key]


async def look_for(me: Visitor, typed: str) -> SearchScreen:
    await me.press("slash")
    await me.at("SearchScreen")
    await me.type(typed)
    assert isinstance(me.screen, SearchScreen)
    return me.screen


async def done(me: Visitor) -> None:
    screen = me.screen
    assert isinstance(screen, SearchScreen)
    await me.until(lambda: screen._complete)


def test_words_are_found_as_they_are_typed_newest_first(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("/ search")
        await look_for(me, "demo")
        await me.reads("5 places", "your journal, your conversations and goals")
        assert [text.partition(" ")[0] for text in hits(me)[:1]] == ["Erik"]
        assert hits(me)[-1] == "[b]demo[/b] [@click=app.quit]x[/]"
        await me.type("n å")
        await me.reads("1 place")
        assert hits(me) == ["Demon sköts upp till åttonde maj"]

    visit(room.desk.store.path, walk)


def test_found_words_are_underlined_and_nothing_else(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "demo åttonde")
        await me.reads("1 place")
        [row] = [
            strip
            for strip in me.screen._compositor.render_strips(me.app.size)
            if "sköts" in strip.text and "2025-05-01 " in strip.text
        ]
        marked = [segment.text for segment in row if segment.style and segment.style.underline]
        assert marked == ["Demo", "åttonde"]

    visit(room.desk.store.path, walk)


def test_enter_opens_the_hit_and_escape_comes_back_step_by_step(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3")
        await me.at("PeopleScreen")
        await look_for(me, "gruppen")
        await me.reads("1 place")
        await me.press("enter")
        await me.at("PreparationScreen")
        await me.press("escape")
        await me.at("SearchScreen")
        await me.reads("1 place", "gruppen")
        await me.press("escape")
        await me.at("PeopleScreen")

    visit(room.desk.store.path, walk)


def test_the_arrows_go_through_the_hits_while_one_types(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "demo")
        await me.reads("5 places")
        assert me.screen.query_one(Lines).key == "0"
        await me.press("down", "down")
        assert me.screen.query_one(Lines).key == "2"
        await me.press("up", "pagedown")
        assert me.screen.query_one(Lines).key == "4"
        await me.type(" gick")
        await me.reads("1 place")

    visit(room.desk.store.path, walk)


def held_back(me: Visitor, patch: pytest.MonkeyPatch) -> threading.Event:
    """Let no search end before the event is set."""
    search, goes_on = me.session.desk.search, threading.Event()
    really = search.look_for

    def slowly(*asked: Any) -> Callable[[], Found | None]:
        looking = really(*asked)
        return lambda: looking() if goes_on.wait(10) else None

    patch.setattr(search, "look_for", slowly)
    return goes_on


def test_enter_while_it_is_looked_for_opens_what_is_found_then(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def walk(me: Visitor) -> None:
        goes_on = held_back(me, monkeypatch)
        await look_for(me, "gruppen")
        await me.press("enter")
        assert isinstance(me.screen, SearchScreen)
        goes_on.set()
        await me.at("PreparationScreen")

    visit(room.desk.store.path, walk)


def test_what_an_earlier_search_found_is_never_shown(room: Room) -> None:
    """It comes late, after something else stands in the box."""

    async def walk(me: Visitor) -> None:
        screen = await look_for(me, "demo")
        await me.reads("5 places")
        await me.type("n å")
        await done(me)
        late = Found((Hit(Where.ENTRY, 1, date(2026, 1, 1), "demo från förr"),))
        screen.post_message(SearchScreen.Arrived(read_query("demo"), late))
        await me.pilot.pause()
        assert hits(me) == ["Demon sköts upp till åttonde maj"]

    visit(room.desk.store.path, walk)


def test_while_it_is_looked_for_only_what_fits_the_new_words_is_listed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "demo")
        await me.reads("5 places")
        goes_on = held_back(me, monkeypatch)
        await me.type(" gruppen")
        assert hits(me) == ["Erik visar en demo för gruppen"]
        assert "…" in me.row("Person")
        for _letter in " gruppen":
            await me.press("backspace")
        assert hits(me) == ["Erik visar en demo för gruppen"], "the others are not known to fit yet"
        goes_on.set()
        await me.reads("5 places")

    visit(room.desk.store.path, walk)


def test_after_nothing_was_found_typing_on_looks_no_further(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "xyz")
        await me.reads("Nothing that you may read")
        goes_on = held_back(me, monkeypatch)
        await me.type("zy")
        await done(me)
        assert "Nothing that you may read" in me.text
        for _letter in "xyzzy":
            await me.press("backspace")
        await me.type("d")
        await me.reads("…")
        goes_on.set()

    visit(room.desk.store.path, walk)


def test_a_person_and_a_year_can_be_chosen(room: Room) -> None:
    room.desk.people.add(room.me, a_person("Åsa Berg", manager=room.me.id))

    async def walk(me: Visitor) -> None:
        await look_for(me, "demo")
        await me.press("tab", "tab", "enter")
        await me.at("Pick")
        await me.reads("2026", "2025")
        await me.press("down", "down", "enter")
        await me.at("SearchScreen")
        await me.reads("2 places")
        assert all("2025" in row for row in me.rows if "emo" in row and "conversation" in row)
        await me.press("tab")
        await me.type("å")
        await me.at("Pick")
        await me.press("enter")
        await me.reads("Åsa Berg", "Nothing that you may read has all of this.")
        await me.press("tab", "enter", "enter")
        await me.at("SearchScreen")
        await me.reads("anybody", "2 places")
        await me.screen.run_action("clear")
        await me.reads("All the words have to be there")

    visit(room.desk.store.path, walk)


def test_an_empty_box_says_what_can_be_done(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, '"')
        await me.reads("All the words have to be there", "#tag")
        await me.press("enter")
        assert isinstance(me.screen, SearchScreen)

    visit(room.desk.store.path, walk)


def test_more_than_are_shown_is_said(room: Room) -> None:
    desk = room.desk
    for number in range(201):
        desk.journal.new(room.me, desk.journal.blank(room.me, body=f"möte {number}", day=date(2026, 1, 2)))

    async def walk(me: Visitor) -> None:
        await look_for(me, "möte")
        await me.reads("200, and more")
        assert len(hits(me)) == 200

    visit(room.desk.store.path, walk)


def test_what_is_written_meanwhile_is_found_when_one_comes_back(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "nyskrivet")
        await me.reads("Nothing that you may read")
        room.desk.journal.new(room.me, room.desk.journal.blank(room.me, body="nyskrivet"))
        await me.reads("1 place")

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("keys", [("enter", "b"), ("n",)])
def test_whoever_sits_beside_does_not_see_ones_journal(room: Room, keys: tuple[str, ...]) -> None:
    """In a talk, and in a dialog, there is no search."""

    async def walk(me: Visitor) -> None:
        await me.press(*keys)
        await me.until(lambda: not getattr(me.screen, "ROAMS", False))
        shown = type(me.screen).__name__
        await me.app.run_action("app.show('search')")
        await me.pilot.pause()
        assert type(me.screen).__name__ == shown

    visit(room.desk.store.path, walk)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_it_fits_every_window(room: Room, size: tuple[int, int]) -> None:
    async def walk(me: Visitor) -> None:
        await look_for(me, "demo")
        await done(me)
        assert len(hits(me)) == 5
        assert me.screen.query_one(Hits).size.height >= 5
        await me.reads("Annual development conversation, Erik Ek: Results")

    visit(room.desk.store.path, walk, size=size)
