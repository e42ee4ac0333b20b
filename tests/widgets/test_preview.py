"""Markdown drawn to be read: literal but for its signs, and never more than a bounded part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.widgets.preview import MOST, drawn, is_cut


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Första demon #", "Första demon"),
        ("- ett\n* två", "• ett\n• två"),
        ("1. ett", "1. ett"),
        ("  - [x] skickat\n- [ ] boka", "  ☑ skickat\n☐ boka"),
        ("> citat", "│ citat"),
        ("---", "─" * 20),
        ("**fet** och *kursiv* och `kod`", "fet och kursiv och kod"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("```\n# inte rubrik\n```", "  # inte rubrik"),
        ("[/nope] [b] [@click=app.quit]x[/]", "[/nope] [b] [@click=app.quit]x[/]"),
        ("[länk](https://example.org)", "[länk](https://example.org)"),
        ("|a|b|\n|-|-|", "|a|b|\n|-|-|"),
    ],
)
def test_markdown_reads_as_it_is_meant(text: str, plain: str) -> None:
    assert drawn(text).plain == plain


def test_every_sign_has_a_plain_form() -> None:
    assert drawn("- a\n- [x] b\n> c\n---", plain=True).plain == "- a\n[x] b\n| c\n" + "-" * 20


HOSTILE = {
    "a table": ("|" * 500 + "\n") * 20,
    "never closed": "**a " * 50_000,
    "ticks": "`" * 200_000,
    "emphasis": "_a" * 100_000,
    "items in items": "- " * 100_000,
    "quotes in quotes": "> " * 100_000,
    "number signs": "# " + " #" * 100_000,
    "lines": "x\n" * 100_000,
    "nearly a rule": "-\t" * 100_000 + "x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_drawn_is_bounded(text: str) -> None:
    page = drawn(text)
    assert len(page.plain) <= 2 * MOST
    assert len(page.spans) <= MOST


def test_a_very_long_text_is_cut_and_says_so() -> None:
    assert is_cut("x" * (MOST + 1))
    assert is_cut("\n" * 2000)
    assert not is_cut("x" * MOST)


@given(st.text(alphabet="#-*_`>[]x() 1.\n\tåa", max_size=200))
def test_words_are_never_lost(text: str) -> None:
    letters = [letter for letter in text if letter in "åa"]
    assert [letter for letter in drawn(text).plain if letter in "åa"] == letters or "```" in text
