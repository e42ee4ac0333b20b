"""What was understood of a template, in a few lines, for the person who wrote it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from ijtui.content.agenda import examine
from ijtui.content.checks import FEEDBACK_FACTS
from ijtui.content.feedback import load_feedback
from ijtui.content.front_matter import front_matter
from ijtui.content.problems import Findings, Problems
from ijtui.content.source import cleaned, read_file
from ijtui.domain.agenda import Agenda, Station
from ijtui.domain.template import TemplatePart
from ijtui.errors import BadInput
from ijtui.words import N_, _, language, ngettext

_PARTS = {
    TemplatePart.POSITIVE: N_("good"),
    TemplatePart.IMPROVE: N_("can improve"),
    TemplatePart.SUPPORT: N_("support"),
    TemplatePart.GOAL: N_("goals"),
    TemplatePart.AGREEMENT: N_("agreements"),
}


def summary(file: Path) -> list[str]:
    """Return what a template's file holds, a line each.

    Raises:
        Problems: it has errors; holds all of them.
    """
    source = str(file)
    try:
        text = cleaned(read_file(file), source)
    except BadInput as error:
        raise Problems(source, (error,)) from error
    return _of_feedback(text, source) if _is_feedback(file, text) else _of_agenda(text, source)


def _is_feedback(file: Path, text: str) -> bool:
    """Whether the file holds feedback templates: it says for which role, or lies in a folder for them."""
    facts = front_matter(text, FEEDBACK_FACTS, Findings(str(file)))
    return "role" in facts.lines or file.absolute().parent.name == "feedback"


def _of_agenda(text: str, source: str) -> list[str]:
    examined = examine(text, source, language())
    agenda = examined.agenda
    if agenda is None:
        raise Problems(source, examined.problems)
    lines = [f"{agenda.title} ({agenda.id}, {agenda.language}, {agenda.kind}, {_minutes(agenda.minutes)})"]
    if agenda.checklist:
        lines.append("  " + _checklist(agenda))
    lines += [f"  {_station(station)}" for station in agenda.stations]
    if examined.passed_over:
        lines.append(_passed_over(examined.passed_over))
    return lines


def _passed_over(lines: tuple[int, ...]) -> str:
    return ngettext(
        "Not used, since it is neither heading nor question: line {lines}",
        "Not used, since they are neither heading nor question: lines {lines}",
        len(lines),
        lines=", ".join(map(str, lines)),
    )


def _checklist(agenda: Agenda) -> str:
    number = len(agenda.checklist)
    return ngettext("Before: {number} thing to do", "Before: {number} things to do", number)


def _station(station: Station) -> str:
    number = len(station.questions)
    parts = [_minutes(station.minutes)] if station.minutes else []
    parts.append(ngettext("{number} question", "{number} questions", number))
    return f"{station.title}: {', '.join(parts)}"


def _minutes(number: int) -> str:
    return _("{number} min", number=number)


def _of_feedback(text: str, source: str) -> list[str]:
    templates = load_feedback(text, source, language())
    parts = Counter(template.part for template in templates)
    head = ngettext("{number} feedback template", "{number} feedback templates", len(templates))
    first = templates[0]
    return [f"{head} ({first.role}, {first.language})"] + [
        f"  {_(_PARTS[part])}: {parts[part]}" for part in TemplatePart if parts[part]
    ]
