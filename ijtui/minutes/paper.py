"""A preparation as a Markdown form that anyone can fill in, in any editor.

What a program needs stands in comments of one short line. What a person needs stands in plain words, and
is enough to read the form back where the comments are lost. A line of an answer that looks like one of the
form's own gets a backslash, so that an answer can hold anything, a whole form too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ijtui import dates
from ijtui.domain.paper import Asked, Paper
from ijtui.minutes.names import ascii_slug
from ijtui.words import N_, Words, in_language

CANARY = "å=ö"
"""Tells from what became of it what a mail program did to the letters of the file."""

MARK = re.compile(
    r"^(?P<quoted>[> \t]*)(?:<|&lt;)!\s*(?:--|–|—)[\s>]*ijtui:[\s>]+(?P<what>[^\s<>]+)"
    r"(?:[\s>]+(?P<version>\d{1,9}))?[^\S\n]*[^\n]{0,40}?(?:--|–|—)(?:>|&gt;)",
    re.MULTILINE,
)
"""A comment of the form at the beginning of a line, also after a mail program has quoted and wrapped it."""

_CODE = r"(?P<code>ijtui-(?P<number>\d{1,19})-(?P<party>employee|manager)-[0-9a-f]{8})"
CODE = re.compile(_CODE)
CODE_LINE = re.compile(rf"^[>* \t-]*\w+[ \t]*:[>\s]{{0,40}}{_CODE}[ \t]*$", re.MULTILINE)
"""The line of the form with its code, also after a mail program has quoted and wrapped it."""

HEAD, END = "#form", "#end"
"""What the first and the last comment say; the others say a question's id and the version of its answer."""

WORD = re.compile(r"[^\W_]+")


class Face:
    """The form's own words in the language of the conversation's template.

    Args:
        paper: whose form it is.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Words = in_language(paper.conversation.agenda.language)
        self.label = f"**{self.words('Your answer:')}**"
        self.end = f"*{self.words('The form ends here.')}*"

    def heading(self, asked: Asked) -> str:
        """Return the line above a question."""
        return f"### {asked.number}. {asked.question.title}"

    def blocks(self, asked: Asked) -> tuple[str, ...]:
        """Return what stands between the comment of a question and its answer, part by part."""
        hint = (f"*{asked.question.hint}*",) if asked.question.hint else ()
        return self.heading(asked), asked.question.text, *hint, self.label

    def head(self) -> tuple[str, ...]:
        """Return what stands above the first question, line by line."""
        paper, words = self.paper, self.words
        sees = _WHO_PAPER if paper.on_paper else _WHO_OWN
        who = words(sees, other=paper.other.name, name=paper.writer.name)
        back = words(_BACK_PAPER if paper.on_paper else _BACK_OWN, other=paper.other.name)
        return (
            f"# {words('Preparation: {title}', title=paper.conversation.agenda.title)}",
            words(
                "{name}, this is your preparation for the conversation with {other}.",
                name=paper.writer.name,
                other=paper.other.name,
            ),
            self.when(),
            f"- {who}",
            f"- {words(_HOW)}",
            f"- {back}",
            f"- {words('Form: {code}', code=paper.code)}",
        )

    def when(self) -> str:
        """Return the line that says when the two meet."""
        starts = self.paper.conversation.starts
        if starts is None:
            return self.words("When: {when}", when=self.words("no time yet"))
        when = f"{dates.long(starts.date(), self.words)} {dates.clock_time(starts)}"
        return self.words("When: {when}", when=when)

    def is_ours(self, line: str) -> bool:
        """Whether a line, standing in an answer, would be taken for one of the form's own."""
        bare = line.lstrip("\\")
        marked = MARK.match(bare) or CODE_LINE.match(bare)
        return marked is not None or tuple(words_of(bare)) in self._lines

    @cached_property
    def _lines(self) -> frozenset[tuple[str, ...]]:
        headings = (self.heading(asked) for asked in self.paper.asked)
        stations = (title for title, _asked in self.paper.stations())
        return frozenset(tuple(words_of(line)) for line in (*headings, *stations, self.label, self.end))


_WHO_PAPER = N_("Who sees it: when you hand it in, {other} reads it and enters it; then you both see it.")
_WHO_OWN = N_("Who sees it: only you, {name}, until you open it for {other} in ijtui.")
_HOW = N_(
    "How to fill it in: write below “Your answer”, in any program, as much or as little as you like. Skip"
    " what you don't want to answer. Leave the headings and the lines with ijtui in them as they are."
)
_BACK_PAPER = N_("How to hand it in: save the file and send it to {other}, or paste it into a message.")
_BACK_OWN = N_("How to take it in: ijtui prep import, and the name of this file.")


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: whatever the marks, spaces and capitals."""
    return [found[0].casefold() for found in WORD.finditer(text)]


def markdown(paper: Paper) -> str:
    """Return the form, with what is written so far."""
    return "\n".join(_lines(Face(paper)))


def _lines(face: Face) -> Iterator[str]:
    title, hello, when, *points = face.head()
    yield mark(HEAD, CANARY)
    yield from (title, "", hello, "", when, "", *points, "")
    for station, asked_there in face.paper.stations():
        yield from (f"## {station}", "")
        for asked in asked_there:
            yield from _question(face, asked)
    yield from (mark(END), face.end, "")


def _question(face: Face, asked: Asked) -> Iterator[str]:
    yield mark(asked.question.id, str(asked.version) if asked.version else "")
    for block in face.blocks(asked):
        yield from (block, "")
    if asked.answer.strip():
        yield from (guarded(line, face) for line in asked.answer.strip("\n").split("\n"))
    yield ""


def guarded(line: str, face: Face) -> str:
    """Return a line of an answer so that it is not taken for the form's own."""
    return f"\\{line}" if face.is_ours(line) else line


def mark(what: str, more: str = "") -> str:
    """Return a comment: "<!-- ijtui: results 3 -->"."""
    return f"<!-- ijtui: {' '.join(part for part in (what, more) if part)} -->"


def file_name(paper: Paper) -> str:
    """Return a name of plain letters: "preparation-12-asa-berg.md"."""
    return (
        "-".join(
            part
            for part in ("preparation", str(paper.conversation.id), ascii_slug(paper.writer.name))
            if part
        )
        + ".md"
    )
