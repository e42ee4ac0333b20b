"""Agendas from Markdown: the loader that checks them."""

from __future__ import annotations

from dataclasses import dataclass

from ijtui.content.draft import drafted
from ijtui.content.problems import Findings, Problems
from ijtui.domain.agenda import Agenda
from ijtui.domain.agenda_json import agenda_from_data
from ijtui.errors import BadInput


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of reading a template.

    Attributes:
        agenda: None where there are errors.
        problems: every error, by line.
        passed_over: lines that the agenda has no use for: tables, code, text after the questions.
    """

    agenda: Agenda | None
    problems: tuple[BadInput, ...]
    passed_over: tuple[int, ...] = ()


def load_agenda(text: str, source: str, fallback_language: str) -> Agenda:
    """Return the agenda that a Markdown text describes.

    Args:
        text: the file, as it is.
        source: its name, for errors and for the id of an agenda that gives none.
        fallback_language: "sv" or "en", where neither front matter nor words tell.

    Raises:
        Problems: it has errors; holds all of them.
    """
    examined = examine(text, source, fallback_language)
    if examined.agenda is None:
        raise Problems(source, examined.problems)
    return examined.agenda


def check_agenda(text: str, source: str) -> tuple[BadInput, ...]:
    """Return every error of a template, by line; nothing where it can be used."""
    return examine(text, source, "en").problems


def examine(text: str, source: str, fallback_language: str) -> Examined:
    """Return the agenda or its errors, and what was passed over."""
    from ijtui.content.ranges import check_ranges

    findings = Findings(source)
    try:
        draft = drafted(text, source, fallback_language, findings)
    except BadInput as error:
        return Examined(None, (*findings.in_order, error))
    check_ranges(Agenda, draft.data, draft.lines, findings)
    agenda = None if findings.in_order else agenda_from_data(draft.data)
    return Examined(agenda, findings.in_order, draft.passed_over)


def trusted_agenda(text: str, source: str, language: str) -> Agenda:
    """Return an agenda that ships with the program; the test suite has checked it, so pydantic stays out.

    Raises:
        Problems: the installed file has been damaged.
    """
    findings = Findings(source)
    draft = drafted(text, source, language, findings)
    findings.raise_if_any()
    return agenda_from_data(draft.data)
