"""Earlier versions: few enough to choose from, and never more than a line gone for good."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.text import KEPT_APART, MUCH, Revision
from ijtui.errors import Conflict
from tests.builders import Room, a_room, shared

KEY = shared()
WORDS = "Vi talade om arbetsbördan och kom överens om att se över den i mars. "


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


def type_in(room: Room, body: str) -> None:
    room.clock.forward(seconds=1)
    room.write(room.me, KEY, body)


def earlier(room: Room) -> tuple[Revision, ...]:
    return room.desk.texts.versions(room.me, KEY)


def test_an_hour_of_typing_gives_about_a_dozen_earlier_versions(room: Room) -> None:
    body = ""
    for second in range(3600):
        body += WORDS[second % len(WORDS)]
        if second % 10 == 9:
            body = body[:-1]  # a slip, taken back
        type_in(room, body)
    assert 11 <= len(earlier(room)) <= 16
    lengths = [len(revision.body) for revision in reversed(earlier(room))]
    assert lengths == sorted(lengths)
    assert lengths[0] > 200, "the first letters of a text are no version of it"


def test_a_passage_that_is_taken_away_at_once_is_kept(room: Room) -> None:
    type_in(room, WORDS * 5)
    type_in(room, WORDS)
    assert [revision.body for revision in earlier(room)] == [WORDS * 5]


def test_a_passage_that_is_replaced_by_one_as_long_is_kept(room: Room) -> None:
    type_in(room, "a" * 500)
    type_in(room, "b" * 500)
    assert [revision.body for revision in earlier(room)] == ["a" * 500]


def test_a_passage_that_is_deleted_letter_by_letter_is_kept(room: Room) -> None:
    body = WORDS * 20
    type_in(room, body)
    while body:
        body = body[:-10]
        type_in(room, body)
    kept = max(len(revision.body) for revision in earlier(room))
    assert len(WORDS * 20) - kept <= MUCH
    assert len(earlier(room)) <= len(WORDS * 20) // MUCH + 1


def test_a_correction_is_no_version_of_its_own(room: Room) -> None:
    type_in(room, "Vi talde om")
    type_in(room, "Vi talade om")
    assert earlier(room) == ()


def test_what_stood_when_somebody_comes_back_later_is_kept(room: Room) -> None:
    type_in(room, "måndag")
    room.clock.forward(seconds=KEPT_APART.total_seconds())
    type_in(room, "måndag, tisdag")
    type_in(room, "måndag, tisdag, onsdag")
    assert [revision.body for revision in earlier(room)] == ["måndag"]


def test_what_the_other_wrote_is_kept_however_recent(room: Room) -> None:
    type_in(room, "chefens")
    room.write(room.employee, KEY, "medarbetarens")
    assert [(revision.body, revision.author) for revision in earlier(room)] == [("chefens", room.me.id)]


def test_restoring_is_saving_and_can_be_taken_back(room: Room) -> None:
    type_in(room, WORDS * 2)
    type_in(room, "kort")
    [first] = earlier(room)
    stored = room.desk.texts.read(room.me, KEY)
    room.desk.texts.save(room.me, KEY, first.body, stored.version, force=True)
    assert room.desk.texts.read(room.me, KEY).body == WORDS * 2
    assert "kort" in [revision.body for revision in earlier(room)]


def test_the_numbers_of_versions_only_grow(room: Room) -> None:
    for number in range(5):
        type_in(room, f"text {number}")
        assert room.desk.texts.read(room.me, KEY).version == number + 1


def test_the_same_text_saved_again_is_the_same_version(room: Room) -> None:
    type_in(room, "samma")
    type_in(room, "samma")
    assert room.desk.texts.read(room.me, KEY).version == 1


def test_a_stale_save_keeps_both_texts_and_returns_the_stored_one(room: Room) -> None:
    type_in(room, "grund")
    room.write(room.employee, KEY, "grund och mer")
    with pytest.raises(Conflict) as conflict:
        room.desk.texts.save(room.me, KEY, "grund och annat", 1)
    assert conflict.value.theirs == room.desk.texts.read(room.me, KEY)
    assert room.desk.texts.read(room.me, KEY).body == "grund och mer"
    late = [revision for revision in earlier(room) if revision.lost]
    assert [(revision.body, revision.author) for revision in late] == [("grund och annat", room.me.id)]


def test_typing_on_in_a_stale_text_is_one_late_version_not_hundreds(room: Room) -> None:
    type_in(room, "grund")
    room.write(room.employee, KEY, "grund och mer")
    for end in range(len(WORDS)):
        with pytest.raises(Conflict):
            room.desk.texts.save(room.me, KEY, "grund. " + WORDS[:end], 1)
    assert [revision.body for revision in earlier(room) if revision.lost] == ["grund. " + WORDS[:-1]]
    with pytest.raises(Conflict):
        room.desk.texts.save(room.me, KEY, "x", 1)
    with pytest.raises(Conflict):
        room.desk.texts.save(room.me, KEY, WORDS * 3, 1)
    with pytest.raises(Conflict):
        room.desk.texts.save(room.me, KEY, "", 1)
    assert WORDS * 3 in [revision.body for revision in earlier(room) if revision.lost]


def test_deciding_between_two_texts_keeps_the_one_that_was_not_chosen(room: Room) -> None:
    type_in(room, "a")
    room.write(room.employee, KEY, "b")
    with pytest.raises(Conflict):
        room.desk.texts.save(room.me, KEY, "c", 1)
    chosen = room.desk.texts.save(room.me, KEY, "c", 1, force=True)
    assert chosen.version == 3
    assert {"a", "b", "c"} <= {revision.body for revision in earlier(room)} | {chosen.body}


EDITS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200), st.integers(0, 40)), max_size=40)


@settings(max_examples=30, derandomize=True, deadline=None)
@given(EDITS)
def test_between_two_kept_versions_no_more_than_a_line_is_gone(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int, int]]
) -> None:
    room = a_room(tmp_path_factory.mktemp("room"))
    letters = iter(map(chr, range(0x4E00, 0x9FFF)))  # each once, so that it can be found again
    body = "".join(islice(letters, 300))
    typed = set(body)
    type_in(room, body)
    for start, length, new in edits:
        added = "".join(islice(letters, new))
        typed |= set(added)
        body = body[:start] + added + body[start + length :]
        type_in(room, body)
    kept = [revision.body for revision in earlier(room)]
    room.desk.close()
    assert len(typed - set(body).union(*kept)) <= MUCH * (len(kept) + 1)
