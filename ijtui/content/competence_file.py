"""A competence set from a TOML file: read whole, so that every error is told at once, each with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from ijtui.content.checks import among, an_id
from ijtui.content.problems import Findings, Problems
from ijtui.content.slug import Names, slug
from ijtui.content.source import cleaned
from ijtui.content.stations import guessed_language
from ijtui.content.toml_places import places
from ijtui.content.toml_table import NOTHING, Table
from ijtui.content.toml_text import parsed
from ijtui.domain.competence import LEVELS, Profile
from ijtui.domain.profile_json import profile_from_data
from ijtui.errors import BadInput
from ijtui.words import LANGUAGES, N_

UNUSABLE = N_("The competence set {source} can't be used. To see why: ijtui competence check {source}")

_NOT_TOML = N_(
    "This can't be read as TOML. Texts stand in quotation marks, lists in square brackets,"
    " and each competence below a line that says [[competence]]."
)
_NONE = N_("There is no competence here. Expected a line that says [[competence]], and what it is below.")
_TAKEN = N_("Another competence has the id “{value}” already. Expected one of its own.")
_NOT_FIVE = N_("Sentences here: {number}. Expected {expected}, one for each level from 0 to 4.")
_SENTENCES: Mapping[str, str] = {
    "string_too_short": N_("There is nothing here. Expected at least one letter."),
    "string_too_long": N_("This text has {length} characters. Expected at most {max_length}."),
    "too_short": N_("Competences here: {actual_length}. Expected at least {min_length}."),
    "too_long": N_("Competences here: {actual_length}. Expected at most {max_length}."),
}
_SET = ("id", "title", "language", "roles", "competence")
_COMPETENCE = ("id", "title", "required", "levels")


def load_profile(text: str, source: str, fallback_language: str) -> Profile:
    """Return the set that a file holds.

    Args:
        text: the file, as it is.
        source: its name, for errors and for the id where none is given.
        fallback_language: "sv" or "en", where neither the file nor its words tell.

    Raises:
        Problems: it has errors; holds all of them.
    """
    from ijtui.content.ranges import check_ranges

    findings = Findings(source)
    try:
        text = cleaned(text, source)
        said = parsed(text, source, _NOT_TOML)
    except BadInput as error:
        raise Problems(source, (error,), UNUSABLE) from error
    lines = places(text)
    data = _read(Table(said, (), lines, findings), fallback_language)
    if data["competences"]:
        of_profile = {_in_domain(place): line for place, line in lines.items()}
        check_ranges(Profile, data, of_profile, findings, _SENTENCES)
    if findings.in_order:
        raise Problems(source, findings.in_order, UNUSABLE)
    return profile_from_data(data)


def trusted_profile(text: str, source: str, language: str) -> Profile:
    """Return the set of a file that ships with the program, which the test suite has checked.

    Raises:
        Problems: the installed file has been damaged.
    """
    findings = Findings(source)
    try:
        data = _read(Table(parsed(text, source, _NOT_TOML), (), {}, findings), language)
    except BadInput as error:
        raise Problems(source, (error,), UNUSABLE) from error
    if findings.in_order:
        raise Problems(source, findings.in_order, UNUSABLE)
    return profile_from_data(data)


def _in_domain(place: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Return a place in the file as the place in a `Profile`."""
    return ("competences", *place[1:]) if place[0] == "competence" else place


def _read(whole: Table, fallback_language: str) -> dict[str, Any]:
    """Return what a file says in the shape of a `Profile`; what is wrong is noted and replaced."""
    whole.refuse_others(_SET)
    tables = whole.tables("competence", _NONE)
    names = Names(set())
    competences = [_competence(table, names) for table in tables]
    language = whole.text("language", "") or _guessed_language(competences, fallback_language)
    whole.check("language", language, among(*LANGUAGES))
    stem = PurePath(whole.findings.source).stem.removesuffix(f".{language}")
    number = whole.text("id", slug(stem, "competences"))
    whole.check("id", number, an_id)
    return {
        "id": number,
        "title": whole.text("title"),
        "language": language,
        "roles": [role.casefold() for role in whole.texts("roles", []) or []],
        "competences": competences,
    }


def _guessed_language(competences: list[dict[str, Any]], otherwise: str) -> str:
    words = [text for competence in competences for text in (competence["title"], *competence["levels"])]
    return guessed_language(" ".join(words), otherwise)


def _competence(table: Table, names: Names) -> dict[str, Any]:
    table.refuse_others(_COMPETENCE)
    title = table.text("title")
    number = table.text("id", slug(title, "competence"))
    table.check("id", number, an_id)
    if names.unique(number) != number:
        table.wrong(_TAKEN, "id", value=number[:40])
    levels = table.texts("levels")
    if levels is not None and len(levels) != len(LEVELS):
        table.wrong(_NOT_FIVE, "levels", number=len(levels), expected=len(LEVELS))
        levels = None
    return {
        "id": number,
        "title": title,
        "levels": levels or [NOTHING] * len(LEVELS),
        "required": table.level("required"),
    }
