"""What a value may be, and the sentence for one that may not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ijtui.content.problems import Findings
from ijtui.content.slug import is_slug
from ijtui.domain.agenda import Kind
from ijtui.words import LANGUAGES, N_

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


def is_known(key: str, allowed: Iterable[str], line: int, findings: Findings) -> bool:
    """Check that a key is one of those that mean something."""
    if key in allowed:
        return True
    message = N_("“{key}” is not known here. Expected one of: {expected}.")
    findings.add(message, line, key=key[:40], expected=", ".join(allowed))
    return False


AGENDA_FACTS: Mapping[str, Check] = {
    "id": an_id,
    "title": anything,
    "language": among(*LANGUAGES),
    "kind": among(*Kind),
    "minutes": some_minutes,
}
"""What may stand on top of an agenda."""

FEEDBACK_FACTS: Mapping[str, Check] = {"role": an_id, "language": among(*LANGUAGES)}
"""What may stand on top of a file of feedback templates."""
