"""What a person typed, as Markdown that stays theirs and inside its section.

Ordinary notes (paragraphs, lists, check boxes, emphasis) pass unchanged, and cost no parser. Everything
else is parsed and written anew; what can't be written anew safely is quoted word for word.
"""

from __future__ import annotations

import re

from ijtui.clean import clean
from ijtui.minutes.escape import WEB_LINK, quoted

_MARKER = r"(?:[-+*]|\d{1,9}[.)])"
_WORD = rf"(?!{_MARKER}(?:[ ]|$))[*_\"“”'’(]{{0,3}}+[^\W_]"
_MATTERS = re.compile(
    rf"[<{{\t]|&(?=#?\w+;)|!\[|\]\((?!{WEB_LINK})"
    r"|^[ ]{13}"  # deeper lists than that are dropped by parsers, with all that follows
    rf"|^[ ]*+(?:{_MARKER}[ ]++){{1,2}}+(?:\[[ xX]\][ ])?+(?!{_WORD})"  # a list item that isn't plain words
    rf"|^[ ]*+(?!{_MARKER}[ ]|{_WORD}|$)"  # a line that begins neither a list item nor plain words
    r"|^[ ]*+(?:import|export)\b",
    re.MULTILINE,
)
"""Finds what could be anything but plain words, lists and emphasis."""

_EMPTY_AT_THE_TOP = re.compile(r"\A(?:[^\S\n]*\n)+")


def typed(text: str, mdx: bool) -> str:
    """Return the text as Markdown blocks: no headings, nothing left open, no live HTML; "" for nothing.

    Args:
        text: as stored, possibly hostile.
        mdx: for Docusaurus, where braces and some words at the start of a line are code.
    """
    text = _EMPTY_AT_THE_TOP.sub("", clean(text)).rstrip()
    if not _MATTERS.search(text):
        return text
    from ijtui.minutes.rewrite import rewritten

    return rewritten(text, mdx) or quoted(text, mdx)
