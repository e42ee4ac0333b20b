"""Two languages side by side, and sentences with fields."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ijtui.errors import BadInput, NotAllowed
from ijtui.words import LANGUAGES, Words, _, explain, in_language, language, ngettext, speak, spoken


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    before = language()
    yield
    speak(before)


def test_one_language_is_spoken_at_a_time_and_can_change() -> None:
    speak("sv")
    assert (_("tomorrow"), language(), spoken().language) == ("i morgon", "sv", "sv")
    speak("en")
    assert (_("tomorrow"), language()) == ("tomorrow", "en")


def test_minutes_may_speak_another_language_than_the_screen() -> None:
    speak("en")
    assert in_language("sv")("yesterday") == "i går"
    assert _("yesterday") == "yesterday"


def test_an_unknown_language_is_english() -> None:
    speak("tlh")
    assert language() == "en"
    assert Words("tlh")("today") == "today"


def test_fields_are_filled_in_after_translating() -> None:
    assert in_language("sv")("w. {number}", number=47) == "v. 47"


def test_a_text_without_fields_keeps_its_braces() -> None:
    assert _("{") == "{"


def test_saying_nothing_says_nothing() -> None:
    assert in_language("sv")("") == ""


def test_a_number_chooses_its_form() -> None:
    assert ngettext("{number} day", "{number} days", 1) == "1 day"
    assert ngettext("{number} day of {all}", "{number} days of {all}", 0, all=3) == "0 days of 3"


def test_an_error_is_told_in_the_language_of_the_moment() -> None:
    error = BadInput("“{text}” is not a time of day. Write 09:30 or 9.30.", text="nio")
    speak("sv")
    assert explain(error).startswith("”nio” går inte att läsa")


def test_an_error_names_its_file_and_line() -> None:
    assert in_language("en").explain(BadInput("Bad.", "a.md", 3)) == "a.md:3: Bad."
    assert in_language("en").explain(BadInput("Bad.", "a.md")) == "a.md: Bad."
    assert in_language("en").explain(NotAllowed("No.")) == "No."


def test_a_value_with_braces_is_only_a_value() -> None:
    error = BadInput("“{text}” is not a time of day. Write 09:30 or 9.30.", text="{0.__class__}")
    assert "{0.__class__}" in explain(error)


def test_each_language_says_what_it_is_called_in_itself() -> None:
    assert LANGUAGES == {"sv": "Svenska", "en": "English"}
