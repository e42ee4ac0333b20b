"""A template as it is while it is read: plain data, and the line that each piece of it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath
from typing import Any

from ijtui.content.asking import asks, with_headings_that_ask
from ijtui.content.assembly import Lines, assembled
from ijtui.content.attributes import ON_TITLES, attributes
from ijtui.content.checks import AGENDA_FACTS
from ijtui.content.front_matter import FrontMatter, front_matter, without
from ijtui.content.markup import Block, Heading, blocks
from ijtui.content.outline import Outline
from ijtui.content.problems import Findings
from ijtui.content.slug import slug
from ijtui.content.source import cleaned
from ijtui.content.stations import guessed_language, guessed_station
from ijtui.domain.agenda import Kind

_UNTITLED = {
    "sv": {
        Kind.ANNUAL: "Utvecklingssamtal",
        Kind.QUARTERLY: "Kvartalssamtal",
        Kind.EVALUATION: "Årsutvärdering",
        Kind.ONBOARDING: "Introduktionssamtal",
    },
    "en": {
        Kind.ANNUAL: "Development conversation",
        Kind.QUARTERLY: "Quarterly 1:1",
        Kind.EVALUATION: "Annual evaluation",
        Kind.ONBOARDING: "Onboarding conversation",
    },
}
_NAMES_A_CONVERSATION = re.compile(
    r"samtal|dialog|agenda|mall\b|formulär|conversation|review|meeting|1:1|template|form\b|check-in"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An agenda that nobody has checked yet.

    Attributes:
        data: by field name, of the shape that `agenda_from_data` reads.
        lines: place in `data` → line in the file, from 1.
        passed_over: lines that the agenda has no use for: tables, code, text after the questions.
    """

    data: dict[str, Any]
    lines: Lines
    passed_over: tuple[int, ...] = ()


def drafted(text: str, source: str, fallback_language: str, findings: Findings) -> Draft:
    """Return what a Markdown text says; what is wrong with it goes to `findings`.

    Raises:
        BadInput: the text is too large to be read at all.
    """
    text = cleaned(text, source)
    front = front_matter(text, AGENDA_FACTS, findings)
    body = without(text, front)
    run = blocks(body)
    kind = Kind(front.values.get("kind", Kind.ANNUAL))
    heading = _title_heading(run, kind)
    if heading:
        attributes(heading.words, ON_TITLES, findings)
    outline = Outline(kind, findings)
    outline.read(with_headings_that_ask([block for block in run if block is not heading]))
    language = front.values.get("language") or guessed_language(body, fallback_language)
    facts = _facts(front, heading, language, kind, source)
    lines: Lines = {(key,): front.line(key) for key in AGENDA_FACTS}
    if heading and "title" not in front.lines:
        lines["title",] = heading.words.line
    data = assembled(facts, outline, lines, findings)
    return Draft(data, lines, tuple(sorted(outline.passed_over)))


def _facts(
    front: FrontMatter, heading: Heading | None, language: str, kind: Kind, source: str
) -> dict[str, str]:
    """Return what the author says on top, and what goes without saying."""
    return {
        "id": slug(PurePath(source).stem, "agenda"),
        "title": heading.words.text if heading else _UNTITLED[language][kind],
        "kind": kind,
        **front.values,
        "language": language,
    }


def _title_heading(run: list[Block], kind: Kind) -> Heading | None:
    """Return the heading that names the whole agenda rather than a part of it, or None.

    It is the first: where no other heading is as high, or where nothing below it asks and it
    speaks of a conversation or of no station.
    """
    at = next((at for at, block in enumerate(run) if isinstance(block, Heading)), None)
    if at is None or any(map(asks, run[:at])):
        return None
    heading = run[at]
    if not isinstance(heading, Heading) or "station" in heading.words.attributes:
        return None
    below = list(takewhile(lambda block: not _is_as_high(block, heading), run[at + 1 :]))
    if len(below) == len(run) - at - 1:
        return heading
    text = heading.words.text.casefold()
    names = _NAMES_A_CONVERSATION.search(text) or guessed_station(text, kind) is None
    return heading if names and not any(map(asks, below)) else None


def _is_as_high(block: Block, heading: Heading) -> bool:
    return isinstance(block, Heading) and block.level <= heading.level
