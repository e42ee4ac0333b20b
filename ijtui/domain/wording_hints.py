"""Hints on wording that blames or generalises: a way to say it more exactly, never a refusal (D-F4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from annotated_types import MaxLen, MinLen

from ijtui.domain.agenda import Id, Line

LOOKED_AT = 20_000
"""Characters at the end of a text that are looked at: as much as a part of feedback has room for."""

WORD = "{word}"
"""Stands in a hint for the words it is about."""

_CITED = re.compile(r'"[^"\n]*"|”[^”\n]*”|“[^“”\n]*[”“]|»[^»«\n]*[»«]|«[^«»\n]*»|^[ \t]*>.*$', re.MULTILINE)
"""What somebody else said: in quotation marks, or in a quoted paragraph of Markdown."""


@dataclass(frozen=True, slots=True)
class WordingHint:
    """One kind of wording and what to write instead.

    Attributes:
        id: the same in every language ("generalisation").
        words: the words and phrases it is about, in small letters.
        say: one sentence; `{word}` in it stands for what was written.
    """

    id: Id
    words: Annotated[tuple[Annotated[str, MinLen(2), MaxLen(60)], ...], MinLen(1)]
    say: Line


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that was found.

    Attributes:
        word: as it was written.
        start: index of its first character.
    """

    hint: WordingHint
    word: str
    start: int

    @property
    def said(self) -> str:
        """The hint, about this word."""
        return self.hint.say.replace(WORD, self.word)


class Wording:
    """The hints of one language.

    Args:
        hints: all of them.
    """

    def __init__(self, hints: Iterable[WordingHint]) -> None:
        self.hints = tuple(hints)
        self._of = {_key(words): hint for hint in self.hints for words in hint.words}

    @cached_property
    def _looked_for(self) -> re.Pattern[str]:
        """Match whole words, of several that begin alike the longest."""
        longest_first = sorted(self._of, key=len, reverse=True)
        phrases = (r"[^\S\n]+".join(map(re.escape, words.split())) for words in longest_first)
        return re.compile(rf"\b(?:{'|'.join(phrases)})\b(?![-’']\w)", re.IGNORECASE)

    def last(self, text: str) -> Found | None:
        """Return the hint on the last such wording, which is what was most likely just written, or None.

        What is cited is let be: it is another's word. No more than `LOOKED_AT` characters are looked at.
        """
        before = max(0, len(text) - LOOKED_AT)
        looked_at = _CITED.sub(lambda cited: " " * len(cited[0]), text[before:])
        last = None
        for found in self._looked_for.finditer(looked_at):
            hint = self._of.get(_key(found[0]))  # letters that only look alike have none
            last = Found(hint, " ".join(found[0].split()), before + found.start()) if hint else last
        return last


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
