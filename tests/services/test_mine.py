"""A person can have everything about them or by them, and nothing that another keeps sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from ijtui.clean import UNSAFE
from ijtui.data.mine import LEFT_OUT, OF_CONVERSATION, OF_PERSON, PROGRAMS
from ijtui.domain.conversation import Party
from ijtui.domain.person import Person
from ijtui.domain.text import TextKind
from ijtui.minutes.mine import as_json, as_markdown
from ijtui.minutes.mine_values import SORTED, THINGS, VALUES, VERBS
from ijtui.minutes.mine_words import LABELS, PARTS
from ijtui.services.desk import Desk
from ijtui.words import in_language
from tests.assessing import a_profile, rate_all
from tests.builders import (
    Room,
    a_goal,
    a_person,
    a_room,
    a_session,
    an_action,
    preparation,
    private,
    shared,
    some_feedback,
)
from tests.services.organisation import Role
from tests.services.weeding import a_marked_file, weeder

SIDES = ((Party.MANAGER, "chefens"), (Party.EMPLOYEE, "medarbetarens"))


def asker(room: Room, party: Party) -> Person:
    return room.me if party is Party.MANAGER else room.employee


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Room]:
    """Each has written what only they see, and what both do; every word of it says whose it is."""
    room = a_room(tmp_path)
    for party, whose in SIDES:
        me = asker(room, party)
        room.write(me, preparation(party), f"{whose} förseglade svar")
        room.write(me, preparation(party), f"{whose} förseglade svar, ändrat " + "x" * 100)
        room.write(me, private(party), f"{whose} egna anteckning")
        room.write(me, shared(), f"{whose} gemensamma rad")
        room.desk.journal.new(me, room.desk.journal.blank(me, body=f"{whose} journal #{whose}"))
        room.desk.drafts.keep(me, "goal:new:1", {"title": f"{whose} utkast"})
        said = some_feedback(giver=me.id, receiver=None, positive=f"{whose} oöppnade återkoppling")
        room.desk.feedback.save(me, room.conversation, said)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal("Gemensamt mål", person=room.employee.id))
    room.desk.actions.add(room.me, room.conversation, an_action("Gemensam överenskommelse", goal=goal.id))
    yield room
    room.desk.close()


def in_json(desk: Desk, person: Person) -> str:
    return "".join(as_json(desk.mine.of(person), person.name, desk.clock()))


def in_markdown(desk: Desk, person: Person, language: str = "sv") -> str:
    pieces = as_markdown(desk.mine.of(person), person.name, desk.clock(), in_language(language))
    return "".join(pieces)


def written(desk: Desk, person: Person) -> tuple[str, str]:
    return in_json(desk, person), in_markdown(desk, person)


def test_every_table_is_in_it_or_left_out_for_a_reason(room: Room) -> None:
    there = {
        row["name"] for row in room.desk.store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    told = OF_PERSON.keys() | OF_CONVERSATION.keys()
    assert there == told | LEFT_OUT.keys()
    assert not told & LEFT_OUT.keys()
    assert all(LEFT_OUT.values())
    assert told == PARTS.keys()


@pytest.mark.parametrize(("party", "whose"), SIDES)
def test_ones_own_words_are_in_it_and_the_others_sealed_ones_are_not(
    full: Room, party: Party, whose: str
) -> None:
    other = dict(SIDES)[party.other]
    for text in written(full.desk, asker(full, party)):
        for own in (
            "förseglade svar",
            "egna anteckning",
            "journal",
            "oöppnade återkoppling",
            "gemensamma rad",
        ):
            assert f"{whose} {own}" in text, own
        for sealed in ("förseglade", "egna", "journal", "utkast", "oöppnade"):
            assert f"{other} {sealed}" not in text, sealed
        for common in ("Gemensamt mål", "Gemensam överenskommelse"):
            assert common in text


@pytest.mark.parametrize(("party", "whose"), SIDES)
def test_what_the_other_opens_is_in_it_but_not_what_they_crossed_out(
    full: Room, party: Party, whose: str
) -> None:
    me = asker(full, party.other)
    crossed = full.desk.texts.read(asker(full, party), preparation(party))
    full.desk.texts.save(
        asker(full, party), preparation(party), f"{whose} öppna svar", crossed.version, force=True
    )
    full.desk.texts.open_preparation(asker(full, party), full.conversation)
    for text in written(full.desk, me):
        assert f"{whose} öppna svar" in text
        assert f"{whose} förseglade svar" not in text


@pytest.mark.parametrize("party", Party)
@pytest.mark.parametrize("opened", [False, True])
def test_the_texts_are_those_that_may_be_read_elsewhere(full: Room, party: Party, opened: bool) -> None:
    full.write(full.me, preparation(Party.EMPLOYEE, "proud"), "på papper", on_paper=True)
    if opened:
        full.desk.texts.open_preparation(asker(full, party.other), full.conversation)
    me = asker(full, party)
    told = {
        (str(row["question"]), str(row["kind"]), str(row["party"]), row["body"])
        for portion in full.desk.mine.of(me)
        if portion.table == "text"
        for row in portion.rows
    }
    readable = full.desk.texts.readable(me, full.conversation).items()
    assert told == {
        (key.question, key.kind.value, key.party.value if key.party else "", text.body)
        for key, text in readable
    }
    assert any(kind == TextKind.PRIVATE.value for _question, kind, _party, _body in told)


@pytest.mark.parametrize("how", ["sealed", "paper", "open"])
def test_the_ratings_are_those_that_may_be_read_elsewhere(room: Room, how: str) -> None:
    profile = a_profile()
    room.desk.competences.begin(room.me, room.conversation, profile)
    rate_all(room, room.conversation, Party.MANAGER)
    if how == "open":
        rate_all(room, room.conversation, Party.EMPLOYEE)
    else:
        rater = room.me if how == "paper" else room.employee
        first = profile.competences[0].id
        room.desk.competences.rate(rater, room.conversation, first, 3, on_paper=how == "paper")
    for party in Party:
        me = asker(room, party)
        readable = room.desk.competences.of(me, room.conversation)
        assert readable
        told = {
            (str(row["party"]), str(row["competence"]), row["level"])
            for portion in room.desk.mine.of(me)
            if portion.table == "rating"
            for row in portion.rows
        }
        assert told == {
            (side.value, competence, level)
            for side, levels in readable.ratings.items()
            for competence, level in levels.items()
        }


def test_a_stranger_has_only_themselves(full: Room) -> None:
    stranger = full.desk.people.add(full.me, a_person("Sara Sten"))
    portions = [(portion.table, len(portion.rows)) for portion in full.desk.mine.of(stranger)]
    assert portions == [("person", 1), ("history", 1)]


def test_who_took_a_copy_is_written_down_for_each_conversation_where_others_come_in(
    full: Room, tmp_path: Path
) -> None:
    desk = a_session(full.desk, full.employee)
    second = full.book()
    desk.mine.of(full.employee)
    for conversation in (full.conversation, second):
        assert [look.who.id for look in full.desk.looks.of(full.me, conversation)] == [full.employee.id]
    assert '"exported"' in in_json(desk, full.employee)
    desk.close()


def test_the_json_can_be_read_and_the_markdown_is_text(full: Room) -> None:
    body = "# Rubrik\n<script>\n-->\n\x1b[31m ![a](http://b) " + "å" * 1000
    full.write(full.me, private(Party.MANAGER, "proud"), body)
    as_objects, page = written(full.desk, full.me)
    portions = json.loads(as_objects)["portions"]
    [text] = [
        row["body"]
        for portion in portions
        for row in portion["rows"]
        if portion["table"] == "text" and row["question"] == "proud"
    ]
    assert text == full.desk.texts.read(full.me, private(Party.MANAGER, "proud")).body
    tokens = MarkdownIt("commonmark").parse(page)
    assert not [token for token in tokens if token.type == "html_block"]
    levels = [token.tag for token in tokens if token.type == "heading_open"]
    assert levels.count("h1") == 1


def test_more_rows_than_fit_in_a_portion_come_in_several(room: Room) -> None:
    for number in range(120):
        room.desk.journal.new(room.me, room.desk.journal.blank(room.me, body=f"inlägg {number}"))
    pages = [portion for portion in room.desk.mine.of(room.me) if portion.table == "entry"]
    assert [len(page.rows) for page in pages] == [100, 20]
    assert len({row["id"] for page in pages for row in page.rows}) == 120
    assert in_markdown(room.desk, room.me).count("## Journal") == 1


def test_a_day_of_an_agreement_is_told(room: Room) -> None:
    action = replace(an_action("Boka kursen"), due=date(2026, 12, 24))
    room.desk.actions.add(room.me, room.conversation, action)
    assert "2026-12-24" in in_markdown(room.desk, room.me)


def test_nothing_that_a_terminal_obeys_leaves_even_if_it_lies_in_the_file(room: Room) -> None:
    with room.desk.store.writing():
        room.desk.store.db.execute(
            "UPDATE person SET role = 'chef\x1b[31m\u202e\x9b' WHERE id = ?", [room.me.id]
        )
    for text in written(room.desk, room.me):
        assert "chef" in text
        assert not UNSAFE.search(text.replace("\n", ""))


# Nothing less on the page than for programs


def test_every_column_is_told_or_left_to_programs_for_a_reason(room: Room) -> None:
    told = OF_PERSON.keys() | OF_CONVERSATION.keys()
    columns = {
        row["name"]
        for table in told
        for row in room.desk.store.rows(f"SELECT name FROM pragma_table_info('{table}')")
    }
    assert columns - LABELS.keys() - PROGRAMS.keys() == set()
    assert not LABELS.keys() & PROGRAMS.keys()
    assert PROGRAMS.keys() <= columns
    assert all(PROGRAMS.values())


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.SUCCESSOR, Role.HR])
def test_the_page_tells_all_that_the_json_does(tmp_path: Path, role: Role) -> None:
    """A word of its own stands in every column that holds words, so none can be left out unseen."""
    made, _words = a_marked_file(tmp_path)
    me = made.people[role]
    page = _normal(in_markdown(made.room.desk, me, "en"))
    portions = json.loads(in_json(made.room.desk, me))["portions"]
    assert {portion["table"] for portion in portions} > {"person", "post", "history"}
    missing = {
        (portion["table"], column, text)
        for portion in portions
        for row in portion["rows"]
        for column, value in row.items()
        if column not in PROGRAMS
        and (portion["table"] != "history" or column in ("at", "who", "verb", "subject"))
        for text in _texts(value)
        if not any(_normal(said) in page for said in _in_words(column, text))
    }
    assert missing == set()
    made.room.desk.close()


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep; of somebody who is meant, the name."""
    if isinstance(value, dict):
        inner = [value["name"]] if value.keys() == {"id", "name"} else list(value.values())
        for part in inner:
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and value.startswith(("{", "[")):
        yield from _texts(json.loads(value))
    elif isinstance(value, str) and value:
        yield value


def _in_words(column: str, text: str) -> Iterator[str]:
    """Yield what a value may be called on the page."""
    yield text
    yield text.replace("T", " ")
    yield text.rpartition("T")[0] + " " + text.rpartition("T")[2][:5]
    if column == "subject":
        yield text.partition(":")[2]
    for known in (VALUES, VERBS, THINGS, SORTED):
        yield known.get(text, text)


def _normal(text: str) -> str:
    return " ".join(text.replace("\\", "").replace("\n  > ", " ").split())


def test_what_is_weeded_and_held_is_told(tmp_path: Path) -> None:
    made, _words = a_marked_file(tmp_path)
    service = weeder(made)
    service.hold_person("root", made.room.employee.id, "Tvist, dnr 12")
    service.weed("root")
    page = in_markdown(made.room.desk, made.room.employee, "en")
    assert "## What was weeded, in counts" in page
    assert "Tvist, dnr 12" in page
    made.room.desk.close()
