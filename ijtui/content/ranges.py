"""Whether every piece of a template fits where it goes: pydantic checks what the domain's types promise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ijtui.content.assembly import Lines
from ijtui.content.problems import Findings
from ijtui.words import N_

_SENTENCES: Mapping[str, str] = {
    "string_too_short": N_("There is nothing here. Expected at least one letter."),
    "string_too_long": N_("This text has {length} characters. Expected at most {max_length}."),
    "greater_than_equal": N_("{input} minutes is too short. Expected at least {ge}."),
    "less_than_equal": N_("{input} minutes is too long. Expected at most {le}."),
}


def check_ranges(
    shape: Any, data: object, lines: Lines, findings: Findings, sentences: Mapping[str, str] = _SENTENCES
) -> None:
    """Note in `findings` whatever in the data is too long, too short, too small or too large.

    Args:
        shape: the type that the data becomes: `Agenda`, or a list of templates.
        data: its fields by name.
        lines: place in the data → line in the file.
        findings: where errors are noted.
        sentences: what is said of each kind of error, by pydantic's name for it.
    """
    try:
        _adapter(shape).validate_python(data)
    except ValidationError as error:
        for wrong in error.errors(include_url=False):
            findings.add(sentences[wrong["type"]], _line(wrong["loc"], lines), **_values(wrong))


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _values(wrong: ErrorDetails) -> dict[str, object]:
    """Return what goes into the sentence."""
    given = wrong["input"]
    return {**wrong.get("ctx", {}), "input": given, "length": len(str(given))}


def _line(place: tuple[int | str, ...], lines: Lines) -> int:
    """Return the line of the piece, or of the nearest thing around it."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)
