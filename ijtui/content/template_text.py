"""The text of a template of either sort: an agenda's Markdown, a competence set's TOML."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ijtui.content.problems import Problems
from ijtui.domain.agenda import Agenda
from ijtui.domain.competence import Profile
from ijtui.domain.template_version import TemplateSort
from ijtui.errors import BadInput

Made = Agenda | Profile
"""What a template's text describes."""

ENDINGS = {TemplateSort.AGENDA: ".md", TemplateSort.COMPETENCES: ".toml"}
"""How the name of a file with such a text ends."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a text.

    Attributes:
        made: None where there are errors.
        problems: every error, by line.
        passed_over: lines of an agenda that it has no use for.
    """

    made: Made | None
    problems: tuple[BadInput, ...] = ()
    passed_over: tuple[int, ...] = ()


def read(sort: TemplateSort, text: str, source: str, language: str) -> Reading:
    """Return what a text describes, or its errors.

    Args:
        sort: of which sort it is.
        text: as it is; may be anything.
        source: its name, for errors and for the id of a text that gives none.
        language: "sv" or "en", where the text doesn't tell.
    """
    if sort is TemplateSort.AGENDA:
        from ijtui.content.agenda import examine

        examined = examine(text, source, language)
        return Reading(examined.agenda, examined.problems, examined.passed_over)
    from ijtui.content.competence_file import load_profile

    try:
        return Reading(load_profile(text, source, language))
    except Problems as problems:
        return Reading(None, problems.found)


def understood(sort: TemplateSort, text: str, source: str, language: str) -> Made:
    """Return what a text describes.

    Raises:
        Problems: it has errors; holds all of them.
    """
    reading = read(sort, text, source, language)
    if reading.made is None:
        raise Problems(source, reading.problems)
    return reading.made


def trusted(sort: TemplateSort, text: str, source: str, language: str, version: int) -> Made:
    """Return what a text describes that was checked when it was published.

    Raises:
        Problems: it has been damaged since.
    """
    if sort is TemplateSort.AGENDA:
        from ijtui.content.agenda import trusted_agenda

        return replace(trusted_agenda(text, source, language), version=version)
    from ijtui.content.competence_file import trusted_profile

    return replace(trusted_profile(text, source, language), version=version)


def line_of_name(sort: TemplateSort, text: str) -> int:
    """Return the line, from 1, where a text that can be read says its id; 0 where it doesn't."""
    from ijtui.content.source import cleaned

    clean = cleaned(text, "")
    if sort is TemplateSort.AGENDA:
        from ijtui.content.checks import AGENDA_FACTS
        from ijtui.content.front_matter import front_matter
        from ijtui.content.problems import Findings

        return front_matter(clean, AGENDA_FACTS, Findings("")).lines.get("id", 0)
    from ijtui.toml_lines import line_of

    return line_of(clean, "id")


def renamed(sort: TemplateSort, text: str, key: str, language: str) -> str:
    """Return a text that can be read with another id."""
    if sort is TemplateSort.AGENDA:
        from ijtui.content.starter import renamed as with_name

        return with_name(text, key, language)
    from ijtui.content.competence import renamed as set_renamed

    return set_renamed(text, key)
