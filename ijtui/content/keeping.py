"""How long things are kept, as TOML with the reasons beside it: what ships, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ijtui import paths
from ijtui.clean import clean_line
from ijtui.content.source import cleaned, decoded, read_file
from ijtui.content.toml_text import parsed
from ijtui.domain.keeping import LONGEST, Rule, Rules, Sort
from ijtui.errors import BadInput
from ijtui.toml_lines import line_of
from ijtui.words import N_

NEVER = "never"

_NO_FILE = N_("There is no such file. Write the rules that hold now to a file first: ijtui weed --rules")
_NOT_TOML = N_("This can't be read as TOML. A rule is written like this: [feedback], then after = 24")
_UNKNOWN = N_("There is no rule “{name}”. There are: {names}.")
_MISSING = N_("The rule [{name}] is missing. Say when it is to be removed, or that it never is.")
_INCOMPLETE = N_("[{name}] needs “{part}”: a number of months, or “never”.")
_NO_MONTHS = N_("“{part}” in [{name}] is a whole number of months from 0 to {most}, or “never”.")

_PARTS = ("after", "left")


def shipped(language: str) -> str:
    """Return the rules that ship, as text in that language; the months are the same in each."""
    return read_file(paths.CONTENT / language / "keeping.toml")


@lru_cache
def usual() -> Rules:
    """Return the rules that ship."""
    return read_rules(shipped("en"), "keeping.toml")


def read_rules_file(path: Path) -> str:
    """Return the text of a file with rules that can be understood.

    Raises:
        BadInput: there is none, or something in it is wrong; with the line.
    """
    text = cleaned(read_file(path, _NO_FILE), str(path))
    read_rules(text, str(path))
    return text


def read_rules_bytes(data: bytes, source: str) -> str:
    """Return what was read from the standard input as the text of rules that can be understood.

    Raises:
        BadInput: something in it is wrong; with the line.
    """
    text = cleaned(decoded(data, source), source)
    read_rules(text, source)
    return text


def read_rules(text: str, source: str) -> Rules:
    """Return what a text says of every kind of record; none may be left out.

    Raises:
        BadInput: something in it is wrong; with the line.
    """
    said = parsed(text, source, _NOT_TOML)
    names = [sort.value for sort in Sort]
    for name in said:
        if name not in names:
            raise BadInput(
                _UNKNOWN, source, line_of(text, name), name=clean_line(name)[:60], names=", ".join(names)
            )
    return MappingProxyType({sort: _rule(said, sort, text, source) for sort in Sort})


def _rule(said: Mapping[str, Any], sort: Sort, text: str, source: str) -> Rule:
    table = said.get(sort.value)
    if not isinstance(table, dict):
        raise BadInput(_MISSING, source, name=sort.value)
    for part in table.keys() - set(_PARTS):
        line = line_of(text, f"{sort}.{part}")
        raise BadInput(
            _UNKNOWN, source, line, name=f"{sort}.{clean_line(part)[:60]}", names=", ".join(_PARTS)
        )
    after, left = (_months(table, sort, part, text, source) for part in _PARTS)
    return Rule(after, left)


def _months(table: Mapping[str, Any], sort: Sort, part: str, text: str, source: str) -> int | None:
    if part not in table:
        raise BadInput(_INCOMPLETE, source, line_of(text, sort.value), name=sort.value, part=part)
    months = table[part]
    if months == NEVER:
        return None
    if type(months) is not int or not 0 <= months <= LONGEST:
        line = line_of(text, f"{sort}.{part}")
        raise BadInput(_NO_MONTHS, source, line, name=sort.value, part=part, most=LONGEST)
    return months
