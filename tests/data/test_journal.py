"""Another's journal is not even fetched, and what a search looks in is the text as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ijtui.data.journal import Entries
from ijtui.domain.journal import Entry, Wanted, folded
from ijtui.domain.quarter import Quarter
from ijtui.errors import NotFound
from tests.builders import Room, a_person, a_room

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Both have written an entry for themselves about the other, and one that they share."""
    room = a_room(tmp_path)
    for asker, other in ((room.me, room.employee), (room.employee, room.me)):
        for shared in (False, True):
            body = f"{asker.first_name} {'delat' if shared else 'privat'} #tag{asker.id}{shared}"
            room.desk.journal.new(
                asker, room.desk.journal.blank(asker, body=body, person=other.id, shared=shared)
            )
    yield room
    room.desk.close()


def fetched(room: Room, reader: int, other: int) -> list[Entry]:
    """Return everything that the ways of reading give a person."""
    rows = Entries(room.desk.store)
    return [
        *rows.page(reader, Wanted(), 100, None),
        *rows.page(reader, Wanted(person=other, year=2026), 100, None),
        *rows.about(reader, other, FIRST, own=True),
        *rows.shared(reader, other, FIRST, LAST),
        *rows.own(reader, None),
    ]


def test_of_anothers_entries_only_those_that_are_shared_with_one_are_fetched(room: Room) -> None:
    me, other = room.me.id, room.employee.id
    for reader, writer in ((me, other), (other, me)):
        seen = fetched(room, reader, writer)
        assert {entry.shared for entry in seen if entry.writer == writer} == {True}
        assert {entry.shared for entry in seen if entry.writer == reader} == {True, False}


def test_a_third_person_fetches_nothing(room: Room) -> None:
    third = room.desk.people.add(room.me, a_person("Någon Annan"))
    rows = Entries(room.desk.store)
    assert fetched(room, third.id, room.me.id) == []
    assert rows.tags(third.id) == ()
    assert rows.reflection(third.id, Quarter(2026, 4)) is None
    for entry in rows.own(room.me.id, None):
        assert rows.with_uid(entry.uid, third.id) is None
        with pytest.raises(NotFound):
            rows.get(entry.id, third.id)


def test_tags_of_what_one_may_not_read_are_not_told(room: Room) -> None:
    tags = dict(Entries(room.desk.store).tags(room.me.id))
    assert tags == {"tag1false": 1, "tag1true": 1, "tag2true": 1}


def test_what_a_search_looks_in_is_always_the_text_as_it_is(room: Room) -> None:
    entry = room.desk.journal.own(room.me)[0]
    room.desk.journal.save(room.me, entry.id, "ÅÄÖ Straße", entry.version)
    [row] = room.desk.store.rows("SELECT folded FROM entry WHERE id = ?", entry.id)
    assert row["folded"] == folded("ÅÄÖ Straße") == "åäö strasse"


@pytest.mark.parametrize("number", [0, -1, 2**63, 2**70, -(2**70)])
def test_no_number_breaks_the_search_for_an_entry(room: Room, number: int) -> None:
    with pytest.raises(NotFound):
        Entries(room.desk.store).get(number, room.me.id)
