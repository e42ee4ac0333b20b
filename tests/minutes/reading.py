"""Reads minutes back, as one who gets them would: CommonMark with tables, and nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ijtui.clean import clean_line
from ijtui.domain.record import Record
from ijtui.words import in_language

Cells = list[list[str]]


@dataclass(slots=True)
class Part:
    """What stands under one heading, up to the next one.

    Attributes:
        shape: kind, level and text of every token.
        tables: the cells of each table that stands in no list or quote.
    """

    level: int
    title: str
    shape: list[tuple[str, int, str]] = field(default_factory=list)
    tables: list[Cells] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(content for kind, _, content in self.shape if kind == "inline")


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole document.

    Attributes:
        kinds: of all tokens, those inside lines too.
        links: where they lead.
        environment: what the parser remembered between sections, such as link definitions.
    """

    parts: list[Part]
    kinds: set[str]
    links: set[str]
    environment: dict[str, Any]

    def headings(self) -> list[tuple[int, str]]:
        return [(part.level, part.title) for part in self.parts]

    def part(self, title: str) -> Part:
        return next(part for part in self.parts if part.title == title)


def read(text: str) -> Reading:
    environment: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text, environment)
    inner = [child for token in tokens for child in token.children or ()]
    return Reading(
        parts=_parts(tokens),
        kinds={token.type for token in (*tokens, *inner)},
        links={str(child.attrs["href"]) for child in inner if child.type == "link_open"},
        environment=environment,
    )


def shown(token: Token) -> str:
    """What a reader sees of one line."""
    return "".join(child.content or "\n" * child.type.endswith("break") for child in token.children or ())


def body(page: str) -> str:
    """A Docusaurus page without its front matter."""
    return page.split("\n---\n", 1)[1]


def expected_headings(record: Record) -> list[tuple[int, str]]:
    """The headings that the agenda asks for, whatever anybody typed."""
    words, agenda = in_language(record.conversation.agenda.language), record.conversation.agenda
    first = {
        "year_behind": [words("Follow-up of the previous plan")],
        "development_plan": [words("Goals"), words("Agreed actions")],
    }
    last = {
        "work_environment": [words("Feedback")] if record.feedback else [],
        "development_plan": [words("Parked questions"), words("Signatures")],
    }
    found = [(1, f"{agenda.title}: {record.conversation.employee.name}")]
    for station in agenda.stations:
        found.append((2, station.title))
        found += [(3, title) for title in first.get(station.key, [])]
        for section in station.sections:
            found += [(3, section.title)] if section.title else []
            found += [(4 if section.title else 3, question.title) for question in section.questions]
        found += [(3, title) for title in last.get(station.key, [])]
    return [(level, clean_line(title)) for level, title in found]


def _parts(tokens: list[Token]) -> list[Part]:
    parts = [Part(0, "")]
    cells: Cells = []
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            parts.append(Part(int(token.tag[1]), shown(tokens[number + 1])))
        parts[-1].shape.append((token.type, token.level, token.content))
        if token.type == "table_open":
            cells = []
            if token.level == 0:
                parts[-1].tables.append(cells)
        elif token.type == "tr_open":
            cells.append([])
        elif token.type in ("th_open", "td_open"):
            cells[-1].append(shown(tokens[number + 1]))
    return parts[1:]
