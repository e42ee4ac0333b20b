"""What no text may hold, and that nothing else is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.clean import UNSAFE, UNSAFE_IN_A_LINE, clean, clean_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY_TEXT)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not UNSAFE.search(clean(text))
    assert not UNSAFE_IN_A_LINE.search(clean_line(text))
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\t\n")))
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[2Jhej", "[2Jhej"),
        ("a\x9b31mb", "a31mb"),
        ("ett\r\ntvå\rtre\n", "ett\ntvå\ntre\n"),
        ("\ufeffhej", "hej"),
        ("kort\u202egnal\u202c", "kortgnal"),
        ("a\udce6b", "ab"),
        ("A\u030asa", "Åsa"),
        ("e\u200d\u200c", "e\u200d\u200c"),
        ("  indrag\n\tflik", "  indrag\n\tflik"),
    ],
)
def test_what_goes_and_what_stays(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_line_is_one_line() -> None:
    assert clean_line("  Åsa\n\tBerg \x00 ") == "Åsa Berg"
