"""What mail does to lines, undone: signs of quotation before them, and breaks within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ijtui.minutes.paper import Face, words_of
from ijtui.minutes.paper_places import Words

_QUOTE = re.compile(r"[ \t]?>")
_BLOCK = re.compile(r"\s|[-*+>#|]|\d+[.)]\s|-- ?$")
"""How a line begins that is not the rest of the one above."""

_LONG = 60
"""Characters of a sentence that a program which breaks lines would break."""

_NARROW = 40


def unquoted(text: str, depth: int) -> str:
    """Return the text with the signs of quotation taken away from each line, at most that many."""
    if not depth:
        return text
    return "\n".join(_bare(line, depth) for line in text.split("\n"))


def _bare(line: str, depth: int) -> str:
    taken = False
    for _time in range(depth):
        sign = _QUOTE.match(line)
        if not sign:
            break
        line, taken = line[sign.end() :], True
    return line[1:] if taken and line.startswith(" ") else line


class Wrapping:
    """How the lines of a file were broken, as the form's own long sentences show.

    Args:
        text: all of the file.
        face: the form's own words.
    """

    def __init__(self, text: str, face: Face) -> None:
        broken = list(_broken(text, face))
        self._flowed = bool(broken) and all(line.endswith(" ") for line in broken)
        width = max((len(line.rstrip()) for line in broken), default=0)
        self._width = width if width >= _NARROW else 0

    def undone(self, body: str) -> str:
        """Return an answer with the breaks taken away that a program made."""
        if not self._flowed and not self._width:
            return body
        lines = body.split("\n")
        if self._flowed:  # RFC 3676 puts a space before lines that begin with one
            lines = [line.removeprefix(" ") for line in lines]
        joined = lines[:1]
        for before, line in pairwise(lines):
            if self._goes_on(before, line):
                joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
            else:
                joined.append(line)
        return "\n".join(joined)

    def _goes_on(self, before: str, line: str) -> bool:
        """Whether a line is the rest of the one above it."""
        if not before.strip() or not line.strip():
            return False
        if self._flowed:
            return before.endswith(" ") and before != "-- "
        first = line.split(maxsplit=1)[0]
        return not _BLOCK.match(line) and len(before.rstrip()) + 1 + len(first) > self._width


def _broken(text: str, face: Face) -> Iterator[str]:
    """Yield every line of the form's own long sentences but the last of each, without signs of quotation."""
    words = Words(text)
    own = (part for asked in face.paper.asked for part in face.blocks(asked))
    for sentence in (*face.head(), *own):
        if len(sentence) < _LONG:
            continue
        said = words_of(sentence)
        for place in _starts(text, said):
            end = words.follows(said, place)
            if end is not None:
                start = text.rfind("\n", 0, place) + 1
                *lines, _last = text[start:end].split("\n")
                yield from (_bare(line, 9) for line in lines)
                break


def _starts(text: str, said: list[str]) -> Iterator[int]:
    """Yield where the first two words of a sentence stand one after the other."""
    beginning = r"[\W_]+".join(map(re.escape, said[:2]))
    return (found.start() for found in re.finditer(rf"\b{beginning}\b", text, re.IGNORECASE))
