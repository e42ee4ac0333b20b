"""The spider as a Mermaid diagram, which Docusaurus draws (`radar-beta`, Mermaid 11.6 and later)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ijtui.clean import clean_line
from ijtui.domain.assessment import Series
from ijtui.domain.competence import LEVELS
from ijtui.domain.record import Record
from ijtui.minutes.pen import Pen

_OTHER = re.compile(r"[^\w .,:/()+&#!?'’–-]")
"""Whatever could end a label, a directive or an entity of Mermaid's, or begin one."""


def block(record: Record, pen: Pen) -> str:
    """Return the fenced block; a line that lacks a value on one axis is left to the table."""
    if record.assessment is None:
        return ""
    lines = record.assessment.series(record.assessed_before)
    rows = ["```mermaid", "radar-beta"]
    rows += _axes(record)
    rows += _curves(lines, _names(record, pen))
    options = {"max": LEVELS[-1], "min": LEVELS[0], "ticks": LEVELS[-1], "graticule": "polygon"}
    rows += [f"  {name} {value}" for name, value in options.items()]
    return "\n".join([*rows, "```"])


def _axes(record: Record) -> Iterator[str]:
    competences = record.assessment.profile.competences if record.assessment else ()
    for number, competence in enumerate(competences, 1):
        yield f"  axis a{number}[{_label(competence.title, str(number))}]"


def _curves(lines: Mapping[Series, tuple[int | None, ...]], names: Mapping[Series, str]) -> Iterator[str]:
    for line, levels in lines.items():
        if None not in levels:
            yield f"  curve {line.value}[{names[line]}]{{{', '.join(map(str, levels))}}}"


def _names(record: Record, pen: Pen) -> Mapping[Series, str]:
    words, conversation = pen.words, record.conversation
    return {
        Series.REQUIRED: _label(words("Requirement"), ""),
        Series.EMPLOYEE: _label(conversation.employee.name, words("Employee")),
        Series.MANAGER: _label(conversation.manager.name, words("Manager")),
        Series.AGREED: _label(words("Agreed"), ""),
        Series.BEFORE: _label(words("Last time"), ""),
    }


def _label(text: str, otherwise: str) -> str:
    """Return a text in quotation marks, without any sign that Mermaid gives a meaning to."""
    return f'"{clean_line(_OTHER.sub(" ", clean_line(text))) or otherwise}"'
