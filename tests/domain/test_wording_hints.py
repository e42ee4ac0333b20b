"""Where a hint on wording comes up, and where it stays away (D-F4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.wording_hints import LOOKED_AT, Wording, WordingHint

HINTS = Wording(
    (
        WordingHint("generalisation", ("alltid", "som alltid", "aldrig"), "”{word}”: när?"),
        WordingHint("label", ("lat",), "”{word}”: vad gjorde personen?"),
        WordingHint("why", ("varför gjorde du", "varför gjorde du inte"), "”{word}”: hur såg det ut?"),
    )
)


def found(text: str) -> str:
    """Return what was found, or ""."""
    hit = HINTS.last(text)
    return hit.word if hit else ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Du är alltid sen.", "alltid"),
        ("ALDRIG!", "ALDRIG"),
        ("alltid", "alltid"),
        ("som alltid i tid", "som alltid"),
        ("varför gjorde du inte det", "varför gjorde du inte"),
        ("varför  gjorde\tdu det", "varför gjorde du"),
        ("(alltid)", "alltid"),
        ("Du är lat och kommer aldrig", "aldrig"),
        ("", ""),
        ("Allting gick bra", ""),
        ("platsen, latent, klimat", ""),
        ("alltidlösning", ""),
        ("lat-hund", ""),
        ("varför\ngjorde du det", ""),
    ],
)
def test_whole_words_the_longest_first_and_the_last_one_written(text: str, word: str) -> None:
    assert found(text) == word


@pytest.mark.parametrize(
    "text",
    [
        '"Du är alltid sen", sa kunden.',
        "”Du är alltid sen”, sa kunden.",
        "“You are alltid late”",
        "»alltid» och »alltid«",
        "«alltid»",
        "> alltid sen",
        "Bra.\n  > aldrig mer\nBra.",
    ],
)
def test_what_is_cited_is_anothers_word(text: str) -> None:
    assert found(text) == ""


def test_a_quotation_mark_that_is_never_closed_hides_nothing() -> None:
    assert found('5" och alltid') == "alltid"


def test_the_hint_names_the_word_as_it_was_written_and_where() -> None:
    hit = HINTS.last("Bra. Alltid sen {word}")
    assert hit is not None
    assert (hit.said, hit.start) == ("”Alltid”: när?", 5)


def test_only_the_end_of_a_long_text_is_looked_at() -> None:
    assert found("alltid " + "å" * LOOKED_AT) == ""
    hit = HINTS.last("å" * 150_000 + " alltid")
    assert hit is not None
    assert hit.start == 150_001


@pytest.mark.parametrize("text", ["ALLTİD", "alltıd"])
def test_letters_that_only_look_alike_do_no_harm(text: str) -> None:
    assert found(text) == ""


@given(st.text(alphabet='alltid "”“»«>\n\t{}İå', max_size=200))
def test_whatever_is_found_stands_there(text: str) -> None:
    hit = HINTS.last(text)
    assert hit is None or text[hit.start :].startswith(hit.word.split(" ")[0])


def test_a_language_without_hints_has_none() -> None:
    assert Wording(()).last("alltid") is None
