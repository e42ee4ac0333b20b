"""The shipped hints on wording: for the same things in both languages, and short enough for a line."""

from __future__ import annotations

import pytest

from ijtui.content.wording import wording
from ijtui.domain.limits import within_limits
from ijtui.domain.wording_hints import WORD
from ijtui.words import LANGUAGES

A_LINE = 78
"""Cells that a narrow window has for a hint; only the longest phrases may take a second line."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hint_names_the_word_and_says_one_short_thing(language: str) -> None:
    for hint in wording(language).hints:
        within_limits(hint)
        assert hint.say.count(WORD) == 1
        assert all(len(hint.say.replace(WORD, word)) <= A_LINE for word in hint.words if len(word) <= 12)
        assert all(word == " ".join(word.casefold().split()) for word in hint.words)


def test_both_languages_mind_the_same_things() -> None:
    ids = {language: [hint.id for hint in wording(language).hints] for language in LANGUAGES}
    assert ids["sv"] == ids["en"]
    assert len(set(ids["sv"])) == len(ids["sv"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_belongs_to_two_hints(language: str) -> None:
    words = [word for hint in wording(language).hints for word in hint.words]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found_where_it_is_written(language: str) -> None:
    hints = wording(language)
    for hint in hints.hints:
        for word in hint.words:
            found = hints.last(f"Jag menar att {word} är så.")
            assert found is not None
            assert (found.hint, found.word) == (hint, word)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Allting gick bra, och lathunden hjälpte. Latenstiden är låg. Du borde vara stolt."),
        ("sv", "När du ledde mötet i maj kom alla till tals, och beslutet höll."),
        ("sv", "Svarstiden blev sämre än målet; en negativ trend som du vände."),
        ("en", "Nevertheless, whenever you asked, we answered. You should be proud."),
        ("en", "When you led the meeting in May everyone spoke, and the decision held."),
        ("en", "Nevermore is a poem; the hallways were wide."),
    ],
)
def test_what_is_well_said_gets_no_hint(language: str, text: str) -> None:
    assert wording(language).last(text) is None


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        ("sv", "Du kommer alltid för sent.", "generalisation"),
        ("sv", "Du borde ha sagt till.", "hindsight"),
        ("sv", "Varför gjorde du inte som vi sa?", "why"),
        ("sv", "Du är lat.", "label"),
        ("sv", "Alla tycker att det är svårt.", "everybody"),
        ("en", "You never answer.", "generalisation"),
        ("en", "You should have told me.", "hindsight"),
        ("en", "Why didn’t you call?", "why"),
        ("en", "That was your fault.", "blame"),
    ],
)
def test_blame_and_generalisations_get_one(language: str, text: str, hint: str) -> None:
    found = wording(language).last(text)
    assert found is not None
    assert found.hint.id == hint
