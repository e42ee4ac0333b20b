"""Finding words in a text: capitals and forms of writing make no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.widgets.editor.finding import Found, next_place, places_of


@pytest.mark.parametrize(
    ("line", "wanted", "spans"),
    [
        ("Åsa och åsa", "ÅSA", [(0, 3), (8, 11)]),
        ("åsa", "a\u030asa", [(0, 3)]),
        ("Straße und STRASSE", "strasse", [(0, 6), (11, 18)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("hej", "", []),
        ("hej", "då", []),
    ],
)
def test_a_text_is_found_whatever_its_capitals(line: str, wanted: str, spans: list[tuple[int, int]]) -> None:
    assert places_of(["först", line], wanted) == [Found(1, *span) for span in spans]


def test_the_search_goes_round_at_both_ends() -> None:
    places = [Found(0, 2, 3), Found(1, 0, 1), Found(1, 5, 6)]
    assert next_place(places, 0, 2, 1) == 0
    assert next_place(places, 0, 3, 1) == 1
    assert next_place(places, 1, 6, 1) == 0
    assert next_place(places, 1, 5, -1) == 1
    assert next_place(places, 0, 0, -1) == 2


@given(st.lists(st.text(alphabet="aAåÅßİſs ", max_size=12), min_size=1), st.text("aåßsİ", max_size=3))
def test_every_place_lies_in_its_line(lines: list[str], wanted: str) -> None:
    for place in places_of(lines, wanted):
        assert 0 <= place.start < place.end <= len(lines[place.row])
