"""The few facts on top of a template: `key: value` lines between two lines of ---.

Scalars only: no aliases that expand, no guessing of types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ijtui.clean import clean_line
from ijtui.content.checks import Check, is_known
from ijtui.content.problems import Findings
from ijtui.words import N_

_FENCE = re.compile(r"---+[ \t]*")
_ENTRY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(.*)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood on top.

    Attributes:
        values: by key, without quotes.
        lines: the line each key stands on, from 1.
        after: number of lines before the body, 0 where there was no front matter.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    after: int = 0

    def line(self, key: str) -> int:
        """Return the line of that key; 1 where it is not given."""
        return self.lines.get(key, 1)


def front_matter(text: str, facts: Mapping[str, Check], findings: Findings) -> FrontMatter:
    """Return what stands on top of the text; what is wrong with it goes to `findings` and is left out.

    Args:
        text: a whole file, cleaned.
        facts: the keys that may be there and how their values are checked.
        findings: where errors are noted.
    """
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not _begins(lines[start : start + 2]):
        return FrontMatter()
    end = next((at for at, line in enumerate(lines) if at > start and _FENCE.fullmatch(line)), None)
    if end is None:
        findings.add(N_("The facts on top are never closed. Expected a line with --- after them."), start + 1)
        return FrontMatter(after=len(lines))
    values: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines[start + 1 : end], start + 2):
        key, value = _entry(line, number, findings)
        if key and _is_new(key, number, facts, numbers, findings):
            numbers[key] = number
            if _is_right(key, value, number, facts, findings):
                values[key] = value
    return FrontMatter(values, numbers, end + 1)


def without(text: str, front: FrontMatter) -> str:
    """Return the body, with empty lines where the front matter was, so that line numbers stay true."""
    return "\n" * front.after + "\n".join(text.split("\n")[front.after :])


def _begins(lines: list[str]) -> bool:
    """Whether the first two lines open front matter; a lone rule above ordinary text does not."""
    return len(lines) == 2 and _FENCE.fullmatch(lines[0]) is not None and _ENTRY.match(lines[1]) is not None


def _entry(line: str, number: int, findings: Findings) -> tuple[str, str]:
    """Return key and value; no key for an empty line, a comment, and a line that is neither."""
    if not line.strip() or line.lstrip().startswith("#"):
        return "", ""
    match = _ENTRY.fullmatch(line)
    if match is None:
        findings.add(N_("Expected “key: value”, but found “{text}”."), number, text=line.strip()[:40])
        return "", ""
    value = match[2].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return match[1].lower(), clean_line(value)


def _is_new(
    key: str, number: int, facts: Mapping[str, Check], numbers: Mapping[str, int], findings: Findings
) -> bool:
    if not is_known(key, facts, number, findings):
        return False
    if key in numbers:
        message = N_("“{key}” is given twice, first on line {first}.")
        findings.add(message, number, key=key, first=numbers[key])
        return False
    return True


def _is_right(key: str, value: str, number: int, facts: Mapping[str, Check], findings: Findings) -> bool:
    if not value:
        findings.add(N_("“{key}” is empty. Expected a value after the colon."), number, key=key)
        return False
    return facts[key](key, value, number, findings)
