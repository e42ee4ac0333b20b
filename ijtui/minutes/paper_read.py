"""Reading a form that came back: which answer belongs to which question, and what could not be placed.

What is the form's own is known word by word, so that it is found whatever became of its lines, marks and
letters; all the rest is an answer or is told. Nothing is thrown away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from ijtui.domain.paper import Answer, Asked, Paper, Rest, Returned
from ijtui.errors import BadInput
from ijtui.minutes.paper import CANARY, CODE, CODE_LINE, END, HEAD, Face, words_of
from ijtui.minutes.paper_lines import Wrapping, unquoted
from ijtui.minutes.paper_places import Anchor, Words, anchors
from ijtui.words import N_

_NO_FORM = N_(
    "This is no form that ijtui wrote: the line with ijtui-NUMBER-… is missing. If it is one all the same,"
    " say of which conversation: --number NUMBER"
)
_TWO = N_("There are two forms in here, {first} and {second}. Give each a file of its own.")
_EMPTY = re.compile(r"^[^\S\n]*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def code_of(text: str, source: str) -> re.Match[str]:
    """Return by which code the form is known: groups `code`, `number` and `party`.

    Raises:
        BadInput: there is none, or there are two.
    """
    found = list(CODE_LINE.finditer(text)) or list(CODE.finditer(text))[:1]
    if not found:
        raise BadInput(_NO_FORM, source, 1)
    for other in found[1:]:
        if other["code"] != found[0]["code"]:
            line = _line(text, other.start("code"))
            raise BadInput(_TWO, source, line, first=found[0]["code"], second=other["code"])
    return found[0]


def read_paper(text: str, paper: Paper) -> Returned:
    """Return what a form says.

    Args:
        text: all of the file, as `text_of` returns it.
        paper: the form as it would be written now.
    """
    return _Reader(text, Face(paper)).returned()


class _Reader:
    """One form while it is read.

    Args:
        text: all of the file.
        face: the form's own words.
    """

    def __init__(self, text: str, face: Face) -> None:
        self._text = text
        self._face = face
        self._anchors = anchors(text, face)
        self._asked = {asked.question.id: asked for asked in face.paper.asked}
        self._wrapping = Wrapping(text, face)
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def returned(self) -> Returned:
        """Return everything that was understood."""
        told: dict[str, list[Answer]] = {}
        rest = list(self._above())
        for anchor, end in self._parts():
            if anchor.what in self._asked:
                told.setdefault(anchor.what, []).append(self._answer(anchor, end))
            else:
                rest += self._outside(anchor.after, end, anchor.depth)
        answers = {what: _joined(self._asked[what], found) for what, found in told.items()}
        in_order = tuple(answers[what] for what in self._asked if what in answers and answers[what].body)
        doubled = frozenset(
            what for what, found in told.items() if len(_different(self._asked[what], found)) > 1
        )
        return Returned(in_order, doubled, tuple(rest))

    def _parts(self) -> Iterator[tuple[Anchor, int]]:
        ends = [anchor.start for anchor in self._anchors[1:]]
        return zip(self._anchors, [*ends, len(self._text)], strict=True)

    # An answer

    def _answer(self, anchor: Anchor, end: int) -> Answer:
        asked = self._asked[anchor.what]
        part = self._without_station(unquoted(self._text[anchor.after : end], anchor.depth))
        start, body = self._said(part, asked)
        begins = start + len(body) - len(body.lstrip())
        line = self._line(anchor.after) + part.count("\n", 0, begins)
        lines = (self._unguarded(row) for row in self._wrapping.undone(body).split("\n"))
        return Answer(anchor.what, _trimmed("\n".join(lines)), anchor.base, line)

    def _said(self, part: str, asked: Asked) -> tuple[int, str]:
        """Return where the answer begins, and all that is not the form's own."""
        place, words = 0, Words(part)
        *own, label = self._face.blocks(asked)
        for block in own:
            place = _past(part, words, block, place)
        after = _past(part, words, label, place)
        if after == place:
            before, after = self._label_further_down(part, label, place)
            if before:
                return place, f"{before}\n\n{part[after:]}"
        return after, part[after:]

    def _label_further_down(self, part: str, label: str, place: int) -> tuple[str, int]:
        """Return what stands above the words “Your answer”, and where those end; "" where they are lost."""
        said = words_of(label)
        for line in re.finditer(r"^.*$", part[place:], re.MULTILINE):
            if words_of(line[0]) == said and not line[0].startswith("\\"):
                return _trimmed(part[place : place + line.start()]), place + line.end()
        return "", place

    def _without_station(self, part: str) -> str:
        """Return a part of the form without the heading of the station that follows it."""
        titles = [words_of(title) for title, _asked in self._face.paper.stations()]
        lines = part.rstrip().split("\n")
        for count in (1, 2):  # a long one may be broken in two
            own = lines[-count:]
            if words_of(" ".join(own)) in titles and all(row and row[0] != "\\" for row in own):
                return "\n".join(lines[:-count])
        return part

    def _unguarded(self, line: str) -> str:
        return line[1:] if line.startswith("\\") and self._face.is_ours(line[1:]) else line

    # What is not an answer

    def _above(self) -> Iterator[Rest]:
        """Yield what stands above the form."""
        first = self._anchors[0].start if self._anchors else len(self._text)
        yield from self._outside(0, first, 0)

    def _outside(self, start: int, end: int, depth: int) -> Iterator[Rest]:
        """Yield each paragraph between two places that is not the form's own."""
        text = self._text[start:end]
        signature = _SIGNATURE.search(text)
        limit = signature.start() if signature else len(text)
        for begin, until in ((0, limit), (limit, len(text))):
            for place, paragraph in _paragraphs(text, begin, until):
                said = self._but_the_end(unquoted(paragraph, max(depth, 9)))
                if words_of(said) and not self._is_own(said):
                    yield Rest(said, self._line(start + place), begin == limit)

    def _but_the_end(self, paragraph: str) -> str:
        """Return a paragraph without the form's last line, which may stand close above a signature."""
        end = words_of(self._face.end)
        return _trimmed("\n".join(line for line in paragraph.split("\n") if words_of(line) != end))

    def _is_own(self, paragraph: str) -> bool:
        """Whether a paragraph is of the form's own, above its questions or below: all its words are."""
        paragraph = CODE.sub("", paragraph)
        if words_of(paragraph)[:1] == words_of(self._face.when())[:1] and len(words_of(paragraph)) <= _WHEN:
            return True  # it may have been put off since
        return self._own.issuperset(words_of(paragraph))

    @cached_property
    def _own(self) -> frozenset[str]:
        """The words of the form's own lines above its questions and below."""
        stations = (title for title, _asked in self._face.paper.stations())
        lines = (*self._face.head(), *stations, self._face.end, CANARY, HEAD, END)
        return frozenset(word for line in lines for word in ("ijtui", *words_of(line)))

    def _line(self, place: int) -> int:
        """Return the number of the line that a place is on, from 1."""
        return bisect_left(self._breaks, place) + 1


def _paragraphs(text: str, begin: int, until: int) -> Iterator[tuple[int, str]]:
    """Yield each paragraph between two places with where it begins."""
    for empty in (*_EMPTY.finditer(text, begin, until), None):
        end = empty.start() if empty else until
        paragraph = text[begin:end]
        yield begin + len(paragraph) - len(paragraph.lstrip()), paragraph
        begin = end


def _past(part: str, words: Words, block: str, place: int) -> int:
    """Return where the form's own words end, if they come next; else the place itself."""
    end = words.follows(words_of(block), place)
    if end is None:
        return place
    for sign in block[len(block.rstrip(_SIGNS)) :]:
        end += part[end : end + 1] == sign
    return end


_WHEN = 14
"""Words of the line that says when."""

_SIGNS = "*_?!.:…)”’\"'"
"""What may stand behind the last word of a sentence of the form."""


def _different(asked: Asked, found: list[Answer]) -> list[Answer]:
    """Return the answers that say something, each once; what the form said before only if all say that."""
    said = {" ".join(answer.body.split()): answer for answer in reversed(found) if answer.body}
    if len(said) > 1:
        said.pop(" ".join(asked.answer.split()), None)
    return list(reversed(said.values()))


def _joined(asked: Asked, found: list[Answer]) -> Answer:
    """Return what was said to a question, in how many places that may be."""
    different = _different(asked, found) or found[:1]
    first, *more = different
    if not more:
        return first
    body = "\n\n".join(answer.body for answer in different)
    return Answer(first.question, body, first.base, first.line)


def _trimmed(text: str) -> str:
    """Return a text without the empty lines around it."""
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", text.rstrip())


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
