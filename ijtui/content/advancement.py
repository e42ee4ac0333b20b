"""The next step in each role: what ships, or a person's own file, which then takes its place (D-G10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ijtui import paths
from ijtui.clean import clean_line
from ijtui.content.source import cleaned, read_file
from ijtui.content.toml_text import parsed
from ijtui.domain.advancement import MOST, Criterion, Measure, Step
from ijtui.errors import BadInput
from ijtui.toml_lines import line_of
from ijtui.words import N_

_LONGEST = 200
_NOT_TOML = N_("This can't be read as TOML. Texts stand in quotation marks, lists in square brackets.")
_NO_TABLE = N_("“{name}” stands outside a step. Begin each step with its name in brackets: [senior-coach]")
_NO_TITLE = N_("The step “{name}” needs a title.")
_NO_ROLES = N_("The step “{name}” needs roles: a list of words.")
_NO_CRITERIA = N_("The step “{name}” has no criterion.")
_NO_TEXT = N_("The criterion “{name}” needs a text.")
_NO_MEASURE = N_("The criterion “{name}” needs a measure: count, months or yes-no.")
_NO_TARGET = N_("The criterion “{name}” needs a target: a whole number from 1 to {most}.")
_UNKNOWN = N_("“{name}” means nothing here.")

_STEP = frozenset({"title", "roles"})
_CRITERION = frozenset({"text", "measure", "target"})


def steps(language: str, own: Path | None = None) -> tuple[Step, ...]:
    """Return the steps that there are, in the order of the file.

    Args:
        language: of what ships.
        own: the person's file; None for the usual one.

    Raises:
        BadInput: the person's own file can't be understood; says in which line.
    """
    mine = own or paths.own_advancement()
    if mine.is_file():
        return read_steps(cleaned(read_file(mine), str(mine)), str(mine))
    return _shipped(language)


@lru_cache
def _shipped(language: str) -> tuple[Step, ...]:
    path = paths.CONTENT / language / "advancement.toml"
    return read_steps(read_file(path), str(path))


def read_steps(text: str, source: str) -> tuple[Step, ...]:
    """Return the steps that a file describes.

    Args:
        text: of the file, clean.
        source: its name, for what is said of errors.

    Raises:
        BadInput: it is no TOML, or lacks something; says in which line.
    """
    found = parsed(text, source, _NOT_TOML)
    return tuple(_Reader(text, source).step(name, said) for name, said in found.items())


class _Reader:
    """Turns tables into steps and knows where each stood."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source

    def step(self, name: str, said: object) -> Step:
        """Return one step."""
        if not isinstance(said, dict):
            raise self._wrong(_NO_TABLE, name)
        criteria = {part: inner for part, inner in said.items() if isinstance(inner, dict)}
        self._must_be_known(name, said.keys() - criteria.keys(), _STEP)
        if not criteria:
            raise self._wrong(_NO_CRITERIA, name)
        return Step(
            name,
            self._text_of(name, said, "title", _NO_TITLE),
            tuple(self._roles(name, said.get("roles"))),
            tuple(self._criterion(f"{name}.{part}", part, inner) for part, inner in criteria.items()),
        )

    def _roles(self, name: str, said: object) -> Iterator[str]:
        words = [clean_line(word) for word in said if isinstance(word, str)] if isinstance(said, list) else []
        if not words or not all(words):
            raise self._wrong(_NO_ROLES, name, f"{name}.roles")
        yield from words

    def _criterion(self, path: str, name: str, said: Mapping[str, Any]) -> Criterion:
        self._must_be_known(path, said.keys(), _CRITERION)
        text = self._text_of(path, said, "text", _NO_TEXT)
        try:
            measure = Measure(said.get("measure", ""))
        except ValueError as error:
            raise self._wrong(_NO_MEASURE, name, f"{path}.measure", path) from error
        target = said.get("target", 1 if measure is Measure.YES_NO else 0)
        if type(target) is not int or not 1 <= target <= MOST:
            raise self._wrong(_NO_TARGET, name, f"{path}.target", path, most=MOST)
        return Criterion(name, text, measure, 1 if measure is Measure.YES_NO else target)

    def _text_of(self, path: str, said: Mapping[str, Any], part: str, message: str) -> str:
        value = said.get(part)
        text = clean_line(value)[:_LONGEST] if isinstance(value, str) else ""
        if not text:
            raise self._wrong(message, path, f"{path}.{part}", path)
        return text

    def _must_be_known(self, path: str, said: set[str] | Any, known: frozenset[str]) -> None:
        for part in sorted(set(said) - known):
            raise self._wrong(_UNKNOWN, part, f"{path}.{part}")

    def _wrong(self, message: str, name: str, *places: str, **values: object) -> BadInput:
        """Return what is wrong with a named thing, at the first of these places that has a line."""
        lines = (line_of(self._text, place) for place in (*places, name))
        return BadInput(message, self._source, next(filter(None, lines), 0), name=name[:60], **values)
