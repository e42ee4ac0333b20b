"""Places to fill in are found in reading order, and only within the template."""

from __future__ import annotations

from ijtui.widgets.editor.places import Filling, Passage, Place, places

LINES = ["Du gjorde ‹vad› bra, och", "det gav ‹följd›.", "Nästa gång ‹vad›"]


def test_places_are_found_in_reading_order() -> None:
    assert places(LINES, (0, 0), (2, 99)) == [
        Place((0, 10), (0, 15)),
        Place((1, 8), (1, 15)),
        Place((2, 11), (2, 16)),
    ]


def test_a_place_half_outside_is_none() -> None:
    assert places(LINES, (0, 11), (2, 15)) == [Place((1, 8), (1, 15))]


def test_marks_that_do_not_pair_are_text() -> None:
    assert places(["‹ett ‹två› tre›", "‹fyra", "fem›"], (0, 0), (2, 4)) == [Place((0, 5), (0, 10))]


def test_a_passage_ends_where_it_did_however_its_inside_grows() -> None:
    passage = Passage.between(LINES, (0, 3), (1, 7))
    assert passage.end(LINES) == (1, 7)
    assert passage.end(["Du x", "y", "z", *LINES[1:]]) == (3, 7)


def test_a_passage_that_is_taken_away_has_no_places() -> None:
    passage = Passage.between(LINES, (1, 0), (1, 16))
    assert passage.places(["‹a›"]) == []


def test_the_search_starts_from_the_top_again_once() -> None:
    filling = Filling(Passage.between(LINES, (0, 0), (2, 16)))
    assert filling.next(LINES, (1, 15)) == Place((2, 11), (2, 16))
    assert filling.next(LINES, (2, 16)) == Place((0, 10), (0, 15))
    assert filling.next(LINES, (2, 16)) is None


def test_where_all_is_filled_in_there_is_no_next() -> None:
    assert Filling(Passage.between(["klart"], (0, 0), (0, 5))).next(["klart"], (0, 0)) is None
