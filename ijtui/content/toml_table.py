"""One table of a TOML file that somebody wrote: what it says, or why it can't be that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ijtui.clean import clean_line
from ijtui.content.checks import Check, is_known
from ijtui.content.problems import Findings
from ijtui.domain.competence import LEVELS
from ijtui.words import N_

if TYPE_CHECKING:
    from ijtui.content.assembly import Lines

_MISSING = N_("“{key}” is missing here. Expected a line such as: {example}")
_NO_TEXT = N_("“{key}” is not a text. Expected one in quotation marks, such as: {example}")
_NO_TEXTS = N_("“{key}” is not a list of texts. Expected one such as: {example}")
_NO_LEVEL = N_("“{key}” is not a level. Expected a whole number from 0 to 4, such as: {example}")

_EXAMPLES: Mapping[str, str] = {
    "required": "required = 3",
    "levels": 'levels = ["…", "…", "…", "…", "…"]',
    "roles": 'roles = ["…"]',
}

NOTHING = "–"
"""Stands for a text that is missing, which has been told already."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table and where it stands.

    Attributes:
        said: what `tomllib` read.
        place: the path to it, see `places`.
        lines: of every place in the file.
        findings: where errors are noted.
    """

    said: Mapping[str, Any]
    place: tuple[int | str, ...]
    lines: Lines
    findings: Findings

    def wrong(self, message: str, *inside: int | str, **values: object) -> None:
        """Note an error at something inside of the table, or at the nearest thing around it."""
        place = (*self.place, *inside)
        while place and place not in self.lines:
            place = place[:-1]
        self.findings.add(message, self.lines.get(place, 1), **values)

    def check(self, key: str, value: str, check: Check) -> None:
        """Note an error where a value that is given is none that the check lets through."""
        if key in self.said and value != NOTHING:
            check(key, value, self.lines.get((*self.place, key), 1), self.findings)

    def refuse_others(self, known: Iterable[str]) -> None:
        """Note every key that means nothing."""
        for key in self.said:
            is_known(clean_line(key), known, self.lines.get((*self.place, key), 1), self.findings)

    def text(self, key: str, otherwise: str | None = None) -> str:
        """Return a text on one line; `otherwise` where it isn't there, which is an error without it."""
        value = self.said.get(key, otherwise)
        if isinstance(value, str):
            return clean_line(value)
        self._refuse(key, _NO_TEXT)
        return NOTHING if otherwise is None else otherwise

    def texts(self, key: str, otherwise: list[str] | None = None) -> list[str] | None:
        """Return a list of texts on one line each, or None where it is no such list."""
        value = self.said.get(key, otherwise)
        if not isinstance(value, list):
            self._refuse(key, _NO_TEXTS)
            return None
        for number, item in enumerate(value):
            if not isinstance(item, str):
                self.wrong(_NO_TEXTS, key, number, key=key, example=_example(key))
        return [clean_line(item) if isinstance(item, str) else NOTHING for item in value]

    def level(self, key: str) -> int:
        """Return a level, or 0 where it is none."""
        value = self.said.get(key)
        if type(value) is int and value in LEVELS:  # true is an int, too, for isinstance
            return value
        self._refuse(key, _NO_LEVEL)
        return 0

    def tables(self, key: str, missing: str) -> list[Table]:
        """Return the tables of that name; `missing` is said where there is none, or something else."""
        value = self.said.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self.wrong(missing, *([key] if key in self.said else []))
            return []
        return [
            Table(item, (*self.place, key, number), self.lines, self.findings)
            for number, item in enumerate(value)
        ]

    def _refuse(self, key: str, message: str) -> None:
        if key in self.said:
            self.wrong(message, key, key=key, example=_example(key))
        else:
            self.wrong(_MISSING, key=key, example=_example(key))


def _example(key: str) -> str:
    return _EXAMPLES.get(key, f'{key} = "…"')
