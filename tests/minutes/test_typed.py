"""What a person typed comes out readable, whole, and inside its section."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.clean import clean
from ijtui.minutes.escape import line, quoted
from ijtui.minutes.rewrite import leaks, rewritten
from ijtui.minutes.typed import typed
from tests.minutes.hostile import nasty
from tests.minutes.reading import read

ORDINARY = [
    "Beslut skrivs i kanalen samma dag. Vi provar en runda\ni januari och ser om det hjälper.",
    "Bra:\n\n- lugnare vecka (äntligen!)\n- *tydligare* roller\n  - mest i **driften**\n- 3 200 av 5 000 kr",
    "- [x] skicka svaren om säkerhet\n- [ ] boka nästa demo #demo",
    "1. Ring Omar\n2. Skriv till R&D-gruppen\n\n“Vi hinner inte” – sagt två gånger; 50 % av tiden.",
    "Svar under 300 ms, se [mätningen](https://example.org/a?b=1&c=2). C:\\temp, a_b_c, ~5 h, kl. 9–10!",
    "Kör `ijtui demo` en gång till.\n\nÅÄÖ åäö é ü – … ’ ” € 100 % §",
]


WITHOUT_LINKS = re.compile(r"https?://|ftp://|www\.", re.IGNORECASE)
"""What makes a bare address: underscores in one are left alone, and may be taken for emphasis."""


def letters(text: str) -> list[str]:
    """Every letter and digit, but for what stands for `<`."""
    return [letter for letter in text.replace("&lt;", "") if letter.isalnum()]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_notes_come_out_as_they_were_typed(text: str) -> None:
    assert typed(text, mdx=False) == text
    assert typed(text, mdx=True) == text


@pytest.mark.parametrize("text", ORDINARY)
def test_the_parser_would_have_said_the_same(text: str) -> None:
    assert rewritten(text, mdx=False) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# Rubrik\ntext", "**Rubrik**\n\ntext"),
        ("Rubrik\n---\ntext", "**Rubrik**\n\ntext"),
        ("Två\nrader\n===", "**Två\nrader**"),
        ("- # Rubrik\n- b", "- **Rubrik**\n- b"),
        ("# *Rubrik*", "*Rubrik*"),
        ("##", "\\##"),
        ("```\nöppen", "```\nöppen\n```"),
        ("~~~ py\nx = '```'", "````py\nx = '```'\n````"),
        ("> ```\n> a\nb", "> ```\n> a\n> ```\n\nb"),
        ("```mdx-code-block\nx\n```", "```\nmdx-code-block\nx\n```"),
        ("    <kod>\n\nx", "```\n<kod>\n```\n\nx"),
        ("<b>fet</b> &amp; a < b", "&lt;b>fet&lt;/b> \\&amp; a < b"),
        ("<div>\n\n# x", "&lt;div>\n\n**x**"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[x]: http://example.org", "\\[x]: http://example.org"),
        ("[^1]: fot", "\\[^1]: fot"),
        ("---\ntitle: x\n---", "___\n\n**title: x**"),
        ("> a\n===", "> a\n> \\==="),
        ("a\n    - b\n    # c", "a\n\\- b\n\\# c"),
        ("![bild](http://example.org/a.png)", "!\\[bild](http://example.org/a.png)"),
        ("[l](javascript:alert(1)) [m](fil.md)", "[l]\\(javascript:alert(1)) [m]\\(fil.md)"),
        ("`a <b>` <b>", "`a <b>` &lt;b>"),
        ("| a | b |\n|:--|--:|\n| c \\| d |", "| a | b |\n| :-- | --: |\n| c \\| d |  |"),
        ("| a |\n|---|\n| b | c |", "> \\| a \\|\\\n> \\|---\\|\\\n> \\| b \\| c \\|"),
        ("* a\n\n  b\n* c\n\n<x>", "* a\n\n  b\n\n* c\n\n&lt;x>"),
        ("- a\n  1. b\n  2. <c>", "- a\n  1. b\n  2. &lt;c>"),
        ("a\x1b[31m b\u202e <c>", "a[31m b &lt;c>"),
        ("\n\n  \n  a  \n\n", "  a"),
        (" \n\t\n", ""),
        ("", ""),
    ],
)
def test_what_would_reach_outside_its_section_is_made_harmless(text: str, written: str) -> None:
    assert typed(text, mdx=False) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("import a from 'b'", "&#105;mport a from 'b'"),
        ("a\nexport const b = 1", "a\n&#101;xport const b = 1"),
        ("Importera listan", "Importera listan"),
        ("{a} och `{b}`", "\\{a} och `{b}`"),
        ("a <3", "a &lt;3"),
        (":::note\na", "\\:::note\na"),
        ("````\n```mdx-code-block\nx\n```\n````", "````\n```mdx-code-block \nx\n```\n````"),
    ],
)
def test_what_mdx_would_run_is_made_harmless(text: str, written: str) -> None:
    assert typed(text, mdx=True) == written


def test_an_address_in_a_line_keeps_its_underscores() -> None:
    address = "https://example.org/_layouts/15/_a_?b=_c_&d=1"
    assert line(f"Se {address} och _här_", mdx=True) == f"Se {address} och \\_här\\_"
    assert line("www.a`<b>`", mdx=False) == "www.a\\`&lt;b>\\`"


def test_lists_deeper_than_parsers_follow_are_quoted() -> None:
    deep = "".join(f"{'  ' * depth}- nivå {depth}\n" for depth in range(15))
    assert typed(deep, mdx=False).startswith("> \\- nivå 0\\\n> \\- nivå 1\\\n")


@settings(max_examples=300, deadline=None)
@given(nasty, st.booleans())
def test_nothing_typed_leaks(text: str, mdx: bool) -> None:
    assert not leaks(typed(text, mdx))


@settings(max_examples=100, deadline=None)
@given(nasty, st.booleans())
def test_nothing_quoted_leaks_or_is_anything_but_words(text: str, mdx: bool) -> None:
    kinds = read(quoted(clean(text), mdx)).kinds
    assert kinds <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close",
        "inline", "text", "hardbreak", "softbreak",
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(nasty)
def test_no_letter_is_lost(text: str) -> None:
    assert letters(clean(text)) == letters(typed(text, mdx=False))


@settings(max_examples=200, deadline=None)
@given(nasty)
def test_a_line_is_shown_as_it_stands(text: str) -> None:
    plain = WITHOUT_LINKS.sub("", " ".join(clean(text).split()))
    told = read(f"- **x:** {line(plain, mdx=False)}\n\n# x {line(plain, mdx=False)}")
    assert told.headings() == [(1, f"x {plain}".strip())]
    assert told.kinds <= {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open",
        "paragraph_close", "heading_open", "heading_close", "inline", "text", "strong_open", "strong_close",
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(nasty)
def test_mdx_finds_no_code_in_what_was_typed(text: str) -> None:
    written = typed(text, mdx=True)
    fences = re.sub(r"^(`{3,}).*?^\1$", "", written, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"^(?:import|export)\b|^:::", fences, re.MULTILINE)
    assert not re.search(r"^`{3,4} *mdx-code-block$", written, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "# x\n" * 2500,
        "> " * 5000 + "x",
        "- " * 5000 + "x",
        "- <a\n" * 2000,
        "[" * 10_000 + "<",
        "".join("`" * length + " " for length in range(1, 140)) + "<b>",
        "|" * 500 + "\n" + "|-" * 500 + "|\n" + "|\n" * 500,
        "](http://a" * 1000 + "<",
    ],
)
def test_long_and_deep_texts_stay_in_their_section(text: str) -> None:
    assert not leaks(typed(text, mdx=True))
