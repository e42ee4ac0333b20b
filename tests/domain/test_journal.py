"""What an entry is called, which tags it has, and when a reflection is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from ijtui.domain.journal import Entry, folded, quarter_to_reflect_on
from ijtui.domain.quarter import Quarter


def an_entry(body: str) -> Entry:
    return Entry(1, date(2026, 11, 21), body)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Första demon\nmer", "Första demon"),
        ("\n\n# Reflektion Q4", "Reflektion Q4"),
        ("- [x] skicka svaren", "skicka svaren"),
        ("> * citat", "citat"),
        ("---\nefter", "efter"),
        (" \n", ""),
        ("#demo gick bra", "demo gick bra"),
    ],
)
def test_an_entry_is_called_by_its_first_words(body: str, title: str) -> None:
    assert an_entry(body).title == title


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("#demo och #Demo", ("demo",)),
        ("(#åtgärd) #mål/u1 #två-ord", ("åtgärd", "mål/u1", "två-ord")),
        ("# Rubrik, a#b, ##x, C#", ()),
        ("#" + "å" * 200, ("å" * 60,)),
    ],
)
def test_a_tag_is_a_word_behind_a_number_sign(body: str, tags: tuple[str, ...]) -> None:
    assert an_entry(body).tags == tags


def test_folding_makes_no_difference_between_capitals_in_any_form_of_writing() -> None:
    assert folded("ÅSA") == folded("a\u030asa") == "åsa"
    assert folded("Straße") == folded("STRASSE")


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 10, 1), Quarter(2026, 3)),
        (date(2026, 10, 31), Quarter(2026, 3)),
        (date(2026, 11, 14), None),
        (date(2026, 11, 15), Quarter(2026, 4)),
        (date(2026, 12, 31), Quarter(2026, 4)),
        (date(2027, 1, 4), Quarter(2026, 4)),
        (date(2027, 2, 1), None),
    ],
)
def test_a_reflection_is_asked_for_from_the_middle_of_its_quarter_through_the_month_after(
    day: date, quarter: Quarter | None
) -> None:
    assert quarter_to_reflect_on(day) == quarter
