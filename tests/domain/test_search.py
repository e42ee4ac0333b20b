"""How what is typed becomes a query, and how found words are marked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.excerpt import Excerpt, excerpt, found_in
from ijtui.domain.journal import folded
from ijtui.domain.search import MOST, Found, Hit, Query, Where, newest, read_query


@pytest.mark.parametrize(
    ("typed", "words", "tags"),
    [
        ("", (), ()),
        ("  ", (), ()),
        ("Kurs", ("kurs",), ()),
        ("dag  ett DAG", ("dag", "ett"), ()),
        ("ÅÄÖ", ("åäö",), ()),
        ("a\u030a", ("å",), ()),
        ('"första dagen" kurs', ("första dagen", "kurs"), ()),
        ('kurs "första da', ("första da", "kurs"), ()),
        ("”första dagen”", ("första dagen",), ()),
        ('""', (), ()),
        ('"  "', (), ()),
        ("#Demo kurs", ("kurs",), ("demo",)),
        ("#", ("#",), ()),
        ('"#demo"', ("#demo",), ()),
        ("c# 100% a_b", ("100%", "a_b", "c#"), ()),
    ],
)
def test_what_is_typed_is_words_phrases_and_tags(
    typed: str, words: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    assert read_query(typed) == Query(words, tags)


@pytest.mark.parametrize("typed", ["", " ", '"', '""', '" "'])
def test_nothing_is_looked_for_yet(typed: str) -> None:
    assert read_query(typed, person=2, year=2026).is_empty


def test_all_of_it_has_to_be_there_on_that_day_about_that_person() -> None:
    query, day = read_query("Å kurs", person=2, year=2026), date(2026, 5, 1)
    assert query.fits("KURSEN på ån", day, 2, None)
    assert not query.fits("kursen vid an", day, 2)
    assert not query.fits("ån", day, 2)
    assert not query.fits("kursen på ån", date(2025, 5, 1), 2)
    assert not query.fits("kursen på ån", day, 3, None)


@pytest.mark.parametrize(
    ("typed", "before", "narrows"),
    [
        ("kursen", "kurs", True),
        ("kurs dag", "kurs", True),
        ('"kurs dag"', "dag", True),
        ("#demo", "#de", True),
        ("kurs", "kursen", False),
        ("kurs", "kurs dag", False),
        ("demo", "#demo", False),
        ("kurs", "", True),
    ],
)
def test_who_finds_nothing_finds_no_more_by_typing_on(typed: str, before: str, narrows: bool) -> None:
    assert read_query(typed).narrows(read_query(before)) is narrows
    assert read_query(typed, person=1).narrows(read_query(before)) is narrows
    assert not read_query(typed).narrows(read_query(before, person=1))
    assert not read_query(typed, year=2025).narrows(read_query(before, year=2026))


@given(st.text(), st.text(max_size=3))
def test_a_mark_holds_the_word_and_nothing_else(text: str, word: str) -> None:
    for first, last in found_in(text, [folded(word)]):
        assert 0 <= first < last <= len(text)
    if len(folded(text)) == len(text):
        assert all(folded(text)[first:last] == folded(word) for first, last in found_in(text, [folded(word)]))


@pytest.mark.parametrize(
    ("text", "sought", "width", "seen"),
    [
        ("Kursen var bra", ["kurs"], 40, Excerpt("Kursen var bra", ((0, 4),))),
        ("en\n\n- två\ttre", ["två tre"], 40, Excerpt("en två tre", ((3, 10),))),
        (
            "# En rubrik\n> - [x] klart\n#demo - nej",
            ["demo"],
            40,
            Excerpt("En rubrik klart #demo - nej", ((17, 21),)),
        ),
        ("Straße och strasse", ["strasse"], 40, Excerpt("Straße och strasse", ((0, 6), (11, 18)))),
        ("abcabc", ["abc", "bca"], 40, Excerpt("abcabc", ((0, 6),))),
        ("ingenting här", ["kurs"], 8, Excerpt("ingenti…")),
        ("a" * 30, ["aa"], 5, Excerpt("aaaa…", ((0, 2), (2, 4)))),
        ("", ["kurs"], 5, Excerpt("")),
    ],
)
def test_found_words_are_marked(text: str, sought: list[str], width: int, seen: Excerpt) -> None:
    assert excerpt(text, sought, width) == seen


def test_a_word_far_into_a_text_is_shown_with_what_leads_to_it() -> None:
    shown = excerpt("ord " * 100 + "KURSEN " + "mer " * 100, ["kurs"], 60)
    [(first, last)] = shown.marks
    assert shown.text[first:last] == "KURS"
    assert shown.text.startswith("…ord ")
    assert shown.text.endswith("…")
    assert len(shown.text) <= 60
    assert first >= 12


@given(st.text(max_size=200), st.text(min_size=1, max_size=4), st.integers(1, 60))
def test_an_excerpt_is_never_wider_than_asked_for(text: str, word: str, width: int) -> None:
    shown = excerpt(text, [folded(word)], width)
    assert len(shown.text) <= width
    assert all(0 <= first <= last <= len(shown.text) for first, last in shown.marks)


def test_the_newest_come_first_and_no_more_than_are_shown() -> None:
    hits = [Hit(Where.ENTRY, number, date.fromordinal(700_000 + number), "") for number in range(MOST + 1)]
    found = newest(hits)
    assert found.more
    assert [hit.number for hit in found.hits] == list(range(MOST, 0, -1))
    assert newest(hits[:MOST]) == Found(tuple(reversed(hits[:MOST])))


def test_a_hit_says_where_it_leads() -> None:
    assert Hit(Where.GOAL, 7, date(2026, 1, 1), "").key == "goal:7"
