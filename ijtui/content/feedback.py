"""Feedback templates from Markdown: one file a role, one heading a template, its text below (D-F2)."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import zip_longest
from pathlib import PurePath

from ijtui.content.assembly import Lines
from ijtui.content.attributes import ON_TEMPLATES, attributes
from ijtui.content.checks import FEEDBACK_FACTS
from ijtui.content.front_matter import front_matter, without
from ijtui.content.markup import BOLD_HEADING, Heading, blocks
from ijtui.content.problems import Findings, Problems
from ijtui.content.slug import Names, slug
from ijtui.content.source import cleaned
from ijtui.content.stations import guessed_language
from ijtui.domain.template import PLACE, FeedbackTemplate, TemplatePart
from ijtui.errors import BadInput
from ijtui.words import N_

MOST_TEMPLATES = 200

_ATTRIBUTES_OF_NEXT = re.compile(r"\n[ \t]*\{[^{}\n]*\}\s*\Z")
"""A line of attributes right above a heading belongs to that heading."""


_PARTS = {
    TemplatePart.IMPROVE: r"kan bli bättre|bättre|förbättr|can improve|improve|better",
    TemplatePart.SUPPORT: r"stöd|hjälp|support|help",
    TemplatePart.GOAL: r"mål|goal",
    TemplatePart.AGREEMENT: r"överenskomm|avstämning|agreement|check-in",
    TemplatePart.POSITIVE: r"bra|beröm|styrk|uppmuntr|good|positive|praise|strength|well done",
}


def load_feedback(text: str, source: str, fallback_language: str) -> tuple[FeedbackTemplate, ...]:
    """Return the templates of one file.

    Args:
        text: the file, as it is.
        source: its name, for errors and for the role where none is given.
        fallback_language: "sv" or "en", where neither front matter nor words tell.

    Raises:
        Problems: it has errors; holds all of them.
    """
    from ijtui.content.ranges import check_ranges

    findings = Findings(source)
    try:
        templates, lines = _read(text, source, fallback_language, findings)
    except BadInput as error:
        raise Problems(source, (error,)) from error
    check_ranges(list[FeedbackTemplate], [asdict(template) for template in templates], lines, findings)
    findings.raise_if_any()
    return templates


def trusted_feedback(text: str, source: str, language: str) -> tuple[FeedbackTemplate, ...]:
    """Return the templates of a file that ships with the program, which the test suite has checked.

    Raises:
        Problems: the installed file has been damaged.
    """
    findings = Findings(source)
    templates, _ = _read(text, source, language, findings)
    findings.raise_if_any()
    return templates


def _read(
    text: str, source: str, fallback_language: str, findings: Findings
) -> tuple[tuple[FeedbackTemplate, ...], Lines]:
    text = cleaned(text, source)
    front = front_matter(text, FEEDBACK_FACTS, findings)
    body = without(text, front)
    headings = [block for block in blocks(body) if isinstance(block, Heading) and block.level < BOLD_HEADING]
    _check_number(headings, findings)
    language = front.values.get("language") or guessed_language(body, fallback_language)
    role = front.values.get("role") or slug(PurePath(source).stem, "general")
    rows = body.split("\n")
    names = Names(set())
    templates = []
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.words.line - 1 if following else len(rows)
        _check_places(rows, heading.end, end, findings)
        written = _ATTRIBUTES_OF_NEXT.sub("", "\n".join(rows[heading.end : end])).strip()
        templates.append(_template(heading, written, role, language, names, findings))
    return tuple(templates), {(at,): heading.words.line for at, heading in enumerate(headings)}


def _check_number(headings: list[Heading], findings: Findings) -> None:
    if not headings:
        findings.add(N_("There is no template here. Expected headings with a text below each of them."), 1)
    if len(headings) > MOST_TEMPLATES:
        message = N_("There are {number} templates. Expected at most {most}.")
        line = headings[MOST_TEMPLATES].words.line
        raise BadInput(message, findings.source, line, number=len(headings), most=MOST_TEMPLATES)


def _template(
    heading: Heading, body: str, role: str, language: str, names: Names, findings: Findings
) -> FeedbackTemplate:
    said = attributes(heading.words, ON_TEMPLATES, findings)
    title = heading.words.text
    part = said.get("part") or _guessed_part(title)
    if part is None:
        message = N_("It is not clear what “{title}” is for. Expected part= and one of: {expected}.")
        findings.add(message, heading.words.line, title=title[:40], expected=", ".join(TemplatePart))
    name = names.unique(said.get("id") or slug(title, "template"))
    return FeedbackTemplate(name, title, role, TemplatePart(part or TemplatePart.POSITIVE), language, body)


def _guessed_part(title: str) -> str | None:
    found = [(match.start(), part) for part, words in _PARTS.items() if (match := _search(words, title))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _search(words: str, title: str) -> re.Match[str] | None:
    return re.search(rf"\b(?:{words})", title[:200].casefold())


def _check_places(rows: list[str], start: int, end: int, findings: Findings) -> None:
    """Note every line with a place to fill in that has only one of its marks."""
    for number in range(start, end):
        if re.search("[‹›]", PLACE.sub("", rows[number])):
            message = N_("A place to fill in has only one of its marks. Expected ‹what›, at most 60 letters.")
            findings.add(message, number + 1)
