"""What an author may say in braces, and what is wrong with what they said."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.content.checks import Check, among, an_id, anything, is_known, some_minutes
from ijtui.content.inline import Written
from ijtui.content.problems import Findings
from ijtui.content.stations import BEFORE
from ijtui.domain.agenda import Ask, Kind, Who, allowed
from ijtui.domain.template import TemplatePart
from ijtui.words import N_

ON_TITLES: Mapping[str, Check] = {"id": anything}
_PLANNED: Mapping[str, Check] = {"minutes": some_minutes, "id": anything}
ON_HEADINGS: Mapping[Kind, Mapping[str, Check]] = {
    kind: {"station": among(*allowed(kind), BEFORE), **_PLANNED} for kind in Kind
}
"""By kind of conversation: not every station belongs in every one."""

ON_TASKS: Mapping[str, Check] = {"id": an_id, "who": among(*Who)}
ON_TEMPLATES: Mapping[str, Check] = {"id": an_id, "part": among(*TemplatePart)}
ON_QUESTIONS: Mapping[str, Check] = {**ON_TASKS, "ask": among(*Ask)}


def attributes(words: Written, allowed: Mapping[str, Check], findings: Findings) -> dict[str, str]:
    """Return the attributes that are right; what is wrong with the others goes to `findings`."""
    for text in words.broken:
        message = N_("“{text}” can't be read. Expected for example {example}.")
        findings.add(message, words.line, text=text, example="{#balance who=employee}")
    return {
        key: value
        for key, value in words.attributes.items()
        if is_known(key, allowed, words.line, findings) and allowed[key](key, value, words.line, findings)
    }


def no_attributes(words: Written, findings: Findings) -> None:
    """Say so where attributes stand on something that has none."""
    if words.attributes or words.broken:
        findings.add(
            N_("Attributes mean nothing here. Expected them on a heading or a question."), words.line
        )
