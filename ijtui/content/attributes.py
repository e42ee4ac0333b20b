"""What an author may say in braces, and what is wrong with what they said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ijtui.content.inline import Written
from ijtui.content.problems import Findings
from ijtui.content.slug import is_slug
from ijtui.content.stations import BEFORE
from ijtui.domain.agenda import Ask, StationKey, Who
from ijtui.words import N_

MOST_MINUTES = 480

Check = Callable[[str, str, int, Findings], bool]
"""Whether a value is right: given key, value, line and where to say why not."""


def among(*choices: str) -> Check:
    """Return a check for a value out of a few."""

    def check(key: str, value: str, line: int, findings: Findings) -> bool:
        if value in choices:
            return True
        message = N_("“{value}” can't be the {key}. Expected one of: {expected}.")
        findings.add(message, line, value=value[:40], key=key, expected=", ".join(choices))
        return False

    return check


def an_id(_key: str, value: str, line: int, findings: Findings) -> bool:
    """Check an id."""
    if is_slug(value):
        return True
    message = N_("“{value}” can't be an id. Expected small letters a–z, digits and hyphens, at most 60.")
    findings.add(message, line, value=value[:40])
    return False


def some_minutes(_key: str, value: str, line: int, findings: Findings) -> bool:
    """Check a number of minutes."""
    if re.fullmatch(r"[0-9]{1,3}", value) and int(value) <= MOST_MINUTES:
        return True
    message = N_("“{value}” is not a number of minutes. Expected a whole number, at most {most}.")
    findings.add(message, line, value=value[:40], most=MOST_MINUTES)
    return False


def anything(_key: str, _value: str, _line: int, _findings: Findings) -> bool:
    """Let it be: other tools give headings ids of their own."""
    return True


ON_HEADINGS: Mapping[str, Check] = {
    "station": among(*StationKey, BEFORE),
    "minutes": some_minutes,
    "id": anything,
}
ON_TASKS: Mapping[str, Check] = {"id": an_id, "who": among(*Who)}
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


def is_known(key: str, allowed: Iterable[str], line: int, findings: Findings) -> bool:
    """Check that a key is one of those that mean something."""
    if key in allowed:
        return True
    message = N_("“{key}” is not known here. Expected one of: {expected}.")
    findings.add(message, line, key=key[:40], expected=", ".join(allowed))
    return False
