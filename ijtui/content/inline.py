"""A run of text inside a block: its plain lines, its bold beginning, its attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from ijtui.clean import clean_line

_IGNORED_ATTRIBUTES = {"start", "style"}  # markdown-it's own: a list's first number, a table cell's side
_AT_LINE_END = re.compile(r"\{[^{}\n]*\}[ \t]*(?=\n|\Z)")
_MEANT_AS_ATTRIBUTES = re.compile(r"\{\s*(?:[#.%}]|[\w-]+\s*=)")
_CHECK_BOX = re.compile(r"^[ \t]*\[[ xX]\][ \t]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """One run of text.

    Attributes:
        line: where it begins, from 1.
        lines: as it is broken in the file, each clean and without marks; never empty.
        bold: what is bold at the beginning, if the first line begins so.
        attributes: key → value, "id" among them.
        broken: what was meant as attributes and cannot be read.
    """

    line: int
    lines: tuple[str, ...]
    bold: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All lines as one."""
        return " ".join(self.lines)


def attributes_at_line_end(state: StateInline, silent: bool) -> bool:
    """Take `{…}` at the end of a line; markdown-it's plugin takes it only after a link or code."""
    match = _AT_LINE_END.match(state.src, state.pos, state.posMax)
    if match is None or not _MEANT_AS_ATTRIBUTES.match(match[0]):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = match[0].strip()
        try:
            token.attrs = dict(parse(token.content)[1])
        except ParseError:
            token.meta["broken"] = True
    state.pos = match.end()
    return True


def written(token: Token, inside: Sequence[Token]) -> Written | None:
    """Return what is written in a block, or None where there is nothing.

    Args:
        token: the one that opens the block; carries attributes from a line above.
        inside: the tokens between it and its end.
    """
    children = [child for part in inside for child in part.children or ()]
    attributes = attributes_of(token)
    broken = []
    for child in children:
        if child.meta.get("broken"):
            broken.append(clean_line(child.content)[:60])
        elif child.type == "attributes":
            attributes |= attributes_of(child)
    lines = _lines(children)
    if not lines and not attributes and not broken:
        return None
    bold = _bold(children)
    begins = bool(lines) and lines[0].startswith(bold)
    return Written(line_of(token), tuple(lines) or ("",), bold if begins else "", attributes, tuple(broken))


def attributes_of(token: Token) -> dict[str, str]:
    """Return all attributes; the plugin sets aside those that would be dangerous in HTML."""
    found = {**token.attrs, **token.meta.get("insecure_attrs", {})}
    return {key: clean_line(str(value)) for key, value in found.items() if key not in _IGNORED_ATTRIBUTES}


def _lines(children: Sequence[Token]) -> list[str]:
    """Return the text without marks, line by line, empty lines left out."""
    text = _CHECK_BOX.sub("", "".join(map(_plain, children)))
    return [line for line in map(clean_line, text.split("\n")) if line]


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline") else ""


def _bold(children: Sequence[Token]) -> str:
    """Return what is bold at the very beginning (after a check box), or ""."""
    opening = next((at for at, token in enumerate(children) if token.type == "strong_open"), None)
    if opening is None or _CHECK_BOX.sub("", "".join(map(_plain, children[:opening]))).strip():
        return ""
    inside = []
    for token in children[opening + 1 :]:
        if token.type == "strong_close":
            break
        inside.append(_plain(token))
    return clean_line("".join(inside))


def line_of(token: Token) -> int:
    """Return the line a block begins on, from 1."""
    return token.map[0] + 1 if token.map else 1


def last_line_of(token: Token) -> int:
    """Return the line a block ends on, from 1."""
    return token.map[1] if token.map else 1
