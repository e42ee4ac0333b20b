"""Ids made of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.content.slug import Names, is_slug, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Året som gått – hur blev det?", "aret-som-gatt-hur-blev-det"),
        ("E\u0301tude", "etude"),
        ("  A  ", "a"),
        ("???", "otherwise"),
        ("日本", "otherwise"),
        ("x" * 90, "x" * 40),
        (
            "Vilka av förra årets mål blev verklighet, och vilka inte?",
            "vilka-av-forra-arets-mal-blev-verklighet",
        ),
    ],
)
def test_an_id_is_the_first_words_in_plain_letters(text: str, name: str) -> None:
    assert slug(text, "otherwise") == name


@given(st.text())
def test_every_text_has_an_id(text: str) -> None:
    assert is_slug(slug(text, "otherwise"))


def test_a_name_that_is_taken_gets_a_number() -> None:
    names = Names({"a", "a-2"})
    assert [names.unique("a"), names.unique("a"), names.unique("b")] == ["a-3", "a-4", "b"]
