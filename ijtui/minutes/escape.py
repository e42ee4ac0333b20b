r"""Backslashes where typed text would otherwise become Markdown of another kind, and nowhere else.

`line` is for what is plain by nature (names, titles, table cells), `guarded` for the starts of lines; text
in which people use emphasis, links and code goes through `ijtui.minutes.running`. MDX, which Docusaurus
reads, gives meaning to more: every `<` and `{`, `:::`, and lines that begin with `import` or `export`.
"""

from __future__ import annotations

import re

WEB_LINK = r"(?:https?://|mailto:)[^\s`<>\\]{1,500}\)(?=[.,;:!?)*_\"'”’]{0,4}(?:\s|$))"
"""What may follow `](` for the link to stay alive: an address of the web or of mail, and after it no more
than a full stop or the like, since some parsers take for a part of the address what touches it."""

ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S*", re.IGNORECASE)
"""A bare address, as far as the most generous parser takes it."""

LESS_THAN = "&lt;"
"""Not a backslash: after a bare address that would belong to the address, and the `<` would be alive."""

_LINE = (
    rf"(?P<address>{ADDRESS.pattern})|"
    r"[\\`*\[|]|(?<![^\W_])_|_(?![^\W_])|~(?!\d)|(?<=\S)~|(?<!\S)#(?=#*$)|&(?=#?\w+;)|"
)
_ACTIVE = re.compile(_LINE + r"<(?=[A-Za-z/!?])", re.IGNORECASE)
_ACTIVE_IN_MDX = re.compile(_LINE + r"[<{]", re.IGNORECASE)
_ACTIVE_IN_ADDRESS = re.compile(r"[\\`*\[|<{]|&(?=#?\w+;)")

ANGLED = r"<(?P<address>(?:https?://|mailto:)[\w\-./?=#%+:@,~&]+)>"
"""An address in angle brackets, which MDX would take for an element; it is written bare."""

_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:[ \t]|$))", re.MULTILINE)
_STARTS = (
    r"#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|`{3,}+(?=[^`\n]*$)|~{3}|\[\^"
    r"|(?=[-=_*+:| \t]*[-=_*+])[-=_*+:|](?=[-=_*+:| \t]*$)|"  # underlines, rules, table rulers
)
_START = re.compile(rf"^(?={_STARTS}<[A-Za-z/!?])", re.MULTILINE)
_START_IN_MDX = re.compile(rf"^(?={_STARTS}[<{{]|::)", re.MULTILINE)
_ANGLED_START = re.compile(f"^{ANGLED}", re.MULTILINE)


def line(text: str, mdx: bool) -> str:
    """Return one line of text that Markdown shows exactly as it stands, in a table cell, too.

    It is safe anywhere but at the very start of a line; there it also needs `guarded`.
    """
    return (_ACTIVE_IN_MDX if mdx else _ACTIVE).sub(_as_it_stands, text)


def guarded(text: str, mdx: bool) -> str:
    """Return lines none of which begins a block of its own; they must not be indented."""
    text = _ANGLED_START.sub(r"\g<address>", text)
    text = (_START_IN_MDX if mdx else _START).sub(r"\\", text)
    return _NUMBER.sub(r"\1\\", text)


def quoted(text: str, mdx: bool) -> str:
    """Return the text word for word in a block quote, every line a line and nothing of it alive."""
    lines = [guarded(line(row.strip(), mdx), mdx) for row in text.split("\n")]
    ends = ["\\" if row and after else "" for row, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {row}{end}".rstrip() for row, end in zip(lines, ends, strict=True))


def _as_it_stands(found: re.Match[str]) -> str:
    """Escape what was found; an address keeps its underscores, where a backslash would break it."""
    if found["address"]:
        return _ACTIVE_IN_ADDRESS.sub(_escaped, found["address"])
    return _escaped(found)


def _escaped(found: re.Match[str]) -> str:
    return LESS_THAN if found[0] == "<" else "\\" + found[0]
